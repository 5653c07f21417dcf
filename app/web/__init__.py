"""The web: the gate, pages, documents, headers and downloads."""
