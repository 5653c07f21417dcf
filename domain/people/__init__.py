"""Terms and calculations for accounts, roles and signing in."""
