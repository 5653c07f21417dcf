"""One function for each question a screen asks. A query takes a session and never opens one."""
