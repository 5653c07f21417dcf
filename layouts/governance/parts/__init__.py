"""Parts that several pages of the approval of an edition share."""
