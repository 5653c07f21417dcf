"""Terms and calculations for one edition's figures."""
