"""Everything that is written and signed off in an edition, and what the checklist finds."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.editions.checklist import Finding, errors
from domain.editions.revisions import Unit
from domain.editions.stage_wording import STAGES
from domain.editions.status import Standing
from domain.editions.terms import Document
from domain.formatting import counted, moment
from layouts.parts import chart, fields
from layouts.shell import Sheet, hidden

GROUPS: Sequence[tuple[Document | None, str]] = (
    (Document.DELIVERY_REPORT, "Annual Delivery Report"),
    (Document.COMPENDIUM, "Performance Compendium"),
    (None, "Theme dashboards"),
    (Document.CABINET_REPORT, "Report to the Cabinet"),
)


@dataclass(frozen=True, slots=True)
class Overrides:
    """One indicator that an officer judged otherwise than its rule, and why."""

    place: str
    name: str
    told: str


def page(
    standing: Standing,
    units: Sequence[Unit],
    findings: Sequence[Finding],
    overrides: Sequence[Overrides],
    *,
    token: str,
    may_edit: bool,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> Sheet:
    """Lay out the sections and dashboards with their sign-offs, then what is to be mended."""
    signed = sum(1 for unit in units if unit.signed_by)
    content = [
        html.P(
            [
                html.A(f"The {standing.year} edition", href=f"/editions/{standing.year}"),
                " › Text and figures",
            ],
            className="crumbs",
        ),
        html.H1(f"{signed} of {len(units)} signed off"),
        fields.refusal(refusal),
        html.P(_lead(standing, findings), className="lead"),
        *(part for document, title in GROUPS for part in _group(standing, units, document, title)),
        *(_bringing(standing, token) if may_edit else []),
        *_findings(standing, findings),
        *_overrides(standing, overrides),
    ]
    return Sheet(
        f"Text and figures of the {standing.year} edition",
        content,
        menu="/editions",
        notices=notices,
    )


def _lead(standing: Standing, findings: Sequence[Finding]) -> str:
    wrong = len(errors(findings))
    clear = "The publishing checklist is clear."
    things = counted(wrong, "thing", "things")
    told = clear if not wrong else f"The publishing checklist has {things} to mend."
    return f"The edition is in {STAGES[standing.stage].lower()}. {told}"


def _group(
    standing: Standing, units: Sequence[Unit], document: Document | None, title: str
) -> list[Component]:
    within = [unit for unit in units if unit.document is document]
    if not within:
        return []
    table = chart.table(
        title,
        ("Part", "Last edit", "Signed off"),
        [_row(standing, unit) for unit in within],
        numbers_from=None,
        headed=True,
        cards=True,
    )
    return [html.H2(title), table]


def _row(standing: Standing, unit: Unit) -> tuple[object, ...]:
    edited = f"{unit.edited_by}, {moment(unit.edited_at)}" if unit.edited_at else "–"
    address = f"/editions/{standing.year}/edit?place={unit.place}"
    name: list[object] = [html.A(unit.title, href=address)]
    if unit.is_empty:
        name += [" ", html.Span("Empty", className="tag")]
    return (name, edited, f"✓ {unit.signed_by}" if unit.signed_by else "Not yet")


def _bringing(standing: Standing, token: str) -> list[Component]:
    """Take all figures away as one file, fill it in, and bring it back."""
    base = f"/editions/{standing.year}"
    form = html.Form(
        [
            hidden("csrf_token", token),
            hidden("version", str(standing.version)),
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
    told = (
        "Take every indicator away as one file, fill in the values in a spreadsheet, and bring it "
        "back. Every row that differs is saved as an edit of its own; where one cannot be, its "
        "line is named and nothing is saved."
    )
    return [
        html.H2("Many figures at once"),
        html.P(told),
        html.P(html.A("Take the figures away (CSV)", href=f"{base}/figures.csv")),
        form,
    ]


def _findings(standing: Standing, findings: Sequence[Finding]) -> list[Component]:
    if not findings:
        return []
    wrong = errors(findings)
    other = [each for each in findings if not each.is_error]
    parts: list[Component] = [html.H2("Publishing checklist", id="checklist")]
    for found, title in ((wrong, "To mend before it is sent on"), (other, "Worth a look")):
        if found:
            parts.append(
                html.Details(
                    [
                        html.Summary(f"{title} ({len(found)})"),
                        html.Ul([_finding(standing, each) for each in found]),
                    ],
                    open=len(found) <= FEW,
                )
            )
    return parts


FEW = 12


def _finding(standing: Standing, each: Finding) -> Component:
    address = f"/editions/{standing.year}/edit?place={each.place}"
    return html.Li([html.A(each.title, href=address), f": {each.told}"])


def _overrides(standing: Standing, overrides: Sequence[Overrides]) -> list[Component]:
    if not overrides:
        return []
    rows = [
        html.Li(
            [
                html.A(each.name, href=f"/editions/{standing.year}/edit?place={each.place}"),
                f": {each.told}",
            ]
        )
        for each in overrides
    ]
    return [
        html.H2("Judgements of officers"),
        html.P(
            "Arrows, ratings and positions that were set by hand, with the reason.", className="how"
        ),
        html.Ul(rows),
    ]
