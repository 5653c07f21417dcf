"""Print how long starts and commands take, and what serving processes hold, beside the peers in one run.

Run it with ``python -m benchmarks.starting``. It writes nothing.
"""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import peer, product
from benchmarks.product import FOLDER, Started

ROUNDS = 3
PAGES = ("/", "/dashboards/public-health", "/comparison/quadrant", "/funding")


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "product.sqlite"
        print(f"{'first start, data loaded':38}{_start(database):8.1f} s")
        print(f"{'second start':38}{min(_start(database) for _ in range(ROUNDS)):8.1f} s")
        environment = {**os.environ, "COMPENDIUM_DATABASE": f"sqlite:///{database}"}
        for words in (("--help",), ("counts", "2022")):
            took = _seconds([sys.executable, "-m", "app", *words], environment)
            print(f"{'python -m app ' + words[0]:38}{took:8.2f} s")
        took = _seconds([sys.executable, "-c", "import pandas"], environment)
        print(f"{'import pandas':38}{took:8.2f} s")
        with product.started(database) as one:
            _read(one)
            print(f"{'memory, two processes and their parent':38}{_memory(one)}")
    for name in peer.present():
        starts = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            with peer.started(name) as one:
                starts.append(time.perf_counter() - began)
                memory = _memory(one)
        print(f"{name + ', start':38}{min(starts):8.1f} s")
        print(f"{name + ', memory':38}{memory}")


def _start(database: Path) -> float:
    began = time.perf_counter()
    with product.started(database):
        return time.perf_counter() - began


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the shortest of some runs in seconds."""

    def once() -> float:
        began = time.perf_counter()
        subprocess.run(command, cwd=FOLDER, env=environment, check=True, capture_output=True)
        return time.perf_counter() - began

    return min(once() for _ in range(ROUNDS))


def _read(one: Started) -> None:
    for path in PAGES * 4:
        with urllib.request.urlopen(one.address + path, timeout=30) as answer:
            answer.read()


def _memory(one: Started) -> str:
    """Return what a process and its children hold: shared memory once, and counted for each."""
    held = [_smaps(pid) for pid in _family(one.process.pid)]
    shared_once, resident = (sum(each[which] for each in held) / 1024 for which in (0, 1))
    return (
        f"{shared_once:8.0f} MB (shared memory counted once; {resident:.0f} MB if for each process)"
    )


def _family(pid: int) -> Iterator[int]:
    yield pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    for child in children.split():
        yield from _family(int(child))


def _smaps(pid: int) -> tuple[int, int]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}
    return sizes["Pss"], sizes["Rss"]


if __name__ == "__main__":
    main()
