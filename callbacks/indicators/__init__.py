"""Pages: the figures of an edition."""
