"""The pictures in README.md, taken from a running demonstration: ``make pictures``.

Each is a browser's view of one address, written as a PNG with at most 256 colours: a page has
few, and the file is a third as large.
"""

import base64
import shutil
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page, sync_playwright

from benchmarks.product import running

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH, HEIGHT = 1000, 640
COLOURS = 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PIXELS = """async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const bytes = canvas.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}"""
"""Read a PNG's pixels in the browser: four bytes each, as base64."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the address, and the part of the page that is scrolled to the top."""

    address: str
    top: str = "body"


PICTURES: Mapping[str, Picture] = {
    "overview": Picture("/"),
    "dashboard": Picture("/dashboards/public-health", ".chart-frame"),
    "edition": Picture("/editions/2022"),
}


def main() -> None:
    """Start a separate demonstration and take every picture of it."""
    FOLDER.mkdir(exist_ok=True)
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    with running() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        plain = browser.new_page()
        for name, picture in PICTURES.items():
            pixels = _pixels(plain, _shot(tab, home, picture))
            (FOLDER / f"{name}.png").write_bytes(indexed_png(pixels))
        browser.close()


def _shot(tab: Page, home: str, picture: Picture) -> bytes:
    tab.goto(f"{home}{picture.address}")
    tab.wait_for_load_state("networkidle")
    visible = f"{picture.top} >> visible=true"
    tab.locator(visible).first.evaluate("part => part.scrollIntoView()")
    return tab.screenshot()


def _pixels(tab: Page, png: bytes) -> Pixels:
    address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    read = base64.b64decode(tab.evaluate(PIXELS, address))
    return np.frombuffer(read, dtype=np.uint8).reshape(HEIGHT, WIDTH, 4)[:, :, :3]


def indexed_png(pixels: Pixels) -> bytes:
    """Return rows of red, green and blue as a PNG of the colours that are used most.

    Any other colour is replaced by the nearest of those.
    """
    colours, at, counts = np.unique(
        pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    palette = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    apart = colours[:, np.newaxis].astype(int) - palette[np.newaxis].astype(int)
    nearest = (apart**2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    indexed = nearest[at.reshape(-1)].reshape(pixels.shape[:2])
    height, width = indexed.shape
    rows = np.pad(
        indexed, ((0, 0), (1, 0))
    ).tobytes()  # each row begins with the byte of its filter: none
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", palette.tobytes())]
    parts += [(b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


if __name__ == "__main__":
    main()
