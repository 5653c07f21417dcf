"""A drawing as it can be read: its marks, its words, its ids."""

import re
from xml.etree import ElementTree as ET

from figures.drawing.frame import drawing

REFERENCE = re.compile(r"url\(#([^)]*)\)")
HOSTILE = ('<script>alert("1")</script>', 'A & B\'s "C"', "<!--", "]]>", "&amp;<br/>", "</text>")
"""Names that would be markup where they are not written as words."""
MARKS = ("use", "path", "rect")


def tree(svg: str) -> ET.Element:
    """A piece of a drawing, read as strictly as XML."""
    return ET.fromstring(f"<root>{svg}</root>")


def drawn(figure, *, id: str = "chart", read=None) -> ET.Element:
    """A figure's drawing, in one element."""
    return tree(drawing(figure, id=id, read=read))


def only(part: ET.Element, tag: str) -> ET.Element:
    (found,) = part.iter(tag)
    return found


def labels(part: ET.Element) -> list[str]:
    """The words of each label, its lines parted by a stroke."""
    return ["|".join(line.text or "" for line in text) for text in part.iter("text")]


def label(part: ET.Element, words: str) -> ET.Element:
    """The only label of these words."""
    (found,) = (
        text for text in part.iter("text") if "|".join(line.text or "" for line in text) == words
    )
    return found


def marks(part: ET.Element, number: int = 0) -> list[ET.Element]:
    """The marks of one trace, in its order."""
    groups = [group for group in part.iter("g") if group.get("data-trace") == str(number)]
    return [mark for group in groups for mark in group if mark.tag in MARKS]


def titles(part: ET.Element, number: int = 0) -> list[str]:
    """What the marks of one trace say when they are pointed at."""
    return ["".join(title.itertext()) for mark in marks(part, number) for title in mark]


def places(part: ET.Element, number: int = 0) -> list[tuple[float, float]]:
    """Where the points of one trace lie: in per cent across, in pixels down."""
    return [
        (float(mark.get("x", "").rstrip("%")), float(mark.get("y", "")))
        for mark in marks(part, number)
    ]


def ids(part: ET.Element) -> list[str]:
    return [node.get("id", "") for node in part.iter() if "id" in node.attrib]


def references(part: ET.Element) -> set[str]:
    """The ids that are referred to."""
    values = [value for node in part.iter() for value in node.attrib.values()]
    linked = {node.get("href", "").removeprefix("#") for node in part.iter("use")}
    return linked.union(*(REFERENCE.findall(value) for value in values))
