"""Templates of databases kept on disk, under a digest of everything that they are made of."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / ".pytest_cache" / "templates"
MAKERS = ("app", "db", "domain", "readers", "workflow", "tests/builders")
"""Packages whose code decides what is in a template."""
KEPT = 3
"""How many generations of a template are kept: a run under way may still read the one before."""


@cache
def digest() -> str:
    """Differs as soon as the data, the code or the libraries differ that templates are made of.

    A run that tries faults of the code names the digest of the code without them.
    """
    given = os.environ.get("TEMPLATES_DIGEST")
    if given:
        return given
    found = hashlib.sha256()
    for file in _sources():
        content = file.read_bytes()
        found.update(f"{file.relative_to(REPOSITORY)} {len(content)}\n".encode() + content)
    return found.hexdigest()[:20]


def _sources() -> list[Path]:
    code = [file for package in MAKERS for file in (REPOSITORY / package).rglob("*.py")]
    data = [file for file in (REPOSITORY / "data").rglob("*") if file.is_file()]
    return sorted([*code, *data, REPOSITORY / "requirements.txt"])


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Keep every other process from the same template meanwhile."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"lock-{name}").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def kept(name: str) -> Iterator[Path]:
    """Yield the file of a template; where it is missing, one to write, which then takes its place."""
    file = FOLDER / f"{name}.{digest()}"
    if file.exists():
        os.utime(file)
        yield file
        return
    new = FOLDER / f"{name}.{os.getpid()}.new"
    try:
        yield new
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
    for old in sorted(FOLDER.glob(f"{name}.*"), key=_age)[KEPT:]:
        old.unlink(missing_ok=True)


def _age(file: Path) -> float:
    return -file.stat().st_mtime
