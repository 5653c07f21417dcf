"""File formats of an edition's content."""
