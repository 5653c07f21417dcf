"""Places of an edition: written, taken apart, and what can be changed of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.editions.kinds import EDITION, KINDS
from domain.editions.places import FIELDS, Place, dashboard, indicator, section
from domain.errors import NotFound


@pytest.mark.parametrize(
    ("written", "kind", "key"),
    [
        (EDITION, EDITION, ""),
        (section("introduction"), "section", "introduction"),
        (indicator("smoking"), "indicator", "smoking"),
        (dashboard("public-health"), "dashboard", "public-health"),
        ("section:a:b", "section", "a:b"),
    ],
)
def test_a_place_is_taken_apart_and_written_again(written, kind, key):
    place = Place.of(written)
    assert (place.kind, place.key) == (kind, key)
    assert str(place) == written


@given(st.sampled_from(sorted(KINDS)), st.text(min_size=1))
def test_any_key_is_kept_as_it_is(kind, key):
    assert str(Place.of(f"{kind}:{key}")) == f"{kind}:{key}"


@pytest.mark.parametrize(
    "written",
    ["", "section", "section:", "edition:2022", "chapter:one", ":x", "Section:x", "x" * 99],
)
def test_what_is_not_written_like_a_place_is_not_found_and_named_briefly(written):
    with pytest.raises(NotFound) as refusal:
        Place.of(written)
    assert f"“{written[:60]}”" in str(refusal.value)


def test_sections_have_a_body_indicators_their_figures_and_other_places_nothing_to_change():
    assert Place.of(section("x")).fields == ("body",)
    assert Place.of(indicator("x")).fields == FIELDS["indicator"]
    assert Place.of(dashboard("x")).fields == Place.of(EDITION).fields == ()


def test_sections_and_dashboards_are_signed_off_and_an_indicator_with_its_dashboard():
    assert Place.of(section("x")).is_unit
    assert Place.of(dashboard("x")).is_unit
    assert not Place.of(indicator("x")).is_unit
    assert not Place.of(EDITION).is_unit
