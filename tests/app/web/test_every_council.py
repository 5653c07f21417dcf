"""Every page of compared councils answers, whoever is ours and whatever is chosen."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pytest

from app.web.pages import PAGES
from callbacks.request_context import SETTINGS
from db.queries.comparison import ComparisonFigures, comparison_figures
from domain.comparison.quadrants import Across
from domain.comparison.terms import Theme
from domain.council import Council
from tests.app.markup import read
from tests.app.product import Browser, database_of
from tests.app.web.test_routes import ADDRESSES
from tests.sampling import some, some_or_all

pytestmark = pytest.mark.unmeasured

SURREY = "E10000030"
PARTS = re.compile(r"<(?:script|style|head)\b.*?</(?:script|style|head)>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
UNSAID = re.compile(r"\b(?:None|nan|NaN|NaT|inf|0th)\b|&lt;NA&gt;")
AN_EMPTY_LIST = "None."
GROUPS = ["counties-and-county-unitaries", "county-councils", "upper-tier", "region-london"]
FUNDED = ["/funding", "/funding/floor", "/funding/map", "/funding/services"]
COMPARED = ["/comparison", "/comparison/lowest-quartile", "/methods/comparison"]


def compared(app) -> ComparisonFigures:
    """The figures that the product compares councils by."""
    with database_of(app).reading_scope() as session:
        return comparison_figures(session)


@pytest.fixture(scope="module")
def slugs(app) -> list[str]:
    return list(compared(app).benchmarks.indicators)


def faults(app, paths: Iterable[str]) -> list[str]:
    """Each address that does not answer, or says what no sentence may say."""
    browser = Browser(app)
    found = []
    for path in paths:
        response = browser.get(path)
        if response.status_code != 200:
            found.append(f"{path}: {response.status_code}")
        found += [f"{path}: {text}" for text in texts(response.text) if is_unsaid(text)]
    return found


def texts(document: str) -> list[str]:
    """What can be read on a page, without its scripts: faster than a tree for hundreds of pages."""
    return [text for text in TAG.split(PARTS.sub("", document)) if text.strip()]


def is_unsaid(text: str) -> bool:
    return bool(UNSAID.search(text)) and text != AN_EMPTY_LIST


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("<p>quartile None.</p>", True),
        ("<td>nan</td>", True),
        ("<b>&lt;NA&gt; of 3</b>", True),
        ("<p>None.</p>", False),
        ("<p>Nonesuch, a financial year</p>", False),
        ('<p class="None">x</p><script>NaN</script>', False),
    ],
)
def test_what_no_sentence_may_say_is_found_where_it_is_read(said, unsaid):
    assert any(map(is_unsaid, texts(said))) is unsaid


@some_or_all(16)
@pytest.mark.parametrize("question", ["", f"?ours={SURREY}&group=county-councils"])
def test_every_benchmark_indicator_has_a_page(app, slugs, question, most):
    assert len(slugs) == 232
    asked = some(slugs, most, of=question)
    assert faults(app, [f"/comparison/indicators/{slug}{question}" for slug in asked]) == []


@some_or_all(16)
def test_an_indicator_answers_for_every_period_that_it_has(app, most):
    several = some(compared(app).benchmarks.series, most)
    paths = [
        f"/comparison/indicators/{each.indicator.slug}?period={each.period.text}"
        for each in several
    ]
    assert faults(app, paths) == []


@some_or_all(5)
@pytest.mark.parametrize("group", GROUPS)
def test_every_quadrant_chart_answers(app, group, most):
    asked = [
        f"/comparison/quadrant?theme={theme.value}&across={across.value}&group={group}"
        for theme in Theme
        for across in Across
    ]
    assert faults(app, some(asked, most, of=group)) == []


@some_or_all(2)
@pytest.mark.parametrize("theme", Theme)
def test_every_theme_answers_on_every_page_that_has_themes(app, theme, most):
    paths = ["/comparison", "/comparison/indicators", "/comparison/heat-map"]
    asked = [f"{path}?theme={theme.value}&group={group}" for path in paths for group in GROUPS[::2]]
    assert faults(app, some(asked, most, of=theme)) == []


@some_or_all(17)
def test_every_group_answers_on_every_page(app, most):
    groups = list(compared(app).geography.groups)
    assert len(groups) == 17
    asked = [f"{path}?group={group}" for path in COMPARED for group in groups]
    asked += [f"{path}?group={group}" for path in FUNDED for group in groups]
    assert faults(app, some(asked, most)) == []


@some_or_all(1)
@pytest.mark.parametrize("path", [*FUNDED, *COMPARED])
def test_any_council_can_be_ours(app, path, most):
    held = compared(app).geography
    of_a_kind = defaultdict(list)
    for code in held.groups["upper-tier"].members:
        of_a_kind[held.areas[code].area_class].append(code)
    assert len(of_a_kind) >= 4
    several = [
        code for kind, codes in of_a_kind.items() for code in some(codes, most, of=(path, kind))
    ]
    assert faults(app, [f"{path}?ours={code}" for code in several]) == []


ABOUT_COUNCILS = [
    ADDRESSES[page.name]
    for page in PAGES
    if page.address.startswith(("/comparison", "/funding", "/methods/"))
]


def told_at(app, path: str) -> tuple[int, str]:
    response = Browser(app).get(path)
    return response.status_code, read(response.text).one("main").text


@pytest.mark.parametrize("path", ABOUT_COUNCILS)
def test_before_figures_are_loaded_a_page_of_councils_says_how_that_is_done(own_app, path):
    status, told = told_at(own_app, path)
    assert status == 404
    assert "python -m app load" in told


@pytest.mark.parametrize("path", ABOUT_COUNCILS)
def test_where_the_setting_names_no_council_of_these_a_page_says_what_to_do(app, monkeypatch, path):
    settings = replace(app.server.extensions[SETTINGS], council=Council(code="E07000130"))
    monkeypatch.setitem(app.server.extensions, SETTINGS, settings)
    status, told = told_at(app, path)
    assert status == 404
    assert "E07000130" in told
    assert Browser(app).get(f"{path}?ours={SURREY}").status_code == 200
