"""Terms and calculations for comparing councils."""
