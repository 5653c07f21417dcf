"""Assembly of the product: settings in, a server out."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Set before numpy is loaded: the matrices are small, and threads of several processes compete.

from app.assembly import create_app

__all__ = ["create_app"]
