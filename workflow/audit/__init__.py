"""Services for the replay and verification of the log."""
