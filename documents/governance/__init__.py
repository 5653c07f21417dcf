"""Downloads about the approval of an edition."""
