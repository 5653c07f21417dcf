"""Services for the content of an edition."""
