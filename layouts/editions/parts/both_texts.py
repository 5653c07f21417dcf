"""Two texts of one field, where two people changed it at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.field_wording import field_name
from layouts.editions.parts import difference


@dataclass(frozen=True, slots=True)
class ConflictingTexts:
    """One field that two people changed: what each wrote."""

    field: str
    yours: str
    theirs: str
    conflicts: int


def both_texts(both: Sequence[ConflictingTexts]) -> list[Component]:
    """Return both texts of each field side by side, and how they were put together."""
    if not both:
        return []
    marked = sum(each.conflicts for each in both)
    told = (
        "Both texts are put together in the field below; save it when it reads well."
        if not marked
        else f"Both texts are put together in the field below. In "
        f"{formatting.counted(marked, 'place', 'places')} both of you changed the same words: there "
        "both stand between marks. Keep what is right and take the marks out."
    )
    return [
        html.H2("Two texts"),
        html.P(told),
        *(part for each in both for part in _two_texts(each)),
    ]


def _two_texts(each: ConflictingTexts) -> list[Component]:
    columns = [
        html.Section([html.H3(f"{field_name(each.field)}: yours"), html.Pre(each.yours)]),
        html.Section([html.H3(f"{field_name(each.field)}: theirs"), html.Pre(each.theirs)]),
    ]
    return [
        html.Div(columns, className="two both-texts"),
        html.Details(
            [html.Summary("From theirs to yours"), difference.words(each.theirs, each.yours)]
        ),
    ]
