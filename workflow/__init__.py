"""Permissions, and the services that change something."""
