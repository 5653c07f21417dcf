"""Layouts: what an edition holds."""
