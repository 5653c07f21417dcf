"""Storage: tables, sessions, and one query for each question a screen asks."""
