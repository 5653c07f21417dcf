"""Downloads of one edition's figures."""
