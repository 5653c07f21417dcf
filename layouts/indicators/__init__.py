"""Layouts: one edition's figures."""
