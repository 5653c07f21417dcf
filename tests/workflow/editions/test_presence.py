"""Who has a text open for editing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import Presence
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.terms import Role
from tests.builders.workflow import INTRODUCTION, OFFICER, SECOND, SOMEBODY, YEAR
from workflow.clock import now
from workflow.editions import presence
from workflow.editions.presence import DELETED_AFTER


@pytest.fixture
def drafting(stages):
    with stages.at(Stage.DRAFTING) as database:
        yield database


def here(database) -> set[str]:
    with database.reading_scope() as session:
        return set(session.scalars(select(Presence.by)))


def aged(database, by: str, age: timedelta) -> None:
    with database.session_scope() as session:
        session.execute(update(Presence).where(Presence.by == by).values(at=now() - age))


def test_each_is_told_of_the_others_who_have_the_same_text_open(drafting):
    assert presence.report_open(drafting, YEAR, INTRODUCTION, OFFICER) == []
    assert presence.report_open(drafting, YEAR, INTRODUCTION, SECOND) == [OFFICER.name]
    assert presence.report_open(drafting, YEAR, INTRODUCTION, OFFICER) == [SECOND.name]
    assert presence.report_open(drafting, YEAR, "section:clean-green", OFFICER) == []


def test_who_has_said_nothing_for_a_while_no_longer_counts(drafting):
    presence.report_open(drafting, YEAR, INTRODUCTION, OFFICER)
    aged(drafting, OFFICER.username, timedelta(minutes=5))
    assert presence.report_open(drafting, YEAR, INTRODUCTION, SECOND) == []
    assert here(drafting) == {OFFICER.username, SECOND.username}


def test_who_has_said_nothing_for_an_hour_is_forgotten(drafting):
    presence.report_open(drafting, YEAR, INTRODUCTION, OFFICER)
    aged(drafting, OFFICER.username, DELETED_AFTER + timedelta(minutes=1))
    presence.report_open(drafting, YEAR, INTRODUCTION, SECOND)
    assert here(drafting) == {SECOND.username}


@pytest.mark.parametrize("place", ["section:nothing", "nonsense"])
def test_a_place_that_is_not_there_cannot_be_open(drafting, place):
    with pytest.raises(CompendiumError):
        presence.report_open(drafting, YEAR, place, OFFICER)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.SCRUTINY, Role.ADMINISTRATOR])
def test_a_draft_that_somebody_may_not_read_is_not_theirs_to_open(drafting, role):
    with pytest.raises(CompendiumError):
        presence.report_open(drafting, YEAR, INTRODUCTION, SOMEBODY[role])
    with pytest.raises(CompendiumError):
        presence.report_open(drafting, YEAR, INTRODUCTION, replace(OFFICER, roles=frozenset()))
    assert here(drafting) == set()
