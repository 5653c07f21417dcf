"""Charts: core spending power and spending."""
