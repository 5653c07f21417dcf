"""What would be refused whatever is typed is not offered; where somebody asks for it, why not."""

from datetime import timedelta

import pytest

from callbacks.governance.step import OWN_WORDING
from domain.editions.terms import Stage
from domain.formatting import day
from domain.governance.action_wording import WORDS
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import Element
from tests.builders.workflow import (
    CHIEF,
    CLERK,
    INTRODUCTION,
    LEADER,
    MEETING,
    OFFICER,
    SCRUTINEER,
    SMOKING,
    TODAY,
    UNTIL,
    YEAR,
    act,
)
from workflow.access import Actor
from workflow.governance.step_input import DelegationInput

pytestmark = pytest.mark.usefixtures("in_autumn")

BASE = f"/editions/{YEAR}"
S, A = Stage, Action


def commented(session, edition) -> None:
    act(session, edition, A.COMMENT, SCRUTINEER)


def proposed(session, edition) -> None:
    act(session, edition, A.PROPOSE_AMENDMENT, OFFICER)


def worded_by_the_chief(session, edition) -> None:
    act(session, edition, A.PROPOSE_AMENDMENT, CHIEF)
    act(session, edition, A.REWORD_AMENDMENT, OFFICER)
    act(session, edition, A.CONSULT, LEADER)


def decided(session, edition) -> None:
    proposed(session, edition)
    act(session, edition, A.CONSULT, LEADER)
    act(session, edition, A.SIGN_AMENDMENT, CHIEF)


def delegated_for_smoking(session, edition) -> None:
    act(session, edition, A.RESOLVE, CLERK, delegation=DelegationInput("b", UNTIL, (SMOKING,)))


def corrected_by_the_chief(session, edition) -> None:
    both = Actor(CHIEF.person_id, CHIEF.username, CHIEF.name, CHIEF.roles | {Role.BI_OFFICER})
    act(session, edition, A.PROPOSE_CORRECTION, both)


def links(page: Element) -> dict[str, str]:
    return {link.get("href"): link.text for link in page.all("a")}


def tasks(page: Element) -> dict[str, str]:
    """What somebody's work says that they can do: where, and in what words."""
    sections = [node for node in page.all("section") if node.one("h3").text == "You can"]
    return {link.get("href"): link.text for node in sections for link in node.all("a")}


def notices(page: Element) -> list[str]:
    """What a page says first: why something cannot be done, or what to know before it."""
    return [each.text for each in page.all("p") if each.get("class") == "notice"]


@pytest.mark.parametrize(
    ("stage", "then", "actor", "action", "offered"),
    [
        (S.SCRUTINY, None, OFFICER, A.RECALL, True),
        (S.SCRUTINY, commented, OFFICER, A.RECALL, False),
        (S.AMENDMENT, None, CLERK, A.SEND_TO_COUNCIL, True),
        (S.AMENDMENT, proposed, CLERK, A.SEND_TO_COUNCIL, False),
        (S.AMENDMENT, decided, CLERK, A.SEND_TO_COUNCIL, True),
        (S.DRAFTING, None, OFFICER, A.SEND_TO_SCRUTINY, False),
        (S.REVISION, None, OFFICER, A.SEND_TO_CABINET, False),
    ],
)
def test_a_move_is_offered_where_it_can_be_made(products, stage, then, actor, action, offered):
    product = products.at(stage, then)
    door = f"{BASE}/do/{action.value}"
    for path in ("/work", BASE):
        assert (door in links(product.page(path, actor))) is offered, path
    page = product.page(door, actor)
    assert bool(page.all("form")) is offered
    assert bool(notices(page)) is not offered


def test_a_chief_executive_is_told_that_her_own_wording_is_not_hers_to_sign(products):
    product = products.at(S.AMENDMENT, worded_by_the_chief)
    there = f"{BASE}/changes/1"
    assert tasks(product.page("/work", CHIEF))[there].startswith("Refuse change 1")
    page = product.page(there, CHIEF)
    assert "You worded this" in page.text
    doors = links(page)
    assert f"{BASE}/do/refuse_amendment?number=1" in doors
    assert f"{BASE}/do/sign_amendment?number=1" not in doors
    form = product.page(f"{BASE}/do/sign_amendment?number=1", CHIEF)
    assert not form.all("form")
    (why_not,) = notices(form)
    assert "worded" in why_not


def test_signing_waits_for_the_leader(products):
    product = products.at(S.AMENDMENT, proposed)
    there = f"{BASE}/changes/1"
    assert there not in tasks(product.page("/work", CHIEF))
    assert "not been consulted" in product.page(there, CHIEF).text
    assert not product.page(f"{BASE}/do/sign_amendment?number=1", CHIEF).all("form")
    assert tasks(product.page("/work", LEADER))[there].startswith(WORDS[A.CONSULT].task)


def test_nothing_waits_for_the_leader_once_the_delegation_is_over(products, on_day):
    product = products.at(S.AMENDMENT, proposed)
    on_day(UNTIL + timedelta(days=1))
    assert f"{BASE}/changes/1" not in tasks(product.page("/work", LEADER))
    assert f"{BASE}/do/propose_amendment" not in links(product.page(BASE, OFFICER))
    assert f"{BASE}/do/send_to_council" in tasks(product.page("/work", CLERK))


def test_what_was_not_delegated_has_no_form(products):
    product = products.at(S.CABINET, delegated_for_smoking)
    outside = product.page(f"{BASE}/do/propose_amendment?place={INTRODUCTION}", OFFICER)
    assert not outside.all("form")
    (why_not,) = notices(outside)
    assert "resolution (b)" in why_not
    assert product.page(f"{BASE}/do/propose_amendment?place={SMOKING}", OFFICER).all("form")


def test_a_text_with_an_open_change_has_no_second_form(products):
    product = products.at(S.AMENDMENT, proposed)
    page = product.page(f"{BASE}/do/propose_amendment?place={INTRODUCTION}", OFFICER)
    (why_not,) = notices(page)
    assert "Change 1" in why_not
    assert not page.all("form")


@pytest.mark.parametrize(("actor", "warned"), [(CHIEF, True), (OFFICER, False)])
def test_who_signs_is_warned_before_wording(products, actor, warned):
    page = products.at(S.AMENDMENT).page(f"{BASE}/do/propose_amendment", actor)
    assert (OWN_WORDING in page.text) is warned
    reword = products.at(S.AMENDMENT, proposed)
    page = reword.page(f"{BASE}/do/reword_amendment?number=1", actor)
    assert (OWN_WORDING in page.text) is warned


def test_a_correction_of_one_s_own_can_be_refused_alone(products):
    product = products.at(S.PUBLISHED, corrected_by_the_chief)
    there = f"{BASE}/changes/1"
    assert tasks(product.page("/work", CHIEF))[there].startswith("Refuse change 1")
    assert f"{BASE}/do/sign_correction?number=1" not in links(product.page(there, CHIEF))


@pytest.mark.parametrize(("today", "waits"), [(TODAY, True), (MEETING, False)])
def test_a_minute_waits_for_its_meeting(products, on_day, today, waits):
    on_day(today)
    door = f"{BASE}/do/refer_to_cabinet"
    product = products.at(S.SCRUTINY)
    task = tasks(product.page("/work", CLERK))[door]
    assert task.startswith(WORDS[A.REFER_TO_CABINET].name)
    assert (day(MEETING) in task) is waits
    (held,) = [
        node for node in product.page(door, CLERK).all("input") if node.get("name") == "held"
    ]
    assert held.get("value") == ("" if waits else "2022-11-09")


def test_withdrawing_waits_for_nobody_and_is_offered_on_the_edition_s_page(products):
    product = products.at(S.PUBLISHED)
    door = f"{BASE}/do/withdraw"
    assert door not in tasks(product.page("/work", CLERK))
    assert door in links(product.page(BASE, CLERK))
