"""Charts: one edition's figures."""
