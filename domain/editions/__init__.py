"""Terms and calculations for the content of an edition."""
