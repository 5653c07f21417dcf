"""Starting the peers, where ``BENCH_PEERS`` names a Python that has them."""

import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

from benchmarks.product import Started, free_port

FOLDER = Path(__file__).parent / "peers"
PYTHON = os.environ.get("BENCH_PEERS", "")
NAMES = ("streamlit", "vizro")
PATIENCE = 60


def present() -> tuple[str, ...]:
    """Return the peers that can be started."""
    return tuple(name for name in NAMES if PYTHON and _imports(name))


def _imports(name: str) -> bool:
    done = subprocess.run([PYTHON, "-c", f"import {name}"], capture_output=True, check=False)
    return done.returncode == 0


@contextmanager
def started(name: str) -> Iterator[Started]:
    """Start a peer and wait until it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    command = {
        "streamlit": [
            *("-m", "streamlit", "run", "streamlit_app.py", "--server.headless", "true"),
            *("--server.port", str(port), "--browser.gatherUsageStats", "false"),
        ],
        "vizro": ["vizro_app.py", str(port)],
    }[name]
    process = subprocess.Popen(
        [PYTHON, *command],
        cwd=FOLDER,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        _wait(address)
        yield Started(address, process)
    finally:
        process.terminate()
        process.wait()


def _wait(address: str) -> None:
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        with suppress(URLError, ConnectionError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.05)
    raise RuntimeError(f"Nothing answered at {address} in {PATIENCE} s.")
