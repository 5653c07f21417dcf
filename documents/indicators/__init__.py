"""Files to take away: one edition's figures."""
