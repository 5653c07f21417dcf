"""Readers of files: each module reads one format into tidy rows, or reports every fault."""
