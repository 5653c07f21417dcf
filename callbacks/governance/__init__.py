"""Pages: how an edition is approved."""
