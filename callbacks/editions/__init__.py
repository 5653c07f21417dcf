"""Pages: the content of an edition."""
