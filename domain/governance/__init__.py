"""Terms and calculations: how an edition is approved."""
