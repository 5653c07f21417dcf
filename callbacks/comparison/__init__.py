"""Pages: the comparison of councils."""
