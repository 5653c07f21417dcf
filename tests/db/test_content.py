"""The text and figures of an edition, read from its tables and written to them."""

import pytest

from db.content import (
    all_fields,
    content_of,
    fields_at,
    resolve_text,
    row_at,
    title_at,
    unit_of,
    unit_with_texts,
    write,
)
from domain.editions.content import entry_at
from domain.editions.places import FIELDS
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.indicators.terms import Direction, Rating
from tests.builders.stages import stages_in
from tests.builders.workflow import HEALTH, INTRODUCTION, SMOKING, an_edition

ABSENT = ("section:none", "indicator:none", "indicator:introduction", "section:smoking")


@pytest.fixture
def session(databases):
    with stages_in(databases).at(Stage.DRAFTING) as database, database.session_scope() as opened:
        yield opened


@pytest.fixture
def edition(session):
    return an_edition(session)


def test_the_content_holds_every_section_dashboard_and_indicator(session, edition):
    content = content_of(session, edition)
    assert content["edition"]["year"] == 2022
    assert list(content["sections"]) == [
        "introduction",
        "clean-green",
        "waste-reused",
        "recommendations",
    ]
    assert list(content["dashboards"]) == ["environment-waste", "public-health"]
    assert list(content["indicators"]) == ["waste-recycled", "smoking"]
    assert content["comparison"] == {}


def test_an_indicator_is_told_in_words_with_its_rule(session, edition):
    entry = content_of(session, edition)["indicators"]["smoking"]
    assert (entry["value"], entry["direction"], entry["rating"]) == (
        "13.0% (2021)",
        "no_change",
        "exceptional",
    )
    assert entry["dashboard"] == "public-health"
    assert entry["rule"] == {
        "method": "survey",
        "tolerance": "0",
        "tolerance_in": "",
        "sample": 900,
        "reason": "",
    }


def test_every_place_has_the_fields_that_can_be_changed_of_it(session, edition):
    held = dict(all_fields(session, edition))
    content = content_of(session, edition)
    assert len(held) == 6
    for place, fields in held.items():
        assert tuple(fields) == FIELDS[place.partition(":")[0]]
        assert fields == fields_at(session, edition, place)
        assert fields.items() <= entry_at(content, place).items()


def test_a_section_is_written(session, edition):
    write(resolve_text(session, edition, INTRODUCTION), {"body": "New."})
    assert fields_at(session, edition, INTRODUCTION) == {"body": "New."}


def test_a_figure_is_written_as_printed(session, edition):
    before = fields_at(session, edition, SMOKING)
    given = {
        "value": "£1.25m",
        "target": "10-12%",
        "direction": "worsened",
        "rating": "issue",
        "previous_period": "2019",
    }
    write(resolve_text(session, edition, SMOKING), given)
    row = row_at(session, edition, SMOKING)
    assert (row.value_text, row.target_text) == ("£1.25m", "10-12%")
    assert (row.direction, row.rating) == (Direction.WORSENED, Rating.ISSUE)
    assert fields_at(session, edition, SMOKING) == {**before, **given}


def test_what_is_emptied_is_empty_in_every_column(session, edition):
    write(resolve_text(session, edition, SMOKING), {"value": "", "target": "", "rating": ""})
    row = row_at(session, edition, SMOKING)
    assert (row.value_text, row.target_text, row.rating) == ("", "", None)


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("edition", "the 2022 edition"),
        (INTRODUCTION, "Introduction"),
        (SMOKING, "Adults who smoke"),
        (HEALTH, "Public Health dashboard"),
    ],
)
def test_a_place_has_the_title_that_readers_know(session, edition, place, title):
    assert title_at(session, edition, place) == title


def test_a_section_is_signed_off_by_itself_and_an_indicator_with_its_dashboard(session, edition):
    assert unit_of(session, edition, INTRODUCTION) == INTRODUCTION
    assert unit_of(session, edition, SMOKING) == HEALTH
    for unit, places in {INTRODUCTION: [INTRODUCTION], HEALTH: [SMOKING]}.items():
        _, texts = unit_with_texts(session, edition, unit)
        assert [text.address for text in texts] == places


@pytest.mark.parametrize("place", [*ABSENT, "dashboard:none", "nonsense"])
def test_a_place_that_is_not_there_is_not_found(session, edition, place):
    for ask in (title_at, unit_with_texts):
        with pytest.raises(NotFound):
            ask(session, edition, place)


@pytest.mark.parametrize("place", [*ABSENT, HEALTH, "edition"])
def test_what_has_no_text_of_its_own_cannot_be_read_or_written(session, edition, place):
    for ask in (resolve_text, row_at, fields_at, unit_of):
        with pytest.raises(NotFound):
            ask(session, edition, place)
