"""Pages: what an edition holds."""
