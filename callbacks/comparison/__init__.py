"""Pages: councils compared."""
