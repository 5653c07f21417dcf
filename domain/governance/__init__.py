"""Terms and calculations for the approval of an edition."""
