"""File formats: councils compared."""
