"""The four small blocks that show a quarter; words follow them."""

from layouts.parts.element import Element, element

BLOCKS = 4


def blocks(filled: int) -> Element:
    """Return the four small blocks; more is better."""
    marks = [element("I", className="full" if index < filled else "") for index in range(BLOCKS)]
    return element("Span", marks, className="blocks", **{"aria-hidden": "true"})


def quarter(quartile: int, words: str) -> Element:
    """Return the blocks of a quartile from 1 (best, four full blocks) to 4, with its words."""
    return element(
        "Span", [blocks(BLOCKS + 1 - quartile), element("Span", words)], className="quarter"
    )
