"""The text and figures of an edition with their sign-offs, the checklist and the overrides."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.editions.checklist import Finding, errors
from domain.editions.revisions import SignOffUnit
from domain.editions.stage_wording import STAGES
from domain.editions.status import EditionStatus
from domain.editions.terms import Document
from domain.formatting import counted, moment
from layouts.parts import chart, fields
from layouts.shell import PageContent, hidden

GROUPS: Sequence[tuple[Document | None, str]] = (
    (Document.DELIVERY_REPORT, "Annual Delivery Report"),
    (Document.COMPENDIUM, "Performance Compendium"),
    (None, "Theme dashboards"),
    (Document.CABINET_REPORT, "Report to the Cabinet"),
)


@dataclass(frozen=True, slots=True)
class Override:
    """One indicator with values that an officer set by hand, and the reason."""

    place: str
    name: str
    reason: str


def page(
    status: EditionStatus,
    units: Sequence[SignOffUnit],
    findings: Sequence[Finding],
    overrides: Sequence[Override],
    *,
    token: str,
    may_edit: bool,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the sections and dashboards with their sign-offs, then the checklist's findings."""
    signed = sum(1 for unit in units if unit.signed_by)
    content = [
        html.P(
            [
                html.A(f"The {status.year} edition", href=f"/editions/{status.year}"),
                " › Text and figures",
            ],
            className="crumbs",
        ),
        html.H1(f"{signed} of {len(units)} signed off"),
        fields.refusal(refusal),
        html.P(_lead(status, findings), className="lead"),
        *(part for document, title in GROUPS for part in _group(status, units, document, title)),
        *(_figures_upload(status, token) if may_edit else []),
        *_findings(status, findings),
        *_overrides(status, overrides),
    ]
    return PageContent(
        f"Text and figures of the {status.year} edition",
        content,
        menu="/editions",
        notices=notices,
    )


def _lead(status: EditionStatus, findings: Sequence[Finding]) -> str:
    wrong = len(errors(findings))
    clear = "The publishing checklist is clear."
    things = counted(wrong, "thing", "things")
    checklist = clear if not wrong else f"The publishing checklist has {things} to mend."
    return f"The edition is in {STAGES[status.stage].lower()}. {checklist}"


def _group(
    status: EditionStatus, units: Sequence[SignOffUnit], document: Document | None, title: str
) -> list[Component]:
    within = [unit for unit in units if unit.document is document]
    if not within:
        return []
    table = chart.table(
        title,
        ("Part", "Last edit", "Signed off"),
        [_row(status, unit) for unit in within],
        numbers_from=None,
        headed=True,
        cards=True,
    )
    return [html.H2(title), table]


def _row(status: EditionStatus, unit: SignOffUnit) -> tuple[object, ...]:
    edited = f"{unit.edited_by}, {moment(unit.edited_at)}" if unit.edited_at else "–"
    address = f"/editions/{status.year}/edit?place={unit.place}"
    name: list[object] = [html.A(unit.title, href=address)]
    if unit.is_empty:
        name += [" ", html.Span("Empty", className="tag")]
    return (name, edited, f"✓ {unit.signed_by}" if unit.signed_by else "Not yet")


def _figures_upload(status: EditionStatus, token: str) -> list[Component]:
    """Return the download of all figures as one file and the form to upload it."""
    base = f"/editions/{status.year}"
    form = html.Form(
        [
            hidden("csrf_token", token),
            hidden("version", str(status.version)),
            html.Div(
                [
                    dbc.Label("The file, filled in", html_for="field-file"),
                    dbc.Input(id="field-file", name="file", type="file"),
                ],
                className="field",
            ),
            dbc.Button("Bring it back", type="submit", color="primary", outline=True),
        ],
        method="post",
        action=f"{base}/figures",
        encType="multipart/form-data",
        className="narrow",
    )
    instructions = (
        "Take every indicator away as one file, fill in the values in a spreadsheet, and bring it "
        "back. Every row that differs is saved as an edit of its own; where one cannot be, its "
        "line is named and nothing is saved."
    )
    return [
        html.H2("Many figures at once"),
        html.P(instructions),
        html.P(html.A("Take the figures away (CSV)", href=f"{base}/figures.csv")),
        form,
    ]


def _findings(status: EditionStatus, findings: Sequence[Finding]) -> list[Component]:
    if not findings:
        return []
    wrong = errors(findings)
    other = [finding for finding in findings if not finding.is_error]
    parts: list[Component] = [html.H2("Publishing checklist", id="checklist")]
    for group, title in ((wrong, "To mend before it is sent on"), (other, "Worth a look")):
        if group:
            parts.append(
                html.Details(
                    [
                        html.Summary(f"{title} ({len(group)})"),
                        html.Ul([_finding(status, finding) for finding in group]),
                    ],
                    open=len(group) <= FEW,
                )
            )
    return parts


FEW = 12


def _finding(status: EditionStatus, finding: Finding) -> Component:
    address = f"/editions/{status.year}/edit?place={finding.place}"
    return html.Li([html.A(finding.title, href=address), f": {finding.message}"])


def _overrides(status: EditionStatus, overrides: Sequence[Override]) -> list[Component]:
    if not overrides:
        return []
    rows = [
        html.Li(
            [
                html.A(override.name, href=f"/editions/{status.year}/edit?place={override.place}"),
                f": {override.reason}",
            ]
        )
        for override in overrides
    ]
    return [
        html.H2("Judgements of officers"),
        html.P(
            "Arrows, ratings and positions that were set by hand, with the reason.", className="how"
        ),
        html.Ul(rows),
    ]
