"""The product as an installation serves it, on a free port, with a database of its own."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

FOLDER = Path(__file__).parent.parent
READY = "answers at"


@contextmanager
def running() -> Iterator[str]:
    """Start the product with gunicorn, wait until it is well, and give its address."""
    with TemporaryDirectory() as folder, started(Path(folder) / "product.sqlite") as one:
        yield one.address


@dataclass(frozen=True)
class Started:
    """A running product: its address and its process."""

    address: str
    process: subprocess.Popen[str]


@contextmanager
def started(database: Path) -> Iterator[Started]:
    """Start the product on a database of its own, which need not be there yet."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with _process(database, port) as process:
        _wait_until_ready(process.stdout, address)
        yield Started(address, process)


@contextmanager
def _process(database: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "run"],
        cwd=FOLDER,
        env={
            **os.environ,
            "COMPENDIUM_DEMONSTRATION": "yes",
            "COMPENDIUM_DATABASE": f"sqlite:///{database}",
            "PORT": str(port),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait_until_ready(output: IO[str] | None, address: str) -> None:
    """Read what the product prints until it says that it answers, then ask whether it is well."""
    if output is None or not any(READY in line for line in output):
        raise RuntimeError("The product did not start; its own message stands above.")
    with urllib.request.urlopen(f"{address}/healthz", timeout=10) as answer:
        answer.read()


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
