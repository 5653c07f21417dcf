"""Pages: the audit log."""
