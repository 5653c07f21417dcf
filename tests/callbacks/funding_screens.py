"""What the pages of funding show, read from their own words and charts."""

import re
from functools import cache

import plotly.graph_objects as go

from app.web.html import html_of
from callbacks.funding import funding, funding_floor, funding_map, spending
from tests.app.markup import Element, cells, read
from tests.app.product import address

VIEWS = {
    "/funding": funding.view,
    "/funding/floor": funding_floor.view,
    "/funding/map": funding_map.view,
    "/funding/services": spending.view,
}
PAGES = tuple(VIEWS)
OURS, SURREY, CUMBRIA = "E10000018", "E10000030", "E10000006"
HAMPSHIRE, BOLTON, CITY, SCILLY = "E10000014", "E08000001", "E09000001", "E06000053"


@cache
def page(path: str) -> Element:
    return read(html_of(list(sheet(path).content)))


@cache
def sheet(path: str):
    """A page as it is laid out: drawn once, since its figures never change."""
    return VIEWS[path.partition("?")[0]](address(path))


def lead(path: str) -> str:
    return next(
        paragraph for paragraph in page(path).all("p") if paragraph.get("class") == "lead"
    ).text


def figures_in(sentence: str) -> list[str]:
    """The years, ranks, counts and pounds of a sentence, in its order."""
    return re.findall(r"£?\d(?:[\d,./]*\d)?(?:st|nd|rd|th|m)?", sentence)


def table(path: str, head: str) -> list[list[str]]:
    """The rows of the first table whose caption begins so."""
    matching = next(
        one_table
        for one_table in page(path).all("table")
        if one_table.one("caption").text.startswith(head)
    )
    return cells(matching)


def graphs(part) -> list:
    if isinstance(part, list | tuple):
        return [graph for child in part for graph in graphs(child)]
    if getattr(part, "_type", "") == "Graph":
        return [part]
    return graphs(getattr(part, "children", None)) if hasattr(part, "_type") else []


def figure(path: str) -> go.Figure:
    (graph,) = graphs(list(sheet(path).content))
    return go.Figure(graph.figure)


def beneath(path: str) -> list[list[str]]:
    """The table in the frame of the chart, without its heads."""
    return cells(page(path).one("figure").one("table"))[1:]


def chosen(path: str) -> dict[str, str]:
    """What the form shows as chosen."""
    form = page(path).one("form")
    picked = {
        select.get("name"): next(
            option.get("value")
            for option in select.all("option")
            if "selected" in option.attributes
        )
        for select in form.all("select")
    }
    return picked | {field.get("name"): field.get("value") for field in form.all("input")}


def pounds(text: str) -> float:
    return float(text.replace("£", "").replace(",", ""))
