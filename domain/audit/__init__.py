"""Terms and calculations for the replay and verification of the log."""
