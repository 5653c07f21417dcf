"""Terms and calculations: accounts, roles and signing in."""
