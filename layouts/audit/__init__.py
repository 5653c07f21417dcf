"""Layouts: the page of the audit log."""
