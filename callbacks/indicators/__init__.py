"""Pages: one edition's figures."""
