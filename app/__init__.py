"""Putting it together: settings in, a server out."""

from app.assembly import create_app

__all__ = ["create_app"]
