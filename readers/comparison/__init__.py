"""File formats of the comparison of councils."""
