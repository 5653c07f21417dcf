"""A bar of counts: each part has its count and word inside; narrow parts have the word below."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain.indicators import indicator_wording
from domain.indicators.counting import Counts
from domain.indicators.terms import Direction
from layouts.indicators.parts import marks
from layouts.indicators.parts.marks import CLASSES

ORDER = (Direction.IMPROVED, Direction.NO_CHANGE, Direction.WORSENED, Direction.UNDETERMINED)
WORDS = {
    Direction.IMPROVED: "improved",
    Direction.NO_CHANGE: "no real change",
    Direction.WORSENED: "worsened",
    Direction.UNDETERMINED: "cannot be told",
}
NARROW = 0.14


def bar(counts: Counts, *, small: bool = False) -> Component:
    """Return the bar; the page gives the same counts and their scope in a sentence beside it.

    The small bar shows counts alone, for rows that also give the counts in words.
    """
    parts = [direction for direction in ORDER if counts.directions[direction]]
    narrow = [direction for direction in parts if _is_narrow(counts, direction)]
    lengths = html.Div(
        [_part(counts, direction, small=small) for direction in parts],
        className="proportions small" if small else "proportions",
        role="img",
        **{"aria-label": in_words(counts)},
    )
    if small:
        return lengths
    return html.Div([lengths, _words_for_narrow(counts, narrow), _words_for_phone(counts, parts)])


def _words_for_narrow(counts: Counts, narrow: Sequence[Direction]) -> Component | None:
    if not narrow:
        return None
    below = "; ".join(f"{counts.directions[direction]} {WORDS[direction]}" for direction in narrow)
    return html.P(
        f"Not named in the bar: {below}.", className="below wide-only", **{"aria-hidden": "true"}
    )


def _words_for_phone(counts: Counts, parts: Sequence[Direction]) -> Component:
    words = [
        html.Span(
            [
                marks.direction_symbol(direction),
                f" {counts.directions[direction]} {WORDS[direction]} ",
            ]
        )
        for direction in parts
    ]
    return html.P(words, className="below narrow-only", **{"aria-hidden": "true"})


def in_words(counts: Counts) -> str:
    """Return the text that a screen reader reads for the bar."""
    return ", ".join(f"{counts.directions[direction]} {WORDS[direction]}" for direction in ORDER)


def _is_narrow(counts: Counts, direction: Direction) -> bool:
    return counts.directions[direction] < NARROW * counts.total


def _part(counts: Counts, direction: Direction, *, small: bool) -> Component:
    number = counts.directions[direction]
    word = html.Span(WORDS[direction], className="word")
    if small or _is_narrow(counts, direction):
        word = None
    return html.Span(
        [html.B(str(number)), word],
        className=CLASSES[direction],
        style={"flexGrow": number},
        title=indicator_wording.DIRECTIONS[direction],
    )
