"""What is refused when a figure is saved, and what is too empty to be signed off."""

import re
from contextlib import nullcontext
from typing import Any

import pytest
from sqlalchemy import update

from db.content import fields_at, unit_with_texts
from db.models import Indicator
from db.queries import revisions
from domain.editions.revisions import UNWRITTEN
from domain.editions.terms import Stage
from domain.errors import Unreadable
from domain.governance.terms import Action
from tests.builders.workflow import (
    CLERK,
    HEALTH,
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
from workflow.errors import Refused

ODD = "50%-10%-90%"
IMPOSSIBLE = {
    "value": "1/0",
    "previous": "NaN",
    "period": "99999/00",
    "previous_period": "2202",
    "target": ODD,
    "quartile": "2nd (99999)",
}
SAVED_BY = [
    (Stage.DRAFTING, Action.EDIT, OFFICER),
    (Stage.REVISION, Action.EDIT, OFFICER),
    (Stage.AMENDMENT, Action.PROPOSE_AMENDMENT, OFFICER),
    (Stage.COUNCIL, Action.AMEND_BY_MOTION, CLERK),
    (Stage.PUBLISHED, Action.PROPOSE_CORRECTION, OFFICER),
]


@pytest.mark.parametrize(
    ("stage", "action", "actor"), SAVED_BY, ids=[f"{row[1]} in {row[0]}" for row in SAVED_BY]
)
def test_a_figure_that_cannot_be_so_is_refused_wherever_it_is_given(stages, stage, action, actor):
    with stages.at(stage) as database, database.session_scope() as session:
        edition = an_edition(session, stage)
        before = fields_at(session, edition, SMOKING)
        for name, text in IMPOSSIBLE.items():
            with pytest.raises(Unreadable, match=re.escape(text)):
                act(
                    session,
                    edition,
                    action,
                    actor,
                    **saving(session, edition, SMOKING, **{name: text}),
                )
        assert fields_at(session, edition, SMOKING) == before


@pytest.fixture
def session(stages):
    """A session on the small edition in drafting."""
    with stages.at(Stage.DRAFTING) as database, database.session_scope() as opened:
        yield opened


def with_an_odd_target(session) -> None:
    """What an earlier version of the product let stand."""
    session.execute(update(Indicator).where(Indicator.slug == "smoking").values(target_text=ODD))


def test_an_odd_field_that_stands_already_does_not_stop_what_changes_another(session):
    edition = an_edition(session)
    with_an_odd_target(session)
    whole = {**fields_at(session, edition, SMOKING), "commentary": "More is being done."}
    act(session, edition, Action.EDIT, OFFICER, **saving(session, edition, SMOKING, **whole))
    now = fields_at(session, edition, SMOKING)
    assert (now["target"], now["commentary"]) == (ODD, "More is being done.")
    other = saving(session, edition, SMOKING, target="1%-2%-3%")
    with pytest.raises(Unreadable, match="“1%-2%-3%”"):
        act(session, edition, Action.EDIT, OFFICER, **other)


def test_an_odd_field_that_stands_already_stops_the_edition(session):
    edition = an_edition(session)
    with_an_odd_target(session)
    sign_off_all(session, edition)
    with pytest.raises(Refused, match=f"1 thing to mend. .*“{ODD}”"):
        act(session, edition, Action.SEND_TO_SCRUTINY, OFFICER)


def emptied(session, slugs: list[str], **more: str) -> None:
    """Indicators as they are when the edition was just begun."""
    columns = {"value_text": "", "value_period": "", **more}
    session.execute(update(Indicator).where(Indicator.slug.in_(slugs)).values(**columns))


def signing(session, edition, unit: str) -> dict[str, Any]:
    return {"place": unit, "read": newest_in(session, edition, unit)}


def test_a_section_without_text_cannot_be_signed_off(stages):
    with stages.at(Stage.REVISION) as database, database.session_scope() as session:
        edition = an_edition(session, Stage.REVISION)
        assert fields_at(session, edition, RECOMMENDED)["body"] == ""
        about = signing(session, edition, RECOMMENDED)
        with pytest.raises(Refused, match=re.escape(UNWRITTEN)):
            act(session, edition, Action.SIGN_OFF_SECTION, SECOND, **about)
        assert RECOMMENDED in unsigned(session, edition)
        written = saving(session, edition, RECOMMENDED, body="Note it.")
        act(session, edition, Action.EDIT, OFFICER, **written)
        about = signing(session, edition, RECOMMENDED)
        act(session, edition, Action.SIGN_OFF_SECTION, SECOND, **about)
        assert RECOMMENDED not in unsigned(session, edition)


def test_a_dashboard_without_a_value_or_a_period_cannot_be_signed_off(session):
    edition = an_edition(session)
    slugs = [text.place.key for text in unit_with_texts(session, edition, HEALTH)[1]]
    emptied(session, slugs)
    about = signing(session, edition, HEALTH)
    with pytest.raises(Refused, match=re.escape(UNWRITTEN)):
        act(session, edition, Action.SIGN_OFF_SECTION, SECOND, **about)
    assert HEALTH in unsigned(session, edition)


@pytest.mark.parametrize("given", [{"value_text": "N/A"}, {"value_period": "2021/22"}])
def test_a_dashboard_with_one_value_or_period_may_be_signed_off(session, given):
    edition = an_edition(session)
    slugs = [text.place.key for text in unit_with_texts(session, edition, HEALTH)[1]]
    emptied(session, slugs)
    emptied(session, slugs[-1:], **given)
    act(session, edition, Action.SIGN_OFF_SECTION, SECOND, **signing(session, edition, HEALTH))
    assert HEALTH not in unsigned(session, edition)


@pytest.mark.parametrize(
    ("stage", "place"), [(Stage.REVISION, RECOMMENDED), (Stage.DRAFTING, HEALTH)]
)
def test_what_the_lists_call_empty_is_what_cannot_be_signed_off(stages, stage, place):
    with stages.at(stage) as database, database.session_scope() as session:
        edition = an_edition(session, stage)
        emptied(session, ["smoking"])
        empty = {unit.place for unit in revisions.units(session, YEAR) if unit.is_empty}
        assert place in empty
        waiting = unsigned(session, edition)
        for unit in waiting:
            about = signing(session, edition, unit)
            with nullcontext() if unit not in empty else pytest.raises(Refused):
                act(session, edition, Action.SIGN_OFF_SECTION, SECOND, **about)
        assert set(unsigned(session, edition)) == empty & set(waiting)
