"""Councils compared: each chart shows what the table beneath it says, to the last digit."""

import math

import pytest

from app.web.html import html_of
from callbacks.comparison import benchmark, comparison, quadrant
from domain.comparison.comparison_wording import NOT_RANKED
from domain.formatting import ordinal
from tests.app.markup import read
from tests.app.product import address
from tests.figures.reading import charts

pytestmark = [pytest.mark.usefixtures("asking"), pytest.mark.unmeasured]

NAN = float("nan")
SIGNS = str.maketrans("", "", "£%,")
SURREY, HAMPSHIRE = "E10000030", "E10000014"
ASKED = ["", f"?ours={SURREY}", f"?ours={HAMPSHIRE}&group=county-councils", "?group=upper-tier"]

INDICATORS = ["lait-revcp", "ascof-1f", "oflog-requests", "net-housing-additions", "coverage-4g"]


def rank(words: str) -> float:
    """12 of 12th; nothing where there is no rank."""
    return NAN if words in ("", NOT_RANKED) else float(words.replace(",", "").rstrip("stndrh"))


def amount(words: str) -> float:
    """1234.5 of £1,234.5 or 1,234.5%; nothing where there is no figure."""
    return NAN if words == "no figure" else float(words.translate(SIGNS).replace("−", "-"))


def same(drawn, sentence) -> bool:
    """Whether numbers are the same, gaps at the same places."""
    pairs = zip(drawn, sentence, strict=True)
    return all(one == other or (math.isnan(one) and math.isnan(other)) for one, other in pairs)


def numbers(values) -> list[float]:
    return [NAN if council is None else float(council) for council in values]


@pytest.mark.parametrize("across", ["revenue", "deprivation"])
@pytest.mark.parametrize("asked", ASKED)
def test_a_quadrant_chart_has_a_mark_for_each_row_of_its_table_at_its_ranks(asked, across):
    more = f"{'&' if asked else '?'}across={across}&theme=environment-waste"
    ((figure, table),) = charts(quadrant.view(address(f"/comparison/quadrant{asked}{more}")))
    marks = {
        (words.partition(":")[0], ordinal(up), ordinal(x))
        for trace in figure.data
        for words, up, x in zip(trace.customdata, trace.y, trace.x, strict=True)
    }
    assert marks == {(row[0], row[1], row[4]) for row in table}
    assert sum(len(trace.x) for trace in figure.data) == len(table) > 10


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("theme", ["overall", "economy", "health-child"])
def test_the_ranks_by_theme_and_by_year_are_those_of_their_tables(asked, theme):
    more = f"{'&' if asked else '?'}theme={theme}"
    by_theme, by_year = charts(comparison.view(address(f"/comparison{asked}{more}")))
    figure, table = by_theme
    lines, points = figure.data
    ranked = [row for row in table if row[1] != NOT_RANKED]
    spans = list(zip(lines.x[::3], lines.x[1::3], strict=True))
    sentence = [f"{ordinal(low)} to {ordinal(high)}" for low, high in spans]
    assert [ordinal(x) for x in reversed(points.x)] == [row[1] for row in ranked]
    assert list(reversed(sentence)) == [row[3] for row in ranked]
    assert all(words.startswith(f"{row[1]} of {row[2]}") for words, row in zip(
        reversed(points.customdata), ranked, strict=True
    ))  # fmt: skip
    years_told_by_their_table(*by_year)


def years_told_by_their_table(figure, table):
    lines, points = figure.data
    assert [labels[0] for labels in points.customdata] == [row[0] for row in table]
    assert [str(labels[1]) for labels in points.customdata] == [row[2] for row in table]
    assert same(numbers(points.y), [rank(row[1]) for row in table])
    spans = zip(numbers(lines.y[::3]), numbers(lines.y[1::3]), strict=True)
    sentence = [
        "" if math.isnan(low) else f"{ordinal(low)} to {ordinal(high)}" for low, high in spans
    ]
    assert sentence == [row[3] for row in table]


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("slug", INDICATORS)
def test_the_strip_has_a_dot_for_each_row_of_its_table_at_its_figure(asked, slug):
    figure, table = charts(benchmark.view(address(f"/comparison/indicators/{slug}{asked}")))[0]
    dots = {
        tuple(words.split(": ")): x
        for trace in figure.data
        for words, x in zip(trace.customdata, trace.x, strict=True)
    }
    assert dots == {(row[0], row[1]): amount(row[1]) for row in table}


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("slug", INDICATORS)
def test_the_strip_s_lines_end_the_quartiles_of_its_table(asked, slug):
    figure, table = charts(benchmark.view(address(f"/comparison/indicators/{slug}{asked}")))[0]
    cuts = [line.x0 for line in figure.layout.shapes if line.line.dash == "dot"]
    last = {row[4]: amount(row[1]) for row in table if row[4] in ("1st", "2nd", "3rd")}
    assert set(cuts) == set(last.values())  # members that tie may leave a quartile empty


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("slug", ["lait-revcp", "net-housing-additions", "coverage-4g"])
def test_the_figures_over_time_are_those_of_their_table(asked, slug):
    _, (figure, table), *_ = charts(
        benchmark.view(address(f"/comparison/indicators/{slug}{asked}"))
    )
    columns = {"the group's median": 2, "England": 3}
    for line in figure.data:
        column = columns.get(line.name, 1)
        assert list(line.x) == [row[0] for row in table]
        assert same(numbers(line.y), [amount(row[column]) for row in table])


def test_the_interval_that_is_drawn_over_time_is_in_the_table_too():
    _, (figure, table), *_ = charts(
        benchmark.view(address("/comparison/indicators/wellbeing-happiness"))
    )
    council = figure.data[0]
    tops = numbers(y + up for y, up in zip(council.y, council.error_y.array, strict=True))
    assert not all(math.isnan(top) for top in tops)
    for top, row in zip(tops, table, strict=True):
        assert math.isnan(top) or f"{round(top, 2):g}" in " ".join(row)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("slug", ["lait-revcp", "net-housing-additions", "coverage-4g"])
def test_the_ranks_over_time_are_those_of_their_table(asked, slug):
    *_, (figure, table) = charts(benchmark.view(address(f"/comparison/indicators/{slug}{asked}")))
    (points,) = figure.data
    assert [labels[0] for labels in points.customdata] == [row[0] for row in table]
    assert same(numbers(points.y), [rank(row[1]) for row in table])


def test_an_indicator_of_one_period_has_no_chart_over_time():
    assert len(charts(benchmark.view(address("/comparison/indicators/ascof-1f")))) == 1


def test_an_indicator_without_a_good_direction_has_no_ranks_over_time_and_no_quartiles():
    path = "/comparison/indicators/oflog-requests"
    drawn = charts(benchmark.view(address(path)))
    assert not [line for line in drawn[0][0].layout.shapes if line.line.dash == "dot"]
    assert {row[3] for _, table in drawn[:1] for row in table} == {""}


@pytest.mark.parametrize("slug", ["lait-revcp", "lait-firstyjs", "fe-achievements"])
def test_england_s_figure_is_on_the_strip_or_it_is_said_that_it_is_not(slug):
    sheet = benchmark.view(address(f"/comparison/indicators/{slug}"))
    named = [annotation.text for annotation in charts(sheet)[0][0].layout.annotations]
    drawn = any(annotation.startswith("England ") for annotation in named)
    sentence = read(html_of(list(sheet.content))).all("figcaption")[0].text
    assert ("lies outside those of all councils and is not drawn" in sentence) is not drawn
