"""The frame of every page: skip link, header, notices, main part, footer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.council import Council
from domain.terms import Access
from layouts.ids import Shell

MENU = (
    ("/", "Overview"),
    ("/report", "Report"),
    ("/dashboards", "Dashboards"),
    ("/indicators", "Indicators"),
    ("/improvement", "Improvement"),
    ("/funding", "Funding"),
    ("/comparison", "Comparison"),
    ("/editions", "Editions"),
    ("/methods", "Methods"),
)


@dataclass(frozen=True, slots=True)
class PageContent:
    """The content of one page: its title, its components, and its entry of the menu."""

    title: str
    content: Sequence[Component]
    menu: str = ""
    description: str = ""
    notices: Sequence[str] = field(default_factory=tuple)


def layout(
    sheet: PageContent,
    *,
    council: Council,
    signed_in_as: str,
    accesses: Sequence[Access],
    token: str,
    demonstration: bool,
) -> Component:
    """Return a page's content between header and footer."""
    return html.Div(
        [
            html.A("Skip to the content", href=f"#{Shell.MAIN}", className="skip"),
            _header(sheet, council, signed_in_as, accesses, token),
            _demonstration() if demonstration else None,
            html.Main(
                [_notices(sheet.notices), *sheet.content],
                id=Shell.MAIN,
                className="page",
                tabIndex=-1,
            ),
            _footer(council),
        ]
    )


def _header(
    sheet: PageContent, council: Council, signed_in_as: str, accesses: Sequence[Access], token: str
) -> Component:
    return html.Header(
        html.Div(
            [
                html.A(
                    [html.B(council.short), html.Span(" performance compendium")],
                    href="/",
                    className="brand",
                ),
                html.Nav(
                    html.Ul([_entry(address, name, sheet.menu) for address, name in MENU]),
                    **{"aria-label": "Main"},
                ),
                _who(signed_in_as, accesses, token, sheet.menu),
            ],
            className="bar",
        ),
        className="top",
    )


def _entry(address: str, name: str, current_address: str) -> Component:
    current = {"aria-current": "page"} if address == current_address else {}
    return html.Li(html.A(name, href=address, **current))


def _who(name: str, accesses: Sequence[Access], token: str, current_address: str) -> Component:
    if not name:
        return html.Div(_entry("/sign-in", "Sign in", current_address).children, className="who")
    entries = [html.A(name, href="/account", **_current("/account", current_address))]
    if Access.WORKING in accesses:
        entries.insert(0, html.A("Your work", href="/work", **_current("/work", current_address)))
    if Access.ACCOUNTS in accesses:
        entries.append(html.A("People", href="/people", **_current("/people", current_address)))
    if Access.AUDIT_LOG in accesses:
        entries.append(
            html.A("Audit log", href="/audit-log", **_current("/audit-log", current_address))
        )
    out = html.Form(
        [hidden("csrf_token", token), html.Button("Sign out", type="submit", className="quiet")],
        method="post",
        action="/sign-out",
    )
    return html.Div([*entries, out], className="who")


def _current(address: str, current_address: str) -> dict[str, str]:
    return {"aria-current": "page"} if address == current_address else {}


def hidden(name: str, value: str) -> Component:
    """Return a hidden field."""
    return dbc.Input(type="hidden", name=name, value=value)


def _demonstration() -> Component:
    sentence = "Demonstration copy: the figures are the published ones, the people are made up."
    return html.Aside(sentence, className="demonstration", **{"aria-label": "About this copy"})


def _notices(notices: Sequence[str]) -> Component | None:
    if not notices:
        return None
    return html.Div([html.P(text) for text in notices], className="notice", role="status")


def _footer(council: Council) -> Component:
    return html.Footer(
        html.Div(
            [
                html.P(
                    [
                        f"{council.name}. Questions about the figures: {council.contact}. ",
                        html.A("Sources and licence", href="/sources"),
                        " · ",
                        html.A("How the figures are made", href="/methods"),
                    ]
                ),
                html.P(
                    [
                        "Contains public sector information licensed under the ",
                        html.A(
                            "Open Government Licence v3.0",
                            href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                        ),
                        ".",
                    ]
                ),
            ],
            className="bar",
        ),
        className="foot",
    )
