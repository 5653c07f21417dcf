"""Layouts: the content of an edition."""
