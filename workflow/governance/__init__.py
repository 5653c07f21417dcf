"""Services for the approval of an edition."""
