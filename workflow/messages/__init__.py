"""Services: messages and mail."""
