"""Minutes come from meetings that were held: on the day named, or on another that is given."""

from datetime import date, timedelta

import pytest

from db.queries import governance
from domain.editions.terms import Stage
from domain.formatting import day
from domain.governance.terms import Action, Body
from tests.builders.audit import entries
from tests.builders.workflow import CLERK, MEETING, TODAY, YEAR, act, an_edition, everything_needed
from workflow.errors import Incomplete
from workflow.governance import service

A, S = Action, Stage
BEFORE = TODAY - timedelta(days=1)
RECORDING = [
    (S.SCRUTINY, A.REFER_TO_CABINET, Body.SCRUTINY),
    (S.CABINET, A.RESOLVE, Body.CABINET),
    (S.CABINET, A.REFER_BACK, Body.CABINET),
    (S.COUNCIL, A.AMEND_BY_MOTION, Body.COUNCIL),
    (S.COUNCIL, A.APPROVE, Body.COUNCIL),
    (S.COUNCIL, A.REFER_BACK, Body.COUNCIL),
]


def record(database, stage, action, *, today: date, held: date | None) -> None:
    with database.session_scope() as session:
        edition = an_edition(session, stage)
        given = everything_needed(session, edition, action)
        given = type(given)(**{**as_given(given), "held": held})
        service.take_step(session, edition, action, CLERK, given, today=today)


def as_given(given) -> dict:
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


@pytest.mark.parametrize(("stage", "action", "body"), RECORDING)
class TestEveryMinute:
    def test_is_not_recorded_before_the_meeting(self, stages, stage, action, body):
        with stages.at(stage) as database:
            early = {"today": MEETING - timedelta(days=1), "held": None}
            with pytest.raises(Incomplete, match="9 November 2022"):
                record(database, stage, action, **early)
            with pytest.raises(Incomplete, match=day(TODAY + timedelta(days=1))):
                record(database, stage, action, today=TODAY, held=TODAY + timedelta(days=1))

    def test_is_of_the_day_the_meeting_was_named_for(self, stages, stage, action, body):
        with stages.at(stage) as database:
            record(database, stage, action, today=MEETING, held=None)
            with database.reading_scope() as session:
                (met,) = [
                    each
                    for each in governance.record_of(session, YEAR).meetings
                    if each.body is body
                ]
            assert (met.on, met.minute) == (MEETING, "42")
            assert "meeting" not in entries(database)[-1].after

    def test_puts_the_day_right_where_it_was_held_on_another(self, stages, stage, action, body):
        with stages.at(stage) as database:
            record(database, stage, action, today=TODAY, held=TODAY)
            last = entries(database)[-1]
            assert (last.before["meeting"], last.after["meeting"]) == (str(MEETING), str(TODAY))
            with database.reading_scope() as session:
                met = governance.record_of(session, YEAR).meetings
                assert {each.on for each in met if each.body is body} == {TODAY}


def test_a_meeting_was_not_held_before_the_one_before_it(stages):
    told = "is on 3 October 2022"
    with stages.at(S.CABINET) as database, pytest.raises(Incomplete, match=told):
        record(database, S.CABINET, A.RESOLVE, today=TODAY, held=BEFORE)


def test_a_meeting_before_it_that_is_still_to_come_does_not_count(stages):
    """A demonstration's walk takes steps on the days that it names."""
    with stages.at(S.SCRUTINY) as database:
        record(database, S.SCRUTINY, A.REFER_TO_CABINET, today=MEETING, held=None)
        with database.session_scope() as session:
            edition = an_edition(session, S.CABINET)
            act(session, edition, A.RESOLVE, CLERK, held=TODAY)
            assert edition.stage is S.AMENDMENT


def test_a_meeting_is_not_brought_forward_by_more_than_three_months(stages):
    told = "1 January 2020 .* 9 November 2022"
    with stages.at(S.SCRUTINY) as database, pytest.raises(Incomplete, match=told):
        record(database, S.SCRUTINY, A.REFER_TO_CABINET, today=TODAY, held=date(2020, 1, 1))
