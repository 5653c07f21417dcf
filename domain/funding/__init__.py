"""Terms and calculations: core spending power and spending."""
