"""Layouts: accounts, roles and signing in."""
