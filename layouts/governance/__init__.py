"""Layouts: the approval of an edition."""
