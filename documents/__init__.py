"""Printing: an edition's figures as files."""
