"""Tasks of the Makefile that need more than one line."""
