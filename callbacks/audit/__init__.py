"""Pages: replay and verification of the log."""
