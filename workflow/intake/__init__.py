"""Services: files and scripted steps that come in."""
