"""Text of a drawing: its lines, its width, and its SVG.

Labels carry two tags of plotly's: ``<b>`` and ``<br>``. Everything else in them is plain text.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

NARROW, WIDE, USUAL = 0.31, 0.86, 0.56
"""The widths of characters in parts of the font's size, measured in Atkinson Hyperlegible Next."""
BOLD = 1.05
LINE = 1.3
"""The height of a line in parts of the font's size."""
TAG = re.compile(r"</?b>")
ABOVE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""The part of a label that stands above its point."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
WEIGHTS = {False: "", True: ' font-weight="700"'}


def lines_of(text: object) -> list[str]:
    """Return the lines of a label."""
    return str(text).split("<br>")


def width_of(text: object, size: float) -> float:
    """Return the width in pixels of the longest line of a label, estimated."""
    return max(_width(line, size, bold=bold) for line, bold in _plain_lines(text))


def _width(line: str, size: float, *, bold: bool) -> float:
    parts = sum(
        NARROW if character in "iljtfrI.,:;'’|!() " else WIDE if character in "mwMW@%—" else USUAL
        for character in line
    )
    return parts * size * (BOLD if bold else 1)


def _plain_lines(text: object) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a label without tags, each with whether words in it are bold."""
    bold = False
    for line in lines_of(text):
        yield TAG.sub("", line), bold or "<b>" in line
        last = TAG.findall(line)[-1:]
        bold = last == ["<b>"] if last else bold


class Anchor(NamedTuple):
    """Where the point lies that a label is drawn at.

    ``align`` is its position across the label (left, center, right), ``upright`` along its height
    (top, middle, bottom), ``dx`` how many pixels the label is moved to the right.
    """

    align: str = "center"
    upright: str = "middle"
    dx: float = 0


MIDDLE = Anchor()


def text(
    words: object,
    *,
    x: str,
    y: float,
    size: float,
    colour: str = "",
    anchor: Anchor = MIDDLE,
    halo: bool = False,
) -> str:
    """Return a label as SVG.

    ``x`` is a length of SVG (pixels or per cent), ``y`` is pixels. With a ``halo`` lines behind the
    label do not cross it.
    """
    lines = list(_plain_lines(words))
    height = LINE * size
    first = y - height * len(lines) * ABOVE[anchor.upright]
    attributes = f' text-anchor="{ANCHORS[anchor.align]}" font-size="{size:g}"'
    attributes += f' fill="{colour}"' if colour else ""
    attributes += ' class="halo"' if halo else ""
    moved = f' dx="{anchor.dx:.1f}"' if anchor.dx else ""
    rows = [
        f'<tspan x="{x}"{moved} y="{first + height * (index + 0.78):.1f}"{WEIGHTS[bold]}>'
        f"{escape(line, quote=False)}</tspan>"
        for index, (line, bold) in enumerate(lines)
    ]
    return f"<text{attributes}>{''.join(rows)}</text>"
