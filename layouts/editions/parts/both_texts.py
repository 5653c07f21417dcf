"""The two texts of a field that two people changed at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.field_wording import field_name
from layouts.editions.parts import difference


@dataclass(frozen=True, slots=True)
class ConflictingTexts:
    """One field that two people changed: the typed text and the text saved before it."""

    field: str
    typed: str
    saved: str
    conflicts: int


def both_texts(both: Sequence[ConflictingTexts]) -> list[Component]:
    """Return both texts of each field side by side, and how they were merged."""
    if not both:
        return []
    marked = sum(texts.conflicts for texts in both)
    sentence = (
        "Both texts are put together in the field below; save it when it reads well."
        if not marked
        else f"Both texts are put together in the field below. In "
        f"{formatting.counted(marked, 'place', 'places')} both of you changed the same words: there "
        "both stand between marks. Keep what is right and take the marks out."
    )
    return [
        html.H2("Two texts"),
        html.P(sentence),
        *(part for texts in both for part in _two_texts(texts)),
    ]


def _two_texts(texts: ConflictingTexts) -> list[Component]:
    columns = [
        html.Section([html.H3(f"{field_name(texts.field)}: yours"), html.Pre(texts.typed)]),
        html.Section([html.H3(f"{field_name(texts.field)}: theirs"), html.Pre(texts.saved)]),
    ]
    return [
        html.Div(columns, className="two both-texts"),
        html.Details(
            [html.Summary("From theirs to yours"), difference.words(texts.saved, texts.typed)]
        ),
    ]
