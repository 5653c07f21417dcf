"""File formats: files and scripted steps that come in."""
