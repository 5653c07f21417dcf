"""Deciding and doing: who may, and the services that change something."""
