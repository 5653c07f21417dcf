"""Services for messages and mail."""
