"""Charts of core spending power and spending."""
