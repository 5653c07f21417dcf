"""Terms and calculations: what an edition holds."""
