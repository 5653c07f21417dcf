"""Services: how an edition is approved."""
