"""A version's content taken apart into what pages show."""

from datetime import date
from decimal import Decimal

import pytest

from domain.comparison.terms import Theme
from domain.editions.frozen_content import frozen_comparison, version_content
from domain.editions.terms import Document
from domain.indicators.terms import Direction, Rating
from domain.terms import Polarity
from tests.builders.contents import (
    CODE,
    COMPARISON,
    SMOKING,
    a_content,
    an_indicator_entry,
    content_with,
)


@pytest.fixture
def text():
    return version_content(a_content())


def test_its_own_facts_are_those_of_the_edition(text):
    assert (text.title, text.data_year, text.previous_data_year) == (
        "Report of 2022",
        "2021/22",
        "2020/21",
    )


@pytest.mark.parametrize(
    ("document", "slugs"),
    [
        (Document.DELIVERY_REPORT, ["introduction", "safe-well", "healthy-lives"]),
        (Document.COMPENDIUM, ["about"]),
        (Document.CABINET_REPORT, ["recommendations"]),
    ],
)
def test_the_sections_of_a_document_stand_in_order(text, document, slugs):
    assert [section.slug for section in text.of(document)] == slugs


def test_dashboards_and_their_indicators_stand_in_printed_order():
    entries = [an_indicator_entry(slug, number) for slug, number in (("b", 12), ("a", 3), ("c", 2))]
    text = version_content(a_content(indicators={entry["slug"]: entry for entry in entries}))
    health, transport = text.dashboards
    assert (health.name, transport.name) == ("Public Health", "Transport")
    assert [indicator.slug for indicator in text.under(health)] == ["c", "a", "b"]
    assert text.under(transport) == []


def test_an_indicator_is_read_as_it_is_printed(text):
    smoking, potholes = text.indicators
    assert (smoking.value.text, smoking.previous.text, smoking.target.text) == (
        "13.0%",
        "12.5%",
        "12%",
    )
    assert smoking.quartile.period == "2021"
    assert smoking.polarity is Polarity.LOWER_IS_BETTER
    assert smoking.direction is Direction.WORSENED
    assert (smoking.rating, potholes.rating) == (Rating.ISSUE, None)
    assert smoking.rule.tolerance == Decimal("0.5")
    assert smoking.dashboard.comparator == "33 councils"


def test_what_stands_in_the_content_is_what_is_read():
    text = version_content(content_with(SMOKING, value="N/A", direction="undetermined"))
    assert text.indicators[0].value.absent
    assert text.indicators[0].direction is Direction.UNDETERMINED


def test_the_funding_and_ranks_of_one_council_are_taken_out():
    frozen = frozen_comparison(a_content(), CODE)
    assert (frozen.year, frozen.base, frozen.per_head) == ("2021/22", 2019, Decimal("760.92"))
    assert (frozen.rank, frozen.n) == (2, 2)
    assert (frozen.group, frozen.as_of) == ("county-councils", date(2021, 4, 1))
    assert [(rank.theme, rank.rank, rank.n) for rank in frozen.themes] == [
        (Theme.OVERALL, 1, 2),
        (Theme.ECONOMY, None, 1),
    ]


def test_a_council_that_is_not_among_them_has_no_figure():
    frozen = frozen_comparison(a_content(), "E99999999")
    assert (frozen.per_head, frozen.rank, frozen.n) == (None, None, 2)
    assert {rank.rank for rank in frozen.themes} == {None}
    assert frozen.files == COMPARISON["files"]


@pytest.mark.parametrize("content", [a_content(comparison={}), {"edition": {}}])
def test_where_no_figures_were_frozen_there_are_none(content):
    assert frozen_comparison(content, CODE) is None
