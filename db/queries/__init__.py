"""One function for each question a screen asks. A query receives a session and never opens one."""
