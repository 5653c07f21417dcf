"""The effects of the steps on an edition, by body."""
