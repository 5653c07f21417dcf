"""Layouts: councils compared."""
