"""Measurements of the running product: bytes, server time, and time until a reader can read."""
