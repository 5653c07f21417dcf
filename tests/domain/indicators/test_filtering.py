"""What a reader may ask of a table of indicators."""

from dataclasses import fields
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators.filtering import CHOICES, Filters, filters_from, keep
from domain.indicators.terms import Direction, Rating
from domain.terms import Polarity
from tests.builders import a_dashboard, an_indicator

ROADS = an_indicator(number=1, slug="roads", name="% Roads in good condition", rating=Rating.ISSUE)
BUSES = an_indicator(
    number=2,
    slug="buses",
    name="Bus journeys",
    section="Public transport",
    direction=Direction.WORSENED,
    value="40",
    quartile="4th",
    strategic_plan=False,
    commentary="Fewer people travelled.",
)
HOMES = an_indicator(
    number=3,
    slug="homes",
    name="New homes",
    dashboard=a_dashboard("Housing"),
    section="",
    direction=Direction.UNDETERMINED,
    quartile="-",
    target="-",
    source="Land Registry",
    rating=Rating.EXCEPTIONAL,
)
JOBS = an_indicator(
    number=4, slug="jobs", name="jobs", value="51", quartile="1st/2nd (2022)", target="MTFS"
)
ALL = [ROADS, BUSES, HOMES, JOBS]

choices = st.fixed_dictionaries({}, optional={n: st.sampled_from(c) for n, c in CHOICES.items()})


def kept(**asked: str) -> list[str]:
    return [row.slug for row in keep(ALL, Filters(**asked))]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ({}, ["roads", "buses", "homes", "jobs"]),
        ({"dashboard": "housing"}, ["homes"]),
        ({"dashboard": "nowhere"}, []),
        ({"direction": "worsened"}, ["buses"]),
        ({"quartile": "4"}, ["buses"]),
        ({"quartile": "1-2"}, ["jobs"]),
        ({"quartile": "none"}, ["homes"]),
        ({"rating": "issue"}, ["roads"]),
        ({"target": "missed"}, ["buses"]),
        ({"target": "not_judged"}, ["jobs"]),
        ({"target": "no_target"}, ["homes"]),
        ({"plan": "no"}, ["buses"]),
        ({"plan": "yes"}, ["roads", "homes", "jobs"]),
        ({"text": "TRAVELLED fewer"}, ["buses"]),
        ({"text": "registry"}, ["homes"]),
        ({"text": "public"}, ["buses"]),
        ({"text": "housing homes"}, ["homes"]),
        ({"text": "bus homes"}, []),
        ({"direction": "improved", "plan": "yes", "rating": "issue"}, ["roads"]),
    ],
)
def test_indicators_pass_every_filter_asked_for(asked, slugs):
    assert kept(**asked) == slugs


@pytest.mark.parametrize(
    ("order", "slugs"),
    [
        ("name", ["buses", "jobs", "homes", "roads"]),
        ("better", ["roads", "jobs", "buses", "homes"]),
        ("worse", ["buses", "jobs", "roads", "homes"]),
        ("best-quarter", ["roads", "buses", "homes", "jobs"]),
        ("lowest-quarter", ["buses", "roads", "homes", "jobs"]),
    ],
)
def test_indicators_come_in_the_order_asked_for_and_unknowns_last(order, slugs):
    assert kept(sort=order) == slugs


def test_what_is_better_is_judged_by_polarity():
    fewer = an_indicator(number=9, slug="fewer", value="20", polarity=Polarity.LOWER_IS_BETTER)
    assert [row.slug for row in keep([ROADS, fewer], Filters(sort="better"))] == ["fewer", "roads"]


def test_a_choice_that_is_not_declared_is_ignored():
    assert filters_from({"direction": "sideways", "sort": "magic", "colour": "red"}) == Filters()


def test_filters_are_read_from_an_address():
    asked = {"dashboard": " housing ", "direction": "improved", "text": " new ", "sort": "name"}
    assert filters_from(asked) == Filters(
        dashboard="housing", direction="improved", text="new", sort="name"
    )


def test_free_text_is_cut_to_a_hundred_characters():
    assert filters_from({"text": "x" * 500}).text == "x" * 100


def test_only_an_order_narrows_nothing():
    assert not Filters().narrowing
    assert not Filters(sort="name").narrowing
    assert Filters(text="road").narrowing


def test_an_address_without_filters_is_the_page_s_own():
    assert Filters().address("/indicators") == "/indicators"


@given(choices, st.text(st.characters(codec="utf-8"), max_size=100))
def test_the_address_of_a_view_gives_the_view_again(asked, text):
    filters = filters_from({**asked, "text": text, "dashboard": "housing"})
    query = dict(parse_qsl(urlsplit(filters.address("/indicators")).query))
    assert filters_from(query) == filters


@given(choices)
def test_an_order_changes_no_member_and_filters_only_take_away(asked):
    result = keep(ALL, filters_from(asked))
    assert all(row in ALL for row in result)
    assert len({row.slug for row in result}) == len(result)


def test_every_declared_choice_belongs_to_a_filter():
    assert set(CHOICES) < {field.name for field in fields(Filters)}


@pytest.mark.parametrize("name", ["direction", "quartile", "target", "plan"])
@given(st.data())
def test_the_choices_of_a_filter_share_out_all_indicators(name, data):
    rows = data.draw(st.lists(st.sampled_from(ALL), unique=True))
    parts = [keep(rows, Filters(**{name: choice})) for choice in CHOICES[name]]
    assert sum(len(part) for part in parts) == len(rows)
