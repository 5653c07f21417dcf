"""Putting it together: settings in, a server out."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before numpy is loaded: our matrices are small, and several processes' threads slow each other.

from app.assembly import create_app

__all__ = ["create_app"]
