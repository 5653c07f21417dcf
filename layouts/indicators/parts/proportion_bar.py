"""Counts as lengths, with the count and the word inside; narrow parts take their word below."""

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
    """Return the bar; the sentence with the same counts and their scope stands beside it on the page.

    The small bar shows counts alone and is for rows that also give the counts in words.
    """
    parts = [each for each in ORDER if counts.directions[each]]
    narrow = [each for each in parts if _is_narrow(counts, each)]
    lengths = html.Div(
        [_part(counts, each, small=small) for each in parts],
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
    below = "; ".join(f"{counts.directions[each]} {WORDS[each]}" for each in narrow)
    return html.P(
        f"Not named in the bar: {below}.", className="below wide-only", **{"aria-hidden": "true"}
    )


def _words_for_phone(counts: Counts, parts: Sequence[Direction]) -> Component:
    words = [
        html.Span([marks.direction_symbol(each), f" {counts.directions[each]} {WORDS[each]} "])
        for each in parts
    ]
    return html.P(words, className="below narrow-only", **{"aria-hidden": "true"})


def in_words(counts: Counts) -> str:
    """Return the counts, as the bar is read aloud."""
    return ", ".join(f"{counts.directions[each]} {WORDS[each]}" for each in ORDER)


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
