"""What is refused when a figure is saved, and what is too empty to be signed off."""

import re

import pytest
from sqlalchemy import update

from db.content import fields_at
from db.models import Indicator
from domain.errors import Unreadable
from domain.terms import Action, Stage
from tests.builders.workflow import (
    CLERK,
    OFFICER,
    SMOKING,
    act,
    an_edition,
    saving,
    sign_off_all,
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
    ("stage", "action", "actor"), SAVED_BY, ids=[f"{each[1]} in {each[0]}" for each in SAVED_BY]
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
    with pytest.raises(Unreadable, match="more than two ends"):
        act(session, edition, Action.EDIT, OFFICER, **other)


def test_an_odd_field_that_stands_already_stops_the_edition(session):
    edition = an_edition(session)
    with_an_odd_target(session)
    sign_off_all(session, edition)
    with pytest.raises(Refused, match=f"1 thing to mend. .*“{ODD}”"):
        act(session, edition, Action.SEND_TO_SCRUTINY, OFFICER)
