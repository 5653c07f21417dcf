"""Files to take away: how an edition is approved."""
