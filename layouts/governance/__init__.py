"""Layouts: how an edition is approved."""
