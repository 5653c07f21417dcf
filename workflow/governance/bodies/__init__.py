"""What each body does to an edition: the effects of the steps."""
