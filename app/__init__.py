"""Assembly of the product: settings in, a server out (``app.assembly.create_app``)."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Set before numpy is loaded: the matrices are small, and threads of several processes compete.
