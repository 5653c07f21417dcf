"""Charts: councils compared."""
