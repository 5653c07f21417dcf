"""Pages: core spending power and spending."""
