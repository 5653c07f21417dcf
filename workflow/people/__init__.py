"""Services for accounts, roles and signing in."""
