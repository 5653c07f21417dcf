"""A cache of template databases on disk, named by a digest of everything they are made of."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / ".pytest_cache" / "templates"
SOURCE_PACKAGES = ("app", "db", "domain", "readers", "workflow", "tests/builders")
"""Packages whose code determines the content of a template."""
GENERATIONS = 3
"""The number of generations of a template in the cache: another run may still read an older one."""


@cache
def digest() -> str:
    """Return a digest of the data, the code and the libraries that templates are made of.

    A mutation run sets the digest of the unchanged code in the environment.
    """
    from_environment = os.environ.get("TEMPLATES_DIGEST")
    if from_environment:
        return from_environment
    checksum = hashlib.sha256()
    for file in _sources():
        content = file.read_bytes()
        checksum.update(f"{file.relative_to(REPOSITORY)} {len(content)}\n".encode() + content)
    return checksum.hexdigest()[:20]


def _sources() -> list[Path]:
    code = [file for package in SOURCE_PACKAGES for file in (REPOSITORY / package).rglob("*.py")]
    data = [file for file in (REPOSITORY / "data").rglob("*") if file.is_file()]
    return sorted([*code, *data, REPOSITORY / "requirements.txt"])


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the lock of a template, so that no other process makes it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"lock-{name}").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def cached(name: str) -> Iterator[Path]:
    """Yield the file of a template, or if it is missing a new file to write in its place."""
    file = FOLDER / f"{name}.{digest()}"
    if file.exists():
        os.utime(file)
        yield file
        return
    new_file = FOLDER / f"{name}.{os.getpid()}.new"
    try:
        yield new_file
        new_file.replace(file)
    finally:
        new_file.unlink(missing_ok=True)
    for old_file in sorted(FOLDER.glob(f"{name}.*"), key=_age)[GENERATIONS:]:
        old_file.unlink(missing_ok=True)


def _age(file: Path) -> float:
    return -file.stat().st_mtime
