"""What is signed off as it stands: guards and pages read the same units."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from db.queries import revisions
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.governance import rules
from domain.governance.terms import Action
from tests.builders.workflow import (
    INTRODUCTION,
    OFFICER,
    RECOMMENDED,
    SECOND,
    SMOKING,
    YEAR,
    act,
    an_edition,
    newest_in,
    saving,
    sign_off_all,
    unsigned,
)
from workflow.errors import Stale


@pytest.fixture
def session(stages) -> Iterator[Session]:
    """A session on the small edition in drafting."""
    with stages.at(Stage.DRAFTING) as database, database.session_scope() as opened:
        yield opened


def test_a_unit_by_itself_is_as_it_is_among_all(session):
    edition = an_edition(session)
    act(session, edition, Action.EDIT, OFFICER)
    sign_off_all(session, edition)
    units = revisions.units(session, YEAR)
    assert len(units) > 1
    assert [revisions.unit(session, YEAR, unit.place) for unit in units] == units


def test_a_sign_off_of_an_older_revision_does_not_count(session):
    edition = an_edition(session)
    sign_off_all(session, edition)
    assert unsigned(session, edition) == []
    read = newest_in(session, edition, INTRODUCTION)
    act(
        session,
        edition,
        Action.EDIT,
        OFFICER,
        **saving(session, edition, INTRODUCTION, body="New."),
    )
    assert unsigned(session, edition) == [INTRODUCTION]
    assert not rules.is_signed_off(revisions.unit(session, YEAR, INTRODUCTION))
    with pytest.raises(Stale):
        act(session, edition, Action.SIGN_OFF_SECTION, SECOND, place=INTRODUCTION, read=read)


def test_the_report_to_the_cabinet_is_signed_off_once_it_is_due(session):
    edition = an_edition(session)
    assert RECOMMENDED not in [unit.place for unit in revisions.units(session, YEAR)]
    an_edition(session, Stage.REVISION)
    assert RECOMMENDED in [unit.place for unit in revisions.units(session, YEAR)]
    assert edition.stage is Stage.REVISION


@pytest.mark.parametrize("place", [SMOKING, "section:none", "dashboard:none"])
def test_nothing_but_a_section_or_a_dashboard_is_a_unit(session, place):
    with pytest.raises(NotFound):
        revisions.unit(session, YEAR, place)


def test_every_section_and_indicator_is_signed_off_with_a_unit(session):
    units = revisions.units_of(session, YEAR)
    assert units[INTRODUCTION] == INTRODUCTION
    assert all(revisions.unit_of(session, YEAR, place) == unit for place, unit in units.items())
