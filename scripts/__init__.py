"""Tasks of the Makefile that need more than a line."""
