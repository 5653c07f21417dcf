"""One version of an edition: its description and its whole content."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from domain.council import Council
from domain.editions.frozen_content import DRAFT, FrozenComparison, VersionContent
from domain.editions.status import Version
from domain.editions.terms import Document
from domain.editions.version_wording import (
    frozen_by,
    version_name,
    version_title,
    withdrawal_notice,
)
from domain.formatting import moment
from domain.governance.record import Notice
from layouts.editions.parts import version_text
from layouts.parts.digest import digest
from layouts.shell import PageContent


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of an edition. ``version`` is None for the present text.

    ``introduction`` describes it; ``superseded_by`` and ``before`` name other versions or are empty;
    ``notices`` are those of corrections.
    """

    year: int
    text: VersionContent
    version: Version | None
    introduction: Sequence[str]
    superseded_by: str
    before: str
    notices: Sequence[Notice]
    frozen: FrozenComparison | None
    council: Council

    @property
    def name(self) -> str:
        """Return the version's name in addresses."""
        return self.version.name if self.version else DRAFT


def page(view: VersionView) -> PageContent:
    """Lay out the version."""
    title = version_title(view.name)
    content = [
        _crumbs(view.year, title),
        html.H1(view.text.title),
        _superseded(view),
        html.P(" ".join(view.introduction), className="lead"),
        _identity(view),
        _downloads(view),
        *_notices(view),
        version_text.contents(view.text, with_ranks=view.frozen is not None),
        *version_text.document(view.text, Document.DELIVERY_REPORT),
        *version_text.document(view.text, Document.COMPENDIUM),
        *version_text.dashboards(view.text),
        *version_text.ranks(view.frozen, view.council),
        *version_text.document(view.text, Document.CABINET_REPORT),
    ]
    return PageContent(
        f"{title}: {view.text.title}",
        content,
        menu="/editions",
        description=" ".join(view.introduction),
    )


def tombstone(year: int, name: str, title: str, last: Notice | None) -> PageContent:
    """Lay out the page of a version that was published and then withdrawn, with the reason."""
    sentence = withdrawal_notice(title, moment(last.at) if last else "")
    content = [
        _crumbs(year, version_title(name)),
        html.H1("Withdrawn from publication"),
        html.P(sentence, className="lead"),
        html.P([html.B("The reason: "), last.text], className="prose") if last else None,
        html.P("Its text and figures can no longer be read here."),
    ]
    return PageContent(f"Withdrawn: {title}", content, menu="/editions", description=sentence)


def _crumbs(year: int, title: str) -> Component:
    return html.Nav(
        [html.A(f"The {year} edition", href=f"/editions/{year}"), f" › {title}"],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _superseded(view: VersionView) -> Component | None:
    if not view.superseded_by:
        return None
    sentence = "This version was corrected. What is published now is "
    link = html.A(
        version_name(view.superseded_by),
        href=f"/editions/{view.year}/versions/{view.superseded_by}",
    )
    return html.Div(html.P([sentence, link, "."]), className="notice")


def _identity(view: VersionView) -> Component | None:
    """Return when and by whom the version was frozen, and its digest."""
    if view.version is None:
        return None
    return html.Div(
        [
            html.P(f"{frozen_by(view.version)} Its digest (SHA-256), which proves every byte:"),
            digest(view.version.digest),
        ],
        className="identity",
    )


def _downloads(view: VersionView) -> Component | None:
    address = f"/editions/{view.year}"
    links: list[Component] = []
    if view.version:
        json = f"{address}/versions/{view.name}.json"
        links.append(html.A("Take it away as JSON", href=json))
    if view.before:
        compare = f"{address}/compare?from={view.before}&to={view.name}"
        links.append(html.A(f"Compare with version {view.before}", href=compare))
    if not links:
        return None
    return html.P([part for link in links for part in (link, " · ")][:-1], className="take")


def _notices(view: VersionView) -> list[Component]:
    if not view.notices:
        return []
    address = f"/editions/{view.year}/versions"
    rows = [
        html.Li(
            [
                html.B(html.A(version_title(notice.version), href=f"{address}/{notice.version}")),
                f", {moment(notice.at)}: {notice.text}",
            ]
        )
        for notice in view.notices
    ]
    return [html.H2("What was corrected", id="corrections"), html.Ul(rows)]
