"""The pages of compared councils: their views, and what each says in its own words."""

import re
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from app.web.html import html_of
from callbacks.comparison import (
    benchmark,
    benchmarks,
    comparison,
    comparison_methods,
    heat_map,
    lowest_quartile,
    quadrant,
)
from tests.app.markup import Element, cells, read
from tests.app.product import address

OURS, SURREY, HAMPSHIRE = "E10000018", "E10000030", "E10000014"
VIEWS = {
    "/comparison": comparison.view,
    "/comparison/quadrant": quadrant.view,
    "/comparison/lowest-quartile": lowest_quartile.view,
    "/comparison/indicators": benchmarks.view,
    "/comparison/indicators/lait-revcp": benchmark.view,
    "/comparison/heat-map": heat_map.view,
    "/methods/comparison": comparison_methods.view,
}
PATHS = tuple(VIEWS)
UNSAID = re.compile(r"\b(?:None|nan|NaN|NaT|inf|0th)\b|<NA>")
AN_EMPTY_LIST = "None."


def sheet(path: str):
    at = path.partition("?")[0]
    view = benchmark.view if at.startswith("/comparison/indicators/") else VIEWS[at]
    return view(address(path))


@lru_cache(maxsize=128)
def page(path: str) -> Element:
    """What a page shows; drawn once, for every product of these tests holds the same figures."""
    return read(html_of(list(sheet(path).content)))


def unsaid(document: Element) -> list[str]:
    """The texts with what a computer says where people say nothing."""
    texts = [text for node in document.all() for text in node.children if isinstance(text, str)]
    return [text for text in texts if UNSAID.search(text) and text != AN_EMPTY_LIST]


def lead(path: str) -> str:
    return next(node for node in page(path).all("p") if node.get("class") == "lead").text


def table(path: str, head: str = "") -> list[list[str]]:
    """The rows of the first table whose caption begins so, its heads first."""
    return next(
        cells(node) for node in page(path).all("table") if node.one("caption").text.startswith(head)
    )


def chosen(path: str) -> dict[str, str]:
    """What the form shows as chosen."""
    form = page(path).one("form")
    return {
        field.get("name"): next(
            node.get("value") for node in field.all("option") if "selected" in node.attributes
        )
        for field in form.all("select")
    }


def asked_by(link: Element) -> dict[str, str]:
    """What a link asks for behind its question mark."""
    return {name: value for name, (value,) in parse_qs(urlsplit(link.get("href")).query).items()}


def links(path: str) -> list[Element]:
    """The links of a page to pages of compared councils."""
    ways = ("/comparison", "/methods/comparison")
    return [node for node in page(path).all("a") if node.get("href").startswith(ways)]
