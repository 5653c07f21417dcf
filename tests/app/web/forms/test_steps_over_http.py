"""Every step over HTTP: exactly the table's cells succeed, and nothing else changes anything."""

import itertools
import operator
from collections.abc import Iterable

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import OperationalError

from callbacks.request_context import reading
from db.models import Edition, SignIn
from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.addresses import ADDRESSES, FILE_ADDRESSES
from tests.app.markup import read
from tests.app.product import UPDATE, Browser, database_of
from tests.app.stepping import Stepping, controls, form_address, form_in, is_kept, posted, stepping
from tests.builders.audit import entries
from tests.builders.workflow import SOMEBODY
from tests.sampling import some, some_or_all
from tests.workflow.governance.test_every_step import ALLOWED

pytestmark = [pytest.mark.usefixtures("in_autumn"), pytest.mark.unmeasured]

REFUSED = {400, 403}
STAGES = [stage for stage in Stage if stage is not Stage.WITHDRAWN]
"""The stages at which something can be done."""
EVERYWHERE = (*ADDRESSES.values(), *FILE_ADDRESSES.values())
FRESH, READY = "fresh", "ready"


def written(product: Stepping) -> list:
    return entries(database_of(product.app))


def succeeds(product: Stepping, action: Action, role: Role, given) -> None:
    """The form of the page itself is taken, and leads on; then all is as it was before."""
    before, (_, version) = written(product), product.status()
    response = product.post(role, action, product.form(role, action, given))
    assert response.status_code == 303, (product.stage, action, role, response.text)
    to = ALLOWED[product.stage, action, role]
    assert product.status() == (to, version + (to is not product.stage))
    (entry,) = written(product)[len(before) :]
    assert (entry.action, entry.outcome, entry.role) == (action.value, "done", role.value)
    product.restore(READY)


def is_refused(product: Stepping, action: Action, role: Role, form) -> None:
    """It is refused in words and changes nothing."""
    before = product.dump()
    response = product.post(role, action, {**form, "csrf_token": product.token(role)})
    assert response.status_code in REFUSED, (product.stage, action, role)
    assert product.dump() == before


def allowed_at(stage: Stage) -> set[tuple[Action, Role]]:
    return {(action, role) for at, action, role in ALLOWED if at is stage}


@some_or_all(15)
@pytest.mark.parametrize("stage", list(Stage))
def test_exactly_the_steps_of_the_domain_can_be_taken_over_http(stages, stage, most):
    allowed = allowed_at(stage)
    refused = some(set_apart(itertools.product(Action, Role), allowed), most, of=stage)
    cells = sorted([*allowed, *refused])
    with stepping(stages, stage) as product:
        for role in Role:
            product.token(role)
        product.save(FRESH)
        for action, of_action in itertools.groupby(cells, key=operator.itemgetter(0)):
            product.restore(FRESH)
            given = product.prepare(action)
            product.save(READY)
            for _, role in of_action:
                if (action, role) in allowed:
                    succeeds(product, action, role, given)
                else:
                    is_refused(product, action, role, posted(given))


def set_apart(cells: Iterable[tuple[Action, Role]], others: set) -> list[tuple[Action, Role]]:
    return [cell for cell in cells if cell not in others]


def without_a_token(product: Stepping, role: Role, form: dict) -> tuple[Browser, dict, dict]:
    return product.browser(role), {**form, "csrf_token": ""}, {}


def from_another_site(product: Stepping, role: Role, form: dict) -> tuple[Browser, dict, dict]:
    return product.browser(role), form, {"Origin": "https://evil.example"}


def signed_out_in_another_tab(
    product: Stepping, role: Role, form: dict
) -> tuple[Browser, dict, dict]:
    browser = Browser(product.app).sign_in_as(role)
    form = {**form, "csrf_token": browser.token()}
    browser.post("/sign-out")
    return browser, form, {}


def ended_by_an_administrator(
    product: Stepping, role: Role, form: dict
) -> tuple[Browser, dict, dict]:
    browser = Browser(product.app).sign_in_as(role)
    form = {**form, "csrf_token": browser.token()}
    with database_of(product.app).session_scope() as session:
        session.execute(delete(SignIn).where(SignIn.person_id == SOMEBODY[role].person_id))
    product.browsers.pop(role, None)
    return browser, form, {}


UNFIT = (
    without_a_token,
    from_another_site,
    signed_out_in_another_tab,
    ended_by_an_administrator,
)


@pytest.mark.parametrize("unfit", UNFIT, ids=lambda each: each.__name__)
@pytest.mark.parametrize("stage", STAGES)
def test_a_form_that_is_turned_away_changes_nothing_and_its_words_are_on_the_page(
    stages, stage, unfit
):
    with stepping(stages, stage) as product:
        for action, role, form in product.forms():
            before = product.dump()
            browser, sent, headers = unfit(product, role, form)
            response = browser.client.post(form_address(action), data=sent, headers=headers)
            assert response.status_code in REFUSED
            assert product.dump() == before, action
            assert is_kept(response, form), action


@pytest.mark.parametrize("stage", STAGES)
def test_the_same_form_sent_twice_changes_once_and_answers_the_same(stages, stage):
    with stepping(stages, stage) as product:
        for action, role, form in product.forms():
            first = product.post(role, action, form)
            after, told = product.dump(), len(written(product))
            second = product.post(role, action, form)
            assert (first.status_code, second.status_code) == (303, 303), action
            assert first.location == second.location
            assert (product.dump(), len(written(product))) == (after, told), action


@pytest.mark.parametrize("stage", STAGES)
def test_a_form_from_before_a_move_is_answered_in_words_and_can_be_sent_from_there(stages, stage):
    with stepping(stages, stage) as product:
        for action, role, form in product.forms():
            product.move()
            before = product.dump()
            response = product.post(role, action, form)
            assert response.status_code == 400
            assert "moved on" in response.text
            assert product.dump() == before, action
            assert is_kept(response, form), action
            again, _ = controls(form_in(response.text, action))
            assert product.post(role, action, again).status_code == 303, action


@pytest.mark.parametrize("stage", STAGES)
def test_a_form_of_a_stage_that_is_over_is_answered_in_words_with_what_was_typed(stages, stage):
    following = list(Stage)[list(Stage).index(stage) + 1]
    with stepping(stages, stage) as product:
        for action, role, form in product.forms():
            product.move(to=following)
            before = product.dump()
            response = product.post(role, action, form)
            assert response.status_code in REFUSED
            assert "Nothing was changed" in read(response.text).one("main").text, action
            assert product.dump() == before, action
            assert is_kept(response, form), action


@some_or_all(2)
@pytest.mark.parametrize("stage", list(Stage))
def test_no_page_and_no_file_changes_anything_when_it_is_opened(stages, stage, most):
    with stepping(stages, stage) as product:
        for role in some([None, *Role], most, of=stage):
            browser = product.browser(role)
            before, told = product.dump(), len(written(product))
            for address in EVERYWHERE:
                assert browser.get(address).status_code < 500, address
            assert (product.dump(), len(written(product))) == (before, told), role


def test_no_callback_of_dash_changes_anything(stages):
    with stepping(stages, Stage.PUBLISHED) as product:
        browser, before = product.browser(Role.BI_OFFICER), product.dump()
        for output, declared in product.app.callback_map.items():
            assert browser.client.post(UPDATE, json=a_call(output, declared)).status_code < 500
        assert product.dump() == before


def test_what_a_callback_reads_with_refuses_to_write(stages):
    with (
        stepping(stages, Stage.DRAFTING) as product,
        product.app.server.test_request_context("/"),
        reading() as session,
        pytest.raises(OperationalError, match="readonly"),
    ):
        session.execute(update(Edition).values(title="Another"))


def a_call(output: str, declared: dict) -> dict:
    """What a browser sends for a callback, with nothing chosen."""
    given = {
        part: [{**each, "value": None} for each in declared[part]] for part in ("inputs", "state")
    }
    id_, _, name = output.rpartition(".")
    return {"output": output, "outputs": {"id": id_, "property": name}, **given}
