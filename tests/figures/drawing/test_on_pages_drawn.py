"""The drawings of the product's own pages: whole, and with all of their points in view."""

from collections.abc import Iterator

import pytest

from app.web import static_files
from app.web.html import html_of
from app.web.pages import PAGES
from callbacks.comparison import benchmark
from callbacks.indicators import dashboard, indicator
from callbacks.request_context import reading
from db.queries import editions, indicators
from db.queries.comparison import comparison_figures
from tests.app.addresses import ADDRESSES
from tests.app.markup import read
from tests.app.product import address
from tests.figures.drawing.kinds import points_of
from tests.figures.drawing.reading import drawn, ids, marks, references
from tests.figures.reading import graphs
from tests.figures.test_on_pages import CHARTED
from tests.sampling import some, some_or_all

pytestmark = [pytest.mark.usefixtures("asking"), pytest.mark.unmeasured]

OTHERS = (
    "/comparison/quadrant?labels=all&across=deprivation",
    "/comparison?ours=E10000030&theme=economy",
    "/funding?ours=E10000014&as=E09000020",
    "/funding/map?ours=E06000052",
    "/funding/map?ours=E09000001&group=region-london",
    "/funding/floor?floor=1200",
    "/funding/services?method=budget&ours=E06000053",
)
"""Addresses at which charts have more on them than where nothing is chosen."""
BY_ADDRESS = {page.address.partition("<")[0]: page.view for page in PAGES}


@pytest.fixture(scope="module")
def slugs(app) -> dict[str, list[str]]:
    with app.server.test_request_context("/"), reading() as session:
        return {
            "dashboards": [one.slug for one in editions.dashboards(session, 2022)],
            "indicators": [row.slug for row in indicators.of_edition(session, 2022)],
            "benchmarks": list(comparison_figures(session).benchmarks.indicators),
        }


def sheets(slugs, most: int | None) -> Iterator:
    """The pages with charts: each kind as it opens, with more on it, and for other indicators."""
    for page in CHARTED:
        yield page.view(address(ADDRESSES[page.name]))
    for path in OTHERS:
        yield BY_ADDRESS[path.partition("?")[0]](address(path))
    for slug in slugs["dashboards"]:
        yield dashboard.view(address(f"/dashboards/{slug}"))
    for slug in some(slugs["indicators"], most):
        yield indicator.view(address(f"/indicators/{slug}"))
    for slug in some(slugs["benchmarks"], most):
        yield benchmark.view(address(f"/comparison/indicators/{slug}"))


def pictures(slugs, most: int | None) -> Iterator:
    """Each chart of these pages with its drawing."""
    for sheet in sheets(slugs, most):
        for graph in graphs(list(sheet.content)):
            yield graph, drawn(graph.figure, id=graph.id, read=static_files.content)


@some_or_all(60)
def test_every_drawing_is_well_formed_and_has_a_mark_for_each_point(slugs, most):
    seen = 0
    for graph, picture in pictures(slugs, most):
        traces = graph.figure["data"]
        counts = [len(marks(picture, number)) for number, _ in enumerate(traces)]
        assert counts == [points_of(trace) for trace in traces], graph.id
        assert references(picture) <= set(ids(picture)), graph.id
        assert all(id.startswith(f"{graph.id}-") for id in ids(picture))
        seen += 1
    assert seen > 60


@some_or_all(60)
def test_the_line_of_every_target_is_within_its_drawing(slugs, most):
    seen = 0
    for slug in some(slugs["indicators"], most):
        for graph in graphs(list(indicator.view(address(f"/indicators/{slug}")).content)):
            picture = drawn(graph.figure, id=graph.id)
            dashed = [group for group in picture.iter("g") if group.get("stroke-dasharray")]
            assert len(dashed) == len(graph.figure["layout"].get("shapes", ()))
            for (line,) in dashed:
                assert 0 <= float(line.get("x1").rstrip("%")) <= 100, slug
                seen += 1
    assert seen > 5


@pytest.mark.parametrize("page", CHARTED, ids=lambda page: page.name)
def test_no_two_charts_of_a_page_share_an_id_and_no_id_of_theirs_is_one_of_the_page(page):
    whole = read(html_of(list(page.view(address(ADDRESSES[page.name])).content)))
    taken = [node.get("id") for node in whole.all() if node.get("id")]
    assert len(set(taken)) == len(taken)
