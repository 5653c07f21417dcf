"""Parts that several pages of the text of an edition share."""
