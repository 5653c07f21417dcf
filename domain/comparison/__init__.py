"""Terms and calculations: councils compared."""
