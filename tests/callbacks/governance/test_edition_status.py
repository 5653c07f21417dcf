"""What an edition waits for, told on its page."""

from datetime import timedelta

import pytest

from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.workflow import (
    CHIEF,
    INTRODUCTION,
    LEADER,
    MEETING,
    OFFICER,
    SECOND,
    SOMEBODY,
    TODAY,
    UNTIL,
    YEAR,
    act,
    an_edition,
    saving,
    sign_off_all,
)

pytestmark = pytest.mark.usefixtures("in_autumn")

DAY = timedelta(days=1)
MEMBER = SOMEBODY[Role.MEMBER]


def waiting_text(products, stage, then=None, who=OFFICER) -> str:
    return products.at(stage, then).page(f"/editions/{YEAR}", who).text


def unfinished(session, edition) -> None:
    """Leave one thing to be mended."""
    written = saving(session, edition, INTRODUCTION, body="TBC")
    act(session, edition, Action.EDIT, OFFICER, **written)
    sign_off_all(session, edition)


def signed_off(session, edition) -> None:
    sign_off_all(session, edition)


def edited_by_both(session, edition) -> None:
    act(session, edition, Action.EDIT, OFFICER)
    act(session, edition, Action.EDIT, SECOND)


def edited_by_one(session, edition) -> None:
    act(session, edition, Action.EDIT, OFFICER)


def worded_by_the_chief(session, edition) -> None:
    act(session, edition, Action.PROPOSE_AMENDMENT, CHIEF)
    act(session, edition, Action.CONSULT, LEADER)


def test_it_says_how_many_things_are_to_be_mended(products):
    page = waiting_text(products, Stage.DRAFTING, unfinished)
    assert "The publishing checklist has 1 thing to mend." in page


def corrected(session, edition) -> None:
    act(session, edition, Action.PROPOSE_CORRECTION, OFFICER)


def test_an_edition_waits_for_nobody_to_recall_it(products):
    page = waiting_text(products, Stage.SCRUTINY)
    assert "can recall" not in page
    assert "can refer to the Cabinet." in page


def test_who_sends_it_on_does_so_once_what_is_missing_is_done(products):
    later = "to Scrutiny once all that comes before it is done."
    assert later in waiting_text(products, Stage.DRAFTING)
    assert later not in waiting_text(products, Stage.DRAFTING, signed_off)


@pytest.mark.parametrize(("who", "sees"), [(OFFICER, True), (MEMBER, False)])
def test_a_correction_waits_for_its_signature_in_sight_of_those_who_make_them(products, who, sees):
    waits = "Correction 1 waits for the Chief Executive's decision."
    product = products.at(Stage.PUBLISHED, corrected)
    for path in ("/work", f"/editions/{YEAR}"):
        assert (waits in product.page(path, who).text) is sees, path


def test_what_every_officer_has_edited_wants_another(products):
    page = waiting_text(products, Stage.DRAFTING, edited_by_both)
    assert "Every business intelligence officer has edited “Introduction”" in page
    assert "An administrator can add one." in page
    assert "an officer who has not" not in waiting_text(products, Stage.DRAFTING, edited_by_one)


def test_who_has_edited_a_text_reads_that_somebody_else_signs_it_off(products):
    path = f"/editions/{YEAR}/edit?place={INTRODUCTION}"
    page = products.at(Stage.DRAFTING, edited_by_one).page(path, OFFICER)
    assert "You have edited it, so an officer who has not edited it signs it off." in page.text


def test_an_amendment_that_nobody_can_sign_says_so(products):
    page = waiting_text(products, Stage.AMENDMENT, worded_by_the_chief)
    assert "Amendment 1 waits for the Chief Executive's decision." in page
    assert "Whoever could sign amendment 1 has worded it" in page


@pytest.mark.parametrize(
    ("stage", "today", "words"),
    [
        (Stage.SCRUTINY, TODAY, "meets on 9 November 2022; papers are due by 1 November 2022."),
        (Stage.SCRUTINY, MEETING - DAY, "papers were due by 1 November 2022."),
        (Stage.SCRUTINY, MEETING, "The Scrutiny Commission meets on 9 November 2022"),
        (Stage.SCRUTINY, MEETING + DAY, "The Scrutiny Commission met on 9 November 2022; what"),
        (Stage.AMENDMENT, UNTIL, "The delegation holds until 7 December 2022."),
        (Stage.AMENDMENT, UNTIL + DAY, "The delegation ended on 7 December 2022."),
    ],
)
def test_a_day_that_is_over_is_told_as_such(products, on_day, stage, today, words):
    on_day(today)
    assert words in waiting_text(products, stage)


@pytest.mark.parametrize(("late", "words"), [(0, "is planned for"), (1, "was planned for")])
def test_a_council_that_was_only_planned_is_told_as_such(products, on_day, late, words):
    with products.stages.at(Stage.DRAFTING) as database, database.session_scope() as session:
        council = an_edition(session).council_on
    on_day(council + late * DAY)
    assert f"The County Council {words}" in waiting_text(products, Stage.DRAFTING)
