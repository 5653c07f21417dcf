"""The next year's edition, begun from the one before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.content import all_fields, content_of
from db.content_tables import TABLES
from db.models import Edition, Revision
from db.queries import governance, revisions
from domain.editions.checklist import checklist, errors
from domain.editions.kinds import INDICATOR
from domain.editions.terms import Stage
from domain.errors import CompendiumError, NotFound, NotPermitted
from domain.governance.terms import Action, CommentKind, CommentOutcome
from domain.indicators.terms import Direction
from domain.terms import Role
from tests.builders.audit import entries
from tests.builders.workflow import (
    CLERK,
    MEETING,
    OFFICER,
    SCRUTINEER,
    SOMEBODY,
    YEAR,
    act,
    an_edition,
)
from workflow.editions.rolling_forward import NextYear, roll_forward

NEXT = NextYear(2023, "2022/23", "Strategic Plan 2022-26", date(2023, 12, 6))


@pytest.fixture
def published(stages):
    with stages.at(Stage.PUBLISHED) as database:
        yield database


@pytest.fixture
def session(published):
    with published.session_scope() as opened:
        yield opened


def rolled(session, following: NextYear = NEXT, by=OFFICER) -> tuple[Edition, Edition]:
    old = governance.edition(session, YEAR)
    return old, roll_forward(session, YEAR, following, by=by)


def test_the_new_edition_is_a_draft_that_covers_the_next_year(session):
    _, new = rolled(session)
    assert (new.stage, new.version, new.round, new.published) == (Stage.DRAFTING, 1, 1, "")
    assert (new.data_year, new.previous_data_year) == ("2022/23", "2021/22")
    assert new.title.endswith(" 2023")


def test_structure_targets_rules_and_aims_are_carried_over(session):
    old, new = rolled(session)
    before, after = content_of(session, old), content_of(session, new)
    assert after["dashboards"] == before["dashboards"]
    kept = ("number", "name", "polarity", "target", "rule", "dashboard", "source", "section")
    for slug, was in before["indicators"].items():
        assert {name: after["indicators"][slug][name] for name in kept} == {
            name: was[name] for name in kept
        }
    aims = [[(aim.sub_outcome, aim.text) for aim in outcome.aims] for outcome in new.outcomes]
    assert aims == [
        [(aim.sub_outcome, aim.text) for aim in outcome.aims] for outcome in old.outcomes
    ]


def test_this_year_s_values_become_the_previous_ones_with_their_periods(session):
    old, new = rolled(session)
    indicators = TABLES[INDICATOR].rows
    pairs = list(zip(indicators(session, old), indicators(session, new), strict=True))
    assert len(pairs) == 2
    for was, now in pairs:
        assert now.previous_text == was.value_text
        assert now.previous_period == was.value_period
        assert now.previous_period


def test_no_text_no_figure_and_no_judgement_of_last_year_is_used_again(session):
    _, new = rolled(session)
    content = content_of(session, new)
    assert {section["body"] for section in content["sections"].values()} == {""}
    begun = {"value", "period", "quartile", "rating", "commentary", "override_reason"}
    for indicator in content["indicators"].values():
        assert {indicator[name] for name in begun} == {""}
        assert indicator["direction"] == Direction.UNDETERMINED
    findings = errors(checklist(content))
    assert len(findings) == len(content["sections"]) + len(content["indicators"])


def test_the_views_of_last_year_s_commission_are_not_a_section_of_the_next(session):
    old, new = rolled(session)
    views = "views-of-the-scrutiny-commission"
    slugs = [[section.slug for section in edition.sections] for edition in (old, new)]
    assert slugs[0] == [*slugs[1], views]


def test_every_place_has_its_first_revision_and_it_is_nobody_s_writing(session):
    _, new = rolled(session)
    kept = session.scalars(select(Revision).where(Revision.edition_id == new.id)).all()
    assert {(revision.number, revision.cause) for revision in kept} == {(1, "roll_forward")}
    assert {revision.place: revision.fields for revision in kept} == dict(all_fields(session, new))
    assert not revisions.unit(session, new.year, "section:introduction").editors


def test_last_year_s_edition_stays_as_it_was(session):
    old = governance.edition(session, YEAR)
    before = content_of(session, old)
    rolled(session)
    session.refresh(old)
    assert content_of(session, old) == before
    assert old.stage is Stage.PUBLISHED


def test_what_the_commission_asked_for_last_year_can_still_be_found(stages):
    with stages.at(Stage.SCRUTINY) as database, database.session_scope() as session:
        edition = an_edition(session, Stage.SCRUTINY)
        act(session, edition, Action.COMMENT, SCRUTINEER, kind=CommentKind.REQUEST)
        act(session, edition, Action.REFER_TO_CABINET, CLERK)
        act(session, edition, Action.ANSWER_COMMENT, OFFICER, outcome=CommentOutcome.NEXT_YEAR)
        an_edition(session, Stage.PUBLISHED)
        _, new = rolled(session)
        carried = [
            remark.text
            for remark in governance.remarks(session, new.year - 1)
            if remark.outcome is CommentOutcome.NEXT_YEAR
        ]
        assert carried == ["Somebody's words."]
        assert governance.remarks(session, new.year) == []


def test_beginning_an_edition_is_written_down(published):
    with published.session_scope() as session:
        rolled(session)
    last = entries(published)[-1]
    assert (last.action, last.subject, last.actor) == ("roll_forward", "edition:2023", "bi_officer")
    assert last.after == {"from": 2022, "stage": "drafting"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BI_OFFICER])
def test_only_an_officer_begins_an_edition(session, role):
    with pytest.raises(NotPermitted):
        rolled(session, by=SOMEBODY[role])


@pytest.mark.parametrize("year", [2021, 2024, 2032])
def test_the_edition_after_one_is_the_next_year_s(session, year):
    with pytest.raises(CompendiumError, match="that of 2023"):
        rolled(session, replace(NEXT, year=year))


def test_an_edition_is_begun_once(session):
    rolled(session)
    with pytest.raises(CompendiumError, match="2023 already"):
        rolled(session)


def test_an_edition_that_may_still_change_is_not_carried_over(stages):
    with stages.at(Stage.COUNCIL) as database, database.session_scope() as session:
        with pytest.raises(CompendiumError, match="not approved yet"):
            rolled(session)
        an_edition(session, Stage.APPROVED)
        rolled(session)


def test_an_edition_that_is_not_there_has_no_next_one(session):
    with pytest.raises(NotFound):
        roll_forward(session, 1999, NEXT, by=OFFICER)
    with pytest.raises(NotFound):
        NextYear.after(session, 1999)


def test_the_next_year_is_a_year_on_under_the_same_plan(session):
    following = NextYear.after(session, YEAR)
    assert following == replace(NEXT, council_on=MEETING + timedelta(weeks=52))
