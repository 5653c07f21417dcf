"""Charts of one edition's figures."""
