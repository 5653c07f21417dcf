"""Every page in one table: its address, who may see it, its view, and its live parts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, abort, g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from app.web.document import in_layout, whole_page
from callbacks.audit import audit_log
from callbacks.comparison import (
    benchmark,
    benchmarks,
    comparison,
    comparison_methods,
    heat_map,
    lowest_quartile,
    quadrant,
)
from callbacks.editions import compare, editor, history, report, text, version
from callbacks.funding import funding, funding_floor, funding_map, spending
from callbacks.governance import change, comments, edition, editions, step, work
from callbacks.indicators import (
    dashboard,
    dashboards,
    home,
    improvement,
    indicator,
    indicators,
    methods,
    sources,
)
from callbacks.people import account, people, sign_in
from callbacks.request_context import current_actor
from callbacks.wiring import Address, Wire
from domain.errors import NotFound, Unreadable
from domain.terms import Access
from layouts.ids import Shell
from layouts.shell import PageContent
from workflow.access import require

CALLBACKS = "compendium.callbacks"


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``live`` pages have charts or callbacks, and load Dash in the browser.

    ``charts`` names the kind of plotly.js that the page's charts need: cartesian or geo.
    """

    name: str
    address: str
    access: Access
    view: Callable[[Address], PageContent]
    wires: Sequence[Wire] = ()
    charts: str = ""

    @property
    def live(self) -> bool:
        """Return whether the page needs Dash in the browser."""
        return bool(self.charts or self.wires)


# fmt: off
PAGES = (
    Page("home",        "/",                      Access.PUBLISHED,   home.view),
    Page("dashboards",  "/dashboards",            Access.PUBLISHED,   dashboards.view),
    Page("dashboard",   "/dashboards/<slug>",     Access.PUBLISHED,   dashboard.view,   dashboard.WIRES,   charts="cartesian"),
    Page("indicators",  "/indicators",            Access.PUBLISHED,   indicators.view),
    Page("indicator",   "/indicators/<slug>",     Access.PUBLISHED,   indicator.view,                      charts="cartesian"),
    Page("report",      "/report",                Access.PUBLISHED,   report.view),
    Page("work",        "/work",                  Access.WORKING,     work.view),
    Page("editions",    "/editions",              Access.PUBLISHED,   editions.view),
    Page("edition",     "/editions/<year>",       Access.PUBLISHED,   edition.view),
    Page("text",        "/editions/<year>/text",  Access.WORKING,     text.view),
    Page("editor",      "/editions/<year>/edit",  Access.WORKING,     editor.view),
    Page("comments",    "/editions/<year>/comments", Access.WORKING,  comments.view),
    Page("change",      "/editions/<year>/changes/<number>", Access.PUBLISHED, change.view),
    Page("step",        "/editions/<year>/do/<action>", Access.WORKING, step.view),
    Page("version",     "/editions/<year>/versions/<name>", Access.PUBLISHED, version.view),
    Page("compare",     "/editions/<year>/compare", Access.PUBLISHED, compare.view),
    Page("history",     "/editions/<year>/history", Access.WORKING, history.view),
    Page("improvement", "/improvement",           Access.PUBLISHED,   improvement.view, improvement.WIRES, charts="cartesian"),
    Page("comparison",  "/comparison",            Access.PUBLISHED,   comparison.view,  comparison.WIRES,  charts="cartesian"),
    Page("quadrant",    "/comparison/quadrant",   Access.PUBLISHED,   quadrant.view,    quadrant.WIRES,    charts="cartesian"),
    Page("lowest-quartile", "/comparison/lowest-quartile", Access.PUBLISHED, lowest_quartile.view, lowest_quartile.WIRES),
    Page("benchmarks",  "/comparison/indicators", Access.PUBLISHED,   benchmarks.view,  benchmarks.WIRES),
    Page("benchmark",   "/comparison/indicators/<slug>", Access.PUBLISHED, benchmark.view, benchmark.WIRES, charts="cartesian"),
    Page("heat-map",    "/comparison/heat-map",   Access.PUBLISHED,   heat_map.view,    heat_map.WIRES),
    Page("funding",     "/funding",               Access.PUBLISHED,   funding.view,     funding.WIRES,     charts="cartesian"),
    Page("floor",       "/funding/floor",         Access.PUBLISHED,   funding_floor.view, funding_floor.WIRES, charts="cartesian"),
    Page("map",         "/funding/map",           Access.PUBLISHED,   funding_map.view, funding_map.WIRES, charts="geo"),
    Page("spending",    "/funding/services",      Access.PUBLISHED,   spending.view,    spending.WIRES,    charts="cartesian"),
    Page("methods",     "/methods",               Access.PUBLISHED,   methods.view),
    Page("comparison-methods", "/methods/comparison", Access.PUBLISHED, comparison_methods.view),
    Page("sources",     "/sources",               Access.PUBLISHED,   sources.view),
    Page("sign-in",     "/sign-in",               Access.SIGN_IN,     sign_in.view),
    Page("account",     "/account",               Access.OWN_ACCOUNT, account.view),
    Page("people",      "/people",                Access.ACCOUNTS,    people.view),
    Page("audit-log",   "/audit-log",             Access.AUDIT_LOG,   audit_log.view),
)
# fmt: on

_RULES = Map([Rule(page.address, endpoint=page.name) for page in PAGES], redirect_defaults=False)
_PATH = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")
_BY_NAME = {page.name: page for page in PAGES}


def page_at(path: str) -> tuple[Page, dict[str, str]] | None:
    """Return the page at a path and the parts of the path, or None for any other address.

    "//dashboards" has no page, because a browser takes it for another server.
    """
    if not _PATH.fullmatch(path):
        return None
    try:
        name, parts = _RULES.bind("").match(path, method="GET")
    except HTTPException:
        return None
    return _BY_NAME[name], dict(parts)


def add_pages(app: Dash) -> None:
    """Register each page and each callback behind the page's permission."""
    server: Flask = app.server
    app.layout = html.Div([dcc.Location(id=Shell.ADDRESS, refresh=False), html.Div(id=Shell.PAGE)])
    access_of: dict[str, Access] = server.extensions.setdefault(CALLBACKS, {})
    access_of[f"{Shell.PAGE}.children"] = (
        Access.PUBLISHED
    )  # it checks the access of the page itself
    app.callback(
        Output(Shell.PAGE, "children"),
        Input(Shell.ADDRESS, "pathname"),
        Input(Shell.ADDRESS, "search"),
    )(redraw)
    for page in PAGES:
        _add_page(app, server, page)
        for wire in page.wires:
            before = set(app.callback_map)
            _add_wire(app, page, wire)
            access_of.update(dict.fromkeys(set(app.callback_map) - before, page.access))
    server.view_functions["/<path:path>"] = nothing_here


def redraw(pathname: str | None, search: str | None) -> Component:
    """Draw the page at the browser's address again, as the person asking may see it."""
    page_and_parts = page_at(str(pathname))
    if page_and_parts is None:
        raise NotFound("There is nothing at this address.")
    page, parts = page_and_parts
    require(current_actor(), page.access)
    return in_layout(page.view(_address(str(pathname), parts, str(search or "").removeprefix("?"))))


def nothing_here(path: str) -> ResponseReturnValue:
    """Answer for every unknown address; Dash alone would show an empty page."""
    del path
    abort(404)


def _add_page(app: Dash, server: Flask, page: Page) -> None:
    def show(**parts: str) -> ResponseReturnValue:
        sheet = page.view(
            _address(request.path, parts, request.query_string.decode("utf-8", "replace"))
        )
        if not page.live:
            return whole_page(sheet)
        g.sheet, g.charts = sheet, page.charts
        document: str = app.index()
        return document

    if page.address == "/":
        server.view_functions["/"] = show
    else:
        server.add_url_rule(page.address, endpoint_of(page), show)


def endpoint_of(page: Page) -> str:
    """Return Flask's name for a page; Dash has named the first one already."""
    return "/" if page.address == "/" else f"page:{page.name}"


def _add_wire(app: Dash, page: Page, wire: Wire) -> None:
    def guarded(*values: object) -> object:
        require(current_actor(), page.access)
        return wire.function(*values)

    outputs = wire.gives[0] if len(wire.gives) == 1 else list(wire.gives)
    app.callback(outputs, list(wire.takes), prevent_initial_call=True)(guarded)


def _address(path: str, parts: dict[str, str], search: str) -> Address:
    try:
        chosen = parse_qs(search, keep_blank_values=False, max_num_fields=60)
    except ValueError:
        raise Unreadable("The address asks for more than 60 things at once.") from None
    return Address(path, parts, {name: values[0] for name, values in chosen.items()}, chosen)
