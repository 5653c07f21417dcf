"""The editor of a section or an indicator, and the sign-off of somebody else's text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.field_wording import field_name, printed_field
from domain.editions.revisions import Revision, SignOffUnit
from domain.formatting import moment, within_a_sentence
from layouts.editions import ids
from layouts.editions.parts.both_texts import ConflictingTexts, both_texts
from layouts.editions.parts.place_fields import place_fields
from layouts.parts import chart, fields, form_storage
from layouts.parts.markdown import markdown
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class Writing:
    """One place in the editor.

    ``values`` are the fields' values: the present text, the typed text, or the merged text where
    two saves conflict (``both``). ``why_not`` says why the current user cannot sign it off.
    """

    year: int
    place: str
    title: str
    version: int
    read: int
    unit: SignOffUnit
    token: str
    key: str
    values: Mapping[str, str]
    may_edit: bool
    may_sign: bool
    why_not: str
    others: Sequence[str]
    history: Sequence[Revision]
    before: Mapping[str, str] = field(default_factory=dict)
    rule: str = ""
    rows: Sequence[tuple[str, str, str, str, str]] = ()
    both: Sequence[ConflictingTexts] = ()
    refusal: str = ""
    who: str = ""
    note: str = ""


def page(writing: Writing, notices: Sequence[str] = ()) -> PageContent:
    """Lay out the editor: the text in the main column, everything else beside it."""
    year = writing.year
    content = [
        html.P(
            [
                html.A(f"The {year} edition", href=f"/editions/{year}"),
                " › ",
                html.A("Text and figures", href=f"/editions/{year}/text"),
                " › ",
                writing.title,
            ],
            className="crumbs",
        ),
        html.H1(writing.title),
        fields.refusal(writing.refusal),
        *both_texts(writing.both),
        html.Div([_main(writing), _beside(writing)], className="editing"),
    ]
    return PageContent(
        f"{writing.title}: the {year} edition",
        content,
        menu="/editions",
        notices=notices,
    )


def _main(writing: Writing) -> Component:
    if not writing.values:
        return html.Div([_rows(writing)])
    if not writing.may_edit:
        return html.Div([_reading(writing)])
    return html.Div([_form(writing)])


def _form(writing: Writing) -> Component:
    carried = {
        "csrf_token": writing.token,
        "version": str(writing.version),
        "key": writing.key,
        "place": writing.place,
        "read": str(writing.read),
    }
    preview = html.Section(
        [
            html.H2("As readers will see it"),
            html.Div(id=ids.Writing.PREVIEW, className="narrative"),
        ],
        id=ids.Writing.PREVIEW_PART,
        hidden=True,
    )
    return html.Form(
        [
            *(hidden(name, value) for name, value in carried.items()),
            form_storage.status_line(),
            *place_fields(writing.values),
            fields.line("Note on this change, if it needs one", "reason", writing.note, most=2000),
            dbc.Button("Save", type="submit", color="primary"),
            preview if "body" in writing.values else None,
        ],
        method="post",
        action=f"/editions/{writing.year}/do/edit",
        id=ids.Writing.FORM,
        className="step",
        **{
            **form_storage.attributes(
                writing.who,
                writing.year,
                f"edit/{writing.place}",
                refused=bool(writing.refusal),
                unchanged="Nothing has been changed yet.",
            ),
            "data-present": f"/editions/{writing.year}/presence",
            "data-preview": "/editions/preview",
        },
    )


def _reading(writing: Writing) -> Component:
    if "body" in writing.values:
        return html.Div(
            [
                html.H2("As it stands"),
                html.Div(markdown(writing.values["body"], lowest=1), className="narrative"),
            ]
        )
    return html.Dl(
        [
            part
            for name, value in writing.values.items()
            for part in (html.Dt(field_name(name)), html.Dd(printed_field(name, value) or "–"))
        ],
        className="differences",
    )


def _rows(writing: Writing) -> Component:
    rows = [
        (
            html.A(name, href=f"/editions/{writing.year}/edit?place={place}"),
            value or "not given yet",
            before,
            target,
        )
        for place, name, value, before, target in writing.rows
    ]
    caption = formatting.counted(len(rows), "indicator", "indicators")
    heads = ("Indicator", "Value", "Before", "Target")
    return chart.table(caption, heads, rows, numbers_from=None, cards=True)


def _beside(writing: Writing) -> Component:
    return html.Aside(
        [
            _others(writing),
            html.H2("Second pair of eyes"),
            *_signing(writing),
            *_rule(writing),
            html.H2("History"),
            *_history(writing),
            *_last_year(writing),
        ],
        className="aside",
        **{"aria-label": "About this text"},
    )


def _others(writing: Writing) -> Component:
    sentence = ""
    if writing.others:
        sentence = f"{formatting.listed(writing.others)} has this open too. Whoever saves second sees both texts."
    return html.P(sentence, id=ids.Writing.OTHERS, role="status", className="others")


def _signing(writing: Writing) -> list[Component]:
    unit = writing.unit
    if unit.signed_by:
        return [html.P(f"Signed off by {unit.signed_by} as it stands. An edit reopens it.")]
    if not writing.may_sign:
        return [html.P(f"Not signed off. {writing.why_not}".strip())]
    carried = {
        "csrf_token": writing.token,
        "version": str(writing.version),
        "key": f"{writing.key}s",
        "place": unit.place,
        "read": str(unit.newest),
    }
    return [
        html.P(f"Not signed off. {unit.title}: have you read it?"),
        html.Form(
            [
                *(hidden(name, value) for name, value in carried.items()),
                dbc.Button("Sign off", type="submit", color="primary", outline=True),
            ],
            method="post",
            action=f"/editions/{writing.year}/do/sign_off_section",
        ),
    ]


def _rule(writing: Writing) -> list[Component]:
    return [html.H2("The rule"), html.P(writing.rule)] if writing.rule else []


def _history(writing: Writing) -> list[Component]:
    if not writing.history:
        return [html.P("Nothing was kept of it yet.")]
    newest = writing.history[0]
    number = formatting.counted(len(writing.history), "revision", "revisions")
    address = f"/editions/{writing.year}/history?place={writing.place}"
    return [
        html.P(f"{number}; the last by {within_a_sentence(newest.by_name)}, {moment(newest.at)}."),
        html.P(html.A("See and compare them", href=address)),
    ]


def _last_year(writing: Writing) -> list[Component]:
    body = writing.before.get("body", "")
    if not body:
        return []
    return [
        html.Details(
            [
                html.Summary(f"What the {writing.year - 1} edition said"),
                html.Div(markdown(body, lowest=1), className="narrative"),
            ]
        )
    ]
