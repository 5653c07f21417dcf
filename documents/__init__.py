"""An edition's figures and records as files."""
