"""Layouts: the figures of an edition."""
