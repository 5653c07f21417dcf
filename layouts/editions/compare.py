"""Two versions of an edition: how much differs in a sentence, then each difference in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.editions.version_comparison import ChangedPlace, Compared, Group
from domain.editions.version_wording import (
    anchor,
    became,
    called,
    counts_moved,
    differs,
    group_title,
    title_of,
)
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.editions.parts import difference
from layouts.shell import Sheet

TITLE = "Compare versions"


@dataclass(frozen=True, slots=True)
class View:
    """Two versions by name, and what differs; ``names`` are all that can be chosen."""

    year: int
    names: Sequence[str]
    old: str
    new: str
    compared: Compared


def page(view: View) -> Sheet:
    """Lay out the comparison."""
    compared = view.compared
    lead = differs(compared, view.old, view.new)
    content = [
        _crumbs(view.year),
        html.H1(TITLE),
        html.P(lead, className="lead"),
        html.P(counts_moved(compared.before, compared.after), className="prose"),
        _form(view),
        *(part for group in compared.groups for part in _group(view, group)),
    ]
    return Sheet(f"{TITLE} of the {view.year} edition", content, menu="/editions", description=lead)


def nothing(year: int, names: Sequence[str]) -> Sheet:
    """Lay out the page where there are not two versions to compare."""
    only = f"{called(names[0])} is the only one" if names else "no version has been frozen"
    told = f"There is nothing to compare yet: {only}."
    content = [_crumbs(year), html.H1(TITLE), html.P(told, className="lead")]
    return Sheet(f"{TITLE} of the {year} edition", content, menu="/editions", description=told)


def _crumbs(year: int) -> Component:
    return html.Nav(
        [html.A(f"The {year} edition", href=f"/editions/{year}"), f" › {TITLE}"],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _form(view: View) -> Component:
    options = [(each, title_of(each)) for each in view.names]
    return choices.form(
        f"/editions/{view.year}/compare",
        [Choice("From", "from", view.old, options), Choice("To", "to", view.new, options)],
        about="Choose two versions",
        button="Compare",
        page="/compare",
    )


def _group(view: View, group: Group) -> list[Component]:
    return [html.H2(group_title(group)), *(_place(view, each) for each in group.places)]


def _place(view: View, changed: ChangedPlace) -> Component:
    shown_in = view.old if changed.is_gone else view.new
    address = f"/editions/{view.year}/versions/{shown_in}#{anchor(changed.place)}"
    said = became(changed)
    return html.Section(
        [
            html.H3(
                [
                    html.A(changed.title, href=address),
                    *([" ", html.Span(said, className="tag")] if said else []),
                ]
            ),
            difference.fields(changed.differences, shorten=True) if changed.differences else None,
        ],
        className="changed-place",
    )
