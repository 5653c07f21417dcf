"""Pages: accounts, roles and signing in."""
