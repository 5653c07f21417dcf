"""Services: accounts, roles and signing in."""
