"""Layouts: pure functions from data to components, one module for each page."""
