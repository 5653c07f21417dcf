"""A step that is refused is written down with what it was tried on, and answered in words."""

from datetime import date

import pytest

from domain.audit_chain import REFUSED
from domain.editions.terms import Stage
from domain.governance.entry_wording import sentence
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import database_of
from tests.app.stepping import BASE, Stepping, form_address, stepping
from tests.builders.audit import entries
from tests.builders.workflow import HEALTH, INTRODUCTION

pytestmark = pytest.mark.usefixtures("in_autumn")


def refused(product: Stepping, role: Role, action: Action, **form) -> tuple[str, str]:
    """The sentence of the log on a step that was refused, and the heading of its answer."""
    _, version = product.status()
    before = entries(database_of(product.app))
    sent = {"version": str(version), "csrf_token": product.token(role), **form}
    response = product.browser(role).client.post(form_address(action), data=sent)
    assert response.status_code in (400, 403)
    (entry,) = entries(database_of(product.app))[len(before) :]
    assert entry.outcome == REFUSED
    return sentence(entry), read(response.text).one("h1").text


@pytest.mark.parametrize(
    ("stage", "action", "form", "words"),
    [
        (Stage.DRAFTING, Action.SIGN_OFF_SECTION, {"place": HEALTH}, "sign off Public Health dash"),
        (Stage.DRAFTING, Action.EDIT, {"place": INTRODUCTION}, "edit Introduction, 2022"),
        (Stage.DRAFTING, Action.EDIT, {"place": "section:nothing"}, "edit the 2022 edition"),
        (Stage.AMENDMENT, Action.SIGN_AMENDMENT, {"number": "3"}, "sign change 3 to the 2022 e"),
        (Stage.REVISION, Action.ANSWER_COMMENT, {"number": "2"}, "answer comment 2 on the 2022 e"),
        (Stage.APPROVED, Action.PUBLISH, {}, "publish the 2022 edition"),
    ],
)
def test_the_log_names_what_a_refused_step_was_tried_on(stages, stage, action, form, words):
    with stepping(stages, stage) as product:
        told, _ = refused(product, Role.LEADER, action, **form)
    assert f"tried to {words}" in told


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MEMBER])
@pytest.mark.parametrize("action", [Action.EDIT, Action.PUBLISH])
def test_a_step_of_somebody_who_takes_none_is_written_down_too(stages, role, action):
    with stepping(stages, Stage.DRAFTING) as product:
        told, _ = refused(product, role, action, place=INTRODUCTION)
    assert "tried to" in told


@pytest.mark.parametrize(
    ("meeting", "words"),
    [
        (date(2022, 12, 27), "27 December 2022 is Christmas Day (observed), no working day."),
        (date(2022, 11, 12), "12 November 2022 is a Saturday, no working day."),
        (date(2022, 11, 11), ""),
    ],
)
def test_a_meeting_on_a_day_off_is_pointed_out(stages, meeting, words):
    with stepping(stages, Stage.AMENDMENT) as product:
        given = product.prepare(Action.SEND_TO_COUNCIL)
        role = Role.DEMOCRATIC_SERVICES
        form = product.form(role, Action.SEND_TO_COUNCIL, given) | {"meeting": str(meeting)}
        assert product.post(role, Action.SEND_TO_COUNCIL, form).status_code == 303
        page = product.browser(role).text(BASE)
    assert words in page
    assert ("no working day" in page) is bool(words)


@pytest.mark.parametrize("version", ["1", "999"])
def test_who_never_takes_a_step_is_refused_it_whatever_version_is_named(stages, version):
    with stepping(stages, Stage.AMENDMENT) as product:
        form = {"version": version, "number": "1"}
        told, _ = refused(product, Role.MEMBER, Action.SIGN_AMENDMENT, **form)
    assert "Member tried to sign change 1" in told


@pytest.mark.parametrize("role", [Role.MEMBER, Role.DEMOCRATIC_SERVICES, Role.ADMINISTRATOR])
def test_who_may_not_begin_the_next_edition_is_written_down_for_trying(stages, role):
    with stepping(stages, Stage.PUBLISHED) as product:
        before = entries(database_of(product.app))
        sent = {"csrf_token": product.token(role)}
        response = product.browser(role).client.post(f"{BASE}/next", data=sent)
        assert response.status_code == 403
        (entry,) = entries(database_of(product.app))[len(before) :]
    assert "tried to begin the 2023 edition" in sentence(entry)
