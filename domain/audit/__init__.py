"""Terms and calculations: replay and verification of the log."""
