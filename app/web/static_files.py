"""The product's static files: theme, fonts, scripts. ``CURRENT`` changes with each of them."""

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets"


def _fingerprint() -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


CURRENT = _fingerprint()


def content(address: str) -> bytes:
    """Return the bytes of an asset by its address without a version: /assets/maps/england.geojson."""
    return (FOLDER / address.removeprefix("/assets/")).read_bytes()


def address(name: str) -> str:
    """Return the address of an asset, which browsers may cache for a year."""
    return f"/assets/{name}?v={CURRENT}"
