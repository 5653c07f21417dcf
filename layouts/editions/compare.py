"""The comparison of two versions: a summary in one sentence, then each difference."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.editions.version_comparison import ChangedPlace, ChangeGroup, VersionComparison
from domain.editions.version_wording import (
    anchor,
    became,
    count_changes,
    difference_summary,
    group_title,
    version_name,
    version_title,
)
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.editions.parts import difference
from layouts.shell import PageContent

TITLE = "Compare versions"


@dataclass(frozen=True, slots=True)
class CompareView:
    """Two versions by name and their differences; ``names`` are the versions to choose from."""

    year: int
    names: Sequence[str]
    old: str
    new: str
    compared: VersionComparison


def page(view: CompareView) -> PageContent:
    """Lay out the comparison."""
    compared = view.compared
    lead = difference_summary(compared, view.old, view.new)
    content = [
        _crumbs(view.year),
        html.H1(TITLE),
        html.P(lead, className="lead"),
        html.P(count_changes(compared.before, compared.after), className="prose"),
        _form(view),
        *(part for group in compared.groups for part in _group(view, group)),
    ]
    return PageContent(
        f"{TITLE} of the {view.year} edition", content, menu="/editions", description=lead
    )


def nothing(year: int, names: Sequence[str]) -> PageContent:
    """Lay out the page where there are not two versions to compare."""
    only = f"{version_name(names[0])} is the only one" if names else "no version has been frozen"
    sentence = f"There is nothing to compare yet: {only}."
    content = [_crumbs(year), html.H1(TITLE), html.P(sentence, className="lead")]
    return PageContent(
        f"{TITLE} of the {year} edition", content, menu="/editions", description=sentence
    )


def _crumbs(year: int) -> Component:
    return html.Nav(
        [html.A(f"The {year} edition", href=f"/editions/{year}"), f" › {TITLE}"],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _form(view: CompareView) -> Component:
    options = [(name, version_title(name)) for name in view.names]
    return choices.form(
        f"/editions/{view.year}/compare",
        [Choice("From", "from", view.old, options), Choice("To", "to", view.new, options)],
        about="Choose two versions",
        button="Compare",
        page="/compare",
    )


def _group(view: CompareView, group: ChangeGroup) -> list[Component]:
    return [html.H2(group_title(group)), *(_place(view, changed) for changed in group.places)]


def _place(view: CompareView, changed: ChangedPlace) -> Component:
    shown_in = view.old if changed.is_gone else view.new
    address = f"/editions/{view.year}/versions/{shown_in}#{anchor(changed.place)}"
    label = became(changed)
    return html.Section(
        [
            html.H3(
                [
                    html.A(changed.title, href=address),
                    *([" ", html.Span(label, className="tag")] if label else []),
                ]
            ),
            difference.fields(changed.differences, shorten=True) if changed.differences else None,
        ],
        className="changed-place",
    )
