"""What a chart shows is what the table beside it says, to the last digit."""

import plotly.graph_objects as go
import pytest

from app.web.html import html_of
from app.web.pages import PAGES
from callbacks.indicators import dashboard, improvement, indicator
from callbacks.request_context import reading
from db.queries import editions
from db.queries import indicators as queries
from domain.indicators import indicator_wording
from domain.indicators.direction_of_travel import LARGEST_SHOWN_CHANGE
from domain.terms import Access
from tests.app.markup import read
from tests.app.product import address
from tests.app.web.test_routes import ADDRESSES, named
from tests.figures.reading import charts, faults, graphs, looks

pytestmark = [pytest.mark.usefixtures("asking"), pytest.mark.unmeasured]


@pytest.fixture(scope="module")
def edition(app):
    with app.server.test_request_context("/"), reading() as session:
        yield editions.dashboards(session, 2022), queries.of_edition(session, 2022)


def test_every_dashboard_s_strip_shows_the_changes_of_its_table(edition):
    dashboards, rows = edition
    seen = 0
    for shown_dashboard in dashboards:
        named = {row.name: row for row in rows if row.dashboard == shown_dashboard}
        for figure, table in charts(dashboard.view(address(f"/dashboards/{shown_dashboard.slug}"))):
            (points,) = figure.data
            sizes = [a.text for a in figure.layout.annotations if a.xref != "paper"]
            quarters = [a.text for a in figure.layout.annotations if a.xref == "paper"]
            drawn = list(zip(points.customdata, points.x, sizes, quarters, strict=True))
            assert [name for (name, _), *_ in reversed(drawn)] == [row[0] for row in table]
            for ((name, said), x, size, quarter), row in zip(reversed(drawn), table, strict=True):
                indicator_ = named[name]
                assert size == said == row[3] == indicator_wording.better_by(indicator_)
                assert x == max(
                    -LARGEST_SHOWN_CHANGE, min(LARGEST_SHOWN_CHANGE, indicator_.better_by)
                )
                assert quarter == indicator_wording.short_position(indicator_)
                assert row[1] == indicator_.value.without_period
                assert row[2] == indicator_.previous.without_period
                seen += 1
    assert seen == len([row for row in rows if row.better_by is not None])


def test_every_indicator_s_bars_show_the_figures_of_their_table(edition):
    _, rows = edition
    seen = 0
    for row in rows:
        for figure, table in charts(indicator.view(address(f"/indicators/{row.slug}"))):
            (bars,) = figure.data
            assert list(bars.text) == [line[2] for line in table[:2]]
            assert list(bars.x) == [
                float(row.change.value.number),
                float(row.change.previous.number),
            ]
            if figure.layout.shapes:
                assert table[2][0] == "Target"
                assert figure.layout.annotations[0].text == f"target {table[2][2]}"
                assert figure.layout.shapes[0].x0 == float(row.target.amount.number)
            seen += 1
    assert seen == len([row for row in rows if row.change is not None])


def test_no_chart_stands_where_there_are_not_two_figures(edition):
    _, rows = edition
    for row in rows:
        if row.change is None:
            assert charts(indicator.view(address(f"/indicators/{row.slug}"))) == []


def test_the_years_since_2018_show_the_counts_of_their_table():
    ((figure, table),) = charts(improvement.view(address("/improvement")))
    assert [list(trace.y) for trace in figure.data] == [[row[0] for row in table]] * 4
    for place, trace in enumerate(figure.data, start=1):
        assert [str(int(x)) for x in trace.x] == [row[place] for row in table]
        assert [str(int(x)) for x in trace.text] == [row[place] for row in table]


NAMES = {
    "dashboard", "indicator", "improvement", "comparison", "quadrant", "benchmark", "funding",
    "floor", "map", "spending",
}  # fmt: skip
CHARTED = [page for page in PAGES if page.name in NAMES]
PUBLISHED = [page for page in PAGES if page.access is Access.PUBLISHED]


@pytest.mark.parametrize("page", PUBLISHED, ids=named)
def test_the_pages_with_charts_are_those_that_are_tried_here(page):
    sheet = page.view(address(ADDRESSES[page.name]))
    assert bool(list(graphs(list(sheet.content)))) is (page in CHARTED)


@pytest.mark.parametrize("page", CHARTED, ids=named)
def test_every_chart_says_in_words_what_it_shows_and_has_a_name_and_a_table(page):
    document = read(html_of(list(page.view(address(ADDRESSES[page.name])).content)))
    frames = [frame for frame in document.all("figure") if frame.get("class") == "chart-frame"]
    assert frames
    for frame in frames:
        heading = frame.all("h2", "h3")[0].text
        image = next(part for part in frame.all("div") if part.get("role") == "img")
        assert heading in image.get("aria-label")
        assert len(image.get("aria-label").removesuffix(f" {heading}.")) > 10
        assert len(frame.one("figcaption").text.removeprefix(heading).split()) > 5
        assert frame.one("table").one("tbody").all("tr")


@pytest.mark.parametrize("page", CHARTED, ids=named)
def test_every_chart_keeps_the_rules_of_every_chart(page):
    drawn = charts(page.view(address(ADDRESSES[page.name])))
    assert [fault for figure, _ in drawn for fault in faults(figure)] == []


@pytest.mark.parametrize("page", CHARTED, ids=named)
def test_traces_of_a_chart_are_told_apart_without_colour(page):
    for figure, _ in charts(page.view(address(ADDRESSES[page.name]))):
        in_legend = [trace for trace in figure.data if trace.name and trace.showlegend is not False]
        seen = looks(go.Figure(in_legend))
        assert len(set(seen)) == len(seen)
