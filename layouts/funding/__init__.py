"""Layouts: core spending power and spending."""
