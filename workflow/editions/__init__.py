"""Services: what an edition holds."""
