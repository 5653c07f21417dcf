"""Terms and calculations for core spending power and spending."""
