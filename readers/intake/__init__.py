"""File formats of figures and scripted steps that come in."""
