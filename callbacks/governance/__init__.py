"""Pages: the approval of an edition."""
