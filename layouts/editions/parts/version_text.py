"""The content of a version as readers see it: contents, sections, dashboards, ranks."""

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
    """Return the list of contents of the page."""
    dashboards = [
        _line(dashboard.name, anchor(places.dashboard(dashboard.slug)))
        for dashboard in text.dashboards
    ]
    entries = [
        *_document_entry(text, Document.DELIVERY_REPORT),
        *_document_entry(text, Document.COMPENDIUM),
        _entry("Dashboards", DASHBOARDS, dashboards),
        *([_entry("Funding and ranks", RANKS, [])] if with_ranks else []),
        *_document_entry(text, Document.CABINET_REPORT),
    ]
    return html.Nav(
        [html.H2("Contents", id=CONTENTS), html.Ul(entries)],
        className="contents",
        **{"aria-labelledby": CONTENTS},
    )


def _document_entry(text: VersionContent, document_kind: Document) -> list[Component]:
    sections = text.of(document_kind)
    return (
        [_entry(DOCUMENTS[document_kind], document_kind.value, _section_entries(sections))]
        if sections
        else []
    )


def _entry(title: str, target: str, children: Sequence[Component]) -> Component:
    link = html.A(title, href=f"#{target}")
    return html.Li([html.B(link), html.Ul(list(children)) if children else None])


def _line(title: str, target: str, children: Sequence[Component] = ()) -> Component:
    return html.Li(
        [html.A(title, href=f"#{target}"), html.Ul(list(children)) if children else None]
    )


def _section_entries(sections: Sequence[Section]) -> list[Component]:
    entries = []
    for outcome, within in groupby(sections, key=lambda section: section.outcome):
        if not outcome:
            entries += [_line(section.title, _section_anchor(section)) for section in within]
            continue
        children = [
            _line(section.title, _section_anchor(section))
            for section in within
            if not section.opens
        ]
        entries.append(_line(outcome, _outcome_anchor(outcome), children))
    return entries


def _section_anchor(section: Section) -> str:
    return anchor(places.section(section.slug))


def _outcome_anchor(outcome: str) -> str:
    slug = "".join(letter if letter.isalnum() else "-" for letter in outcome.lower())
    return f"outcome-{slug}"


def document(text: VersionContent, document_kind: Document) -> list[Component]:
    """Return the sections of one document, grouped by outcome."""
    sections = text.of(document_kind)
    if not sections:
        return []
    parts: list[Component] = [html.H2(DOCUMENTS[document_kind], id=document_kind.value)]
    for outcome, within in groupby(sections, key=lambda section: section.outcome):
        if outcome:
            parts += _of_outcome(outcome, list(within))
        else:
            parts += [_section(section, html.H3) for section in within]
        parts.append(_back())
    return parts


def _back() -> Component:
    """Return the link from the end of a long part to the contents."""
    return html.P(html.A("Back to the contents", href=f"#{CONTENTS}"), className="back")


def _of_outcome(outcome: str, sections: Sequence[Section]) -> Iterator[Component]:
    yield html.H3(outcome, id=_outcome_anchor(outcome), className="outcome-name")
    for section in sections:
        yield _section(section, None if section.title == outcome else html.H4)


def _section(section: Section, heading: type[Component] | None) -> Component:
    """Return one section, with a heading unless its outcome's heading is enough."""
    return html.Section(
        [heading(section.title) if heading else None, _body(section)],
        id=_section_anchor(section),
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
        html.Li([html.Span(f"({letter}) ", className="letter"), paragraph])
        for letter, paragraph in paragraphs
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
    return [*parts, *(_dashboard(board, text.under(board), text) for board in text.dashboards)]


def _dashboard(dashboard: Dashboard, rows: Sequence[Indicator], text: VersionContent) -> Component:
    note = f" {dashboard.comparator_note}" if dashboard.comparator_note else ""
    scope = html.P(f"Position is among {dashboard.comparator}.{note}", className="scope")
    table = indicator_table.table(
        rows,
        caption=f"Indicators of {dashboard.name}",
        year=text.data_year,
        previous_year=text.previous_data_year,
        sections=True,
        frozen=True,
    )
    return html.Section(
        [
            html.H3(dashboard.name),
            scope,
            table if rows else html.P("It has no indicator."),
            _back(),
        ],
        id=anchor(places.dashboard(dashboard.slug)),
        className="dashboard-of-version",
    )


def ranks(frozen: FrozenComparison | None, council: Council) -> list[Component]:
    """Return the funding and ranks that a version was frozen with."""
    if frozen is None:
        return []
    rows = [(THEMES[rank.theme], theme_rank(rank)) for rank in frozen.themes]
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
