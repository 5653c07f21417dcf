"""Posted forms: the only way in which a browser changes something."""
