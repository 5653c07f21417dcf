"""Every page in one table: its address, who may see it, and its view."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from app.web.document import whole_page
from callbacks.address import Address
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
from domain.errors import NotFound, Unreadable
from domain.terms import Access
from layouts.ids import Charts, Shell
from layouts.shell import PageContent
from workflow.access import require

CALLBACKS = "compendium.callbacks"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what it shows is a function of its address alone."""

    name: str
    address: str
    access: Access
    view: Callable[[Address], PageContent]


# fmt: off
PAGES = (
    Page("home",        "/",                      Access.PUBLISHED,   home.view),
    Page("dashboards",  "/dashboards",            Access.PUBLISHED,   dashboards.view),
    Page("dashboard",   "/dashboards/<slug>",     Access.PUBLISHED,   dashboard.view),
    Page("indicators",  "/indicators",            Access.PUBLISHED,   indicators.view),
    Page("indicator",   "/indicators/<slug>",     Access.PUBLISHED,   indicator.view),
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
    Page("improvement", "/improvement",           Access.PUBLISHED,   improvement.view),
    Page("comparison",  "/comparison",            Access.PUBLISHED,   comparison.view),
    Page("quadrant",    "/comparison/quadrant",   Access.PUBLISHED,   quadrant.view),
    Page("lowest-quartile", "/comparison/lowest-quartile", Access.PUBLISHED, lowest_quartile.view),
    Page("benchmarks",  "/comparison/indicators", Access.PUBLISHED,   benchmarks.view),
    Page("benchmark",   "/comparison/indicators/<slug>", Access.PUBLISHED, benchmark.view),
    Page("heat-map",    "/comparison/heat-map",   Access.PUBLISHED,   heat_map.view),
    Page("funding",     "/funding",               Access.PUBLISHED,   funding.view),
    Page("floor",       "/funding/floor",         Access.PUBLISHED,   funding_floor.view),
    Page("map",         "/funding/map",           Access.PUBLISHED,   funding_map.view),
    Page("spending",    "/funding/services",      Access.PUBLISHED,   spending.view),
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
    """Register each page behind its permission, and the callback that draws the charts of any page."""
    server: Flask = app.server
    app.layout = html.Div(
        [
            dcc.Location(id=Charts.ADDRESS, refresh=False),
            html.Div(id=Charts.DRAWN, hidden=True),
            html.Div(id=Shell.ALERT, role="alert", className="alert-line"),
        ]
    )
    access_of: dict[str, Access] = server.extensions.setdefault(CALLBACKS, {})
    access_of[f"{Charts.DRAWN}.children"] = Access.PUBLISHED  # it checks the page's access itself
    app.callback(
        Output(Charts.DRAWN, "children"),
        Input(Charts.ADDRESS, "pathname"),
        Input(Charts.ADDRESS, "search"),
    )(charts_at)
    for page in PAGES:
        _add_page(server, page)
    server.view_functions["/<path:path>"] = nothing_here


def charts_at(pathname: str | None, search: str | None) -> list[Component]:
    """Return the charts of the page at the browser's address, for plotly to draw.

    Each lies in a box of its own, from which ``app/assets/charts.js`` moves it to its place.
    """
    page_and_parts = page_at(str(pathname))
    if page_and_parts is None:
        raise NotFound("There is nothing at this address.")
    page, parts = page_and_parts
    require(current_actor(), page.access)
    sheet = page.view(_address(str(pathname), parts, str(search or "").removeprefix("?")))
    return [html.Div(graph, id=f"{Charts.DRAWN}-{graph.id}") for graph in _graphs(sheet.content)]


def _graphs(parts: object) -> Iterator[dcc.Graph]:
    """Yield the charts among components and what lies in them, in their order."""
    if isinstance(parts, dcc.Graph):
        yield parts
    elif isinstance(parts, Component):
        yield from _graphs(getattr(parts, "children", None))
    elif isinstance(parts, list | tuple):
        for part in parts:
            yield from _graphs(part)


def nothing_here(path: str) -> ResponseReturnValue:
    """Answer for every unknown address; Dash alone would show an empty page."""
    del path
    abort(404)


def _add_page(server: Flask, page: Page) -> None:
    def show(**parts: str) -> ResponseReturnValue:
        return whole_page(
            page.view(
                _address(request.path, parts, request.query_string.decode("utf-8", "replace"))
            )
        )

    if page.address == "/":
        server.view_functions["/"] = show
    else:
        server.add_url_rule(page.address, endpoint_of(page), show)


def endpoint_of(page: Page) -> str:
    """Return Flask's name for a page; Dash has named the first one already."""
    return "/" if page.address == "/" else f"page:{page.name}"


def _address(path: str, parts: dict[str, str], search: str) -> Address:
    try:
        chosen = parse_qs(search, keep_blank_values=False, max_num_fields=60)
    except ValueError:
        raise Unreadable("The address asks for more than 60 things at once.") from None
    return Address(path, parts, {name: values[0] for name, values in chosen.items()}, chosen)
