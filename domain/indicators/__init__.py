"""Terms and calculations: one edition's figures."""
