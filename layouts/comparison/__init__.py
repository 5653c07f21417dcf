"""Layouts: the comparison of councils."""
