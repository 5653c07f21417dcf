"""File formats: what an edition holds."""
