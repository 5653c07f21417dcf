"""Services: replay and verification of the log."""
