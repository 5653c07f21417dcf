"""Services for files and scripted steps that come in."""
