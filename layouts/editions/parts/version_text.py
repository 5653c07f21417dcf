"""What a version holds, set as its readers read it: contents, sections, dashboards, ranks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from domain.comparison.comparison_wording import THEMES
from domain.council import Council
from domain.editions import places
from domain.editions.frozen_content import FrozenComparison, VersionContent
from domain.editions.sections import RECOMMENDATIONS, Section, lettered
from domain.editions.terms import Document
from domain.editions.version_wording import (
    DOCUMENTS,
    anchor,
    funding_sentence,
    ranked_among,
    theme_rank,
)
from domain.formatting import short_digest
from domain.indicators.counting import count
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.indicator_wording import direction_summary
from layouts.indicators.parts import indicator_table
from layouts.parts import chart
from layouts.parts.markdown import markdown

CONTENTS, DASHBOARDS, RANKS = "contents", "dashboards", "funding-and-ranks"


def contents(text: VersionContent, *, with_ranks: bool) -> Component:
    """Return a list of everything on the page, in its order."""
    dashboards = [_line(each.name, anchor(places.dashboard(each.slug))) for each in text.dashboards]
    entries = [
        *_listed(text, Document.DELIVERY_REPORT),
        *_listed(text, Document.COMPENDIUM),
        _entry("Dashboards", DASHBOARDS, dashboards),
        *([_entry("Funding and ranks", RANKS, [])] if with_ranks else []),
        *_listed(text, Document.CABINET_REPORT),
    ]
    return html.Nav(
        [html.H2("Contents", id=CONTENTS), html.Ul(entries)],
        className="contents",
        **{"aria-labelledby": CONTENTS},
    )


def _listed(text: VersionContent, which: Document) -> list[Component]:
    sections = text.of(which)
    return [_entry(DOCUMENTS[which], which.value, _sections_listed(sections))] if sections else []


def _entry(title: str, place: str, under: Sequence[Component]) -> Component:
    link = html.A(title, href=f"#{place}")
    return html.Li([html.B(link), html.Ul(list(under)) if under else None])


def _line(title: str, place: str, under: Sequence[Component] = ()) -> Component:
    return html.Li([html.A(title, href=f"#{place}"), html.Ul(list(under)) if under else None])


def _sections_listed(sections: Sequence[Section]) -> list[Component]:
    entries = []
    for outcome, within in groupby(sections, key=lambda each: each.outcome):
        if not outcome:
            entries += [_line(each.title, _place(each)) for each in within]
            continue
        under = [_line(each.title, _place(each)) for each in within if not each.opens]
        entries.append(_line(outcome, _outcome_place(outcome), under))
    return entries


def _place(section: Section) -> str:
    return anchor(places.section(section.slug))


def _outcome_place(outcome: str) -> str:
    slug = "".join(each if each.isalnum() else "-" for each in outcome.lower())
    return f"outcome-{slug}"


def document(text: VersionContent, which: Document) -> list[Component]:
    """Return one document: its sections, those of an outcome under the outcome's name."""
    sections = text.of(which)
    if not sections:
        return []
    parts: list[Component] = [html.H2(DOCUMENTS[which], id=which.value)]
    for outcome, within in groupby(sections, key=lambda each: each.outcome):
        if outcome:
            parts += _of_outcome(outcome, list(within))
        else:
            parts += [_section(each, html.H3) for each in within]
        parts.append(_back())
    return parts


def _back() -> Component:
    """Return the way back from the end of a long part."""
    return html.P(html.A("Back to the contents", href=f"#{CONTENTS}"), className="back")


def _of_outcome(outcome: str, sections: Sequence[Section]) -> Iterator[Component]:
    yield html.H3(outcome, id=_outcome_place(outcome), className="outcome-name")
    for each in sections:
        yield _section(each, None if each.title == outcome else html.H4)


def _section(section: Section, heading: type[Component] | None) -> Component:
    """Return one section under a heading of its own, or right under its outcome's."""
    return html.Section(
        [heading(section.title) if heading else None, _body(section)],
        id=_place(section),
        className="section-of-report",
    )


def _body(section: Section) -> Component:
    if not section.body.strip():
        return html.P("Nothing is written here yet.", className="soft")
    if section.slug == RECOMMENDATIONS:
        return lettered_list(lettered(section.body))
    return html.Div(markdown(section.body, lowest=3), className="narrative")


def lettered_list(paragraphs: Sequence[tuple[str, str]]) -> Component:
    """Return paragraphs with their letters: (a) that …."""
    lines = [
        html.Li([html.Span(f"({letter}) ", className="letter"), told])
        for letter, told in paragraphs
    ]
    return html.Ol(lines, className="lettered")


def dashboards(text: VersionContent) -> list[Component]:
    """Return every dashboard with its indicators."""
    parts: list[Component] = [html.H2("Dashboards", id=DASHBOARDS)]
    parts.append(
        html.P(
            f"{direction_summary(count(text.indicators, scope='all dashboards'))} Figures are of "
            f"{text.data_year} unless a row says otherwise; 1st is the best quarter.",
            className="how",
        )
    )
    return [*parts, *(_dashboard(each, text.under(each), text) for each in text.dashboards)]


def _dashboard(dashboard: Dashboard, rows: Sequence[Indicator], text: VersionContent) -> Component:
    note = f" {dashboard.comparator_note}" if dashboard.comparator_note else ""
    told = html.P(f"Position is among {dashboard.comparator}.{note}", className="scope")
    table = indicator_table.table(
        rows,
        caption=f"Indicators of {dashboard.name}",
        year=text.data_year,
        previous_year=text.previous_data_year,
        sections=True,
        frozen=True,
    )
    return html.Section(
        [html.H3(dashboard.name), told, table if rows else html.P("It has no indicator."), _back()],
        id=anchor(places.dashboard(dashboard.slug)),
        className="dashboard-of-version",
    )


def ranks(frozen: FrozenComparison | None, council: Council) -> list[Component]:
    """Return the funding and ranks that a version was frozen with."""
    if frozen is None:
        return []
    rows = [(THEMES[each.theme], theme_rank(each)) for each in frozen.themes]
    return [
        html.H2("Funding and ranks", id=RANKS),
        html.P(funding_sentence(council, frozen), className="prose"),
        html.Div(
            chart.table(
                f"Ranks of {council.name} by theme among {ranked_among(frozen)}; 1st is the best",
                ("Theme", "Rank"),
                rows,
            ),
            className="narrow",
        ),
        html.P(
            [
                "They were frozen with the text, from files whose digest is ",
                html.Code(short_digest(frozen.files), title=frozen.files),
                ".",
            ],
            className="scope",
        ),
    ]
