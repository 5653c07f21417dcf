"""Layouts: replay and verification of the log."""
