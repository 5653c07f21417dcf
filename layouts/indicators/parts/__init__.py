"""Parts that several pages of an edition's figures share."""
