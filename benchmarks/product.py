"""The product as an installation serves it, on a free port, with a database of its own."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

FOLDER = Path(__file__).parent.parent
READY = "answers at"


@contextmanager
def running() -> Iterator[str]:
    """Start the product with gunicorn, wait until it is well, and give its address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "run"],
            cwd=FOLDER,
            env={
                **os.environ,
                "COMPENDIUM_DEMONSTRATION": "yes",
                "COMPENDIUM_DATABASE": f"sqlite:///{folder}/product.sqlite",
                "PORT": str(port),
            },
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            _wait_until_ready(process.stdout, address)
            yield address
        finally:
            process.terminate()
            process.wait()


def _wait_until_ready(output: IO[str] | None, address: str) -> None:
    """Read what the product prints until it says that it answers, then ask whether it is well."""
    if output is None or not any(READY in line for line in output):
        raise RuntimeError("The product did not start; its own message stands above.")
    with urllib.request.urlopen(f"{address}/healthz", timeout=10) as answer:
        answer.read()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
