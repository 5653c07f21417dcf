"""What each person finds at each stage: what they can do and nothing else; no draft of others."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from domain.editions.revisions import UNWRITTEN
from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Access, Role
from tests.app.markup import Element, read
from tests.app.product import TOKEN
from tests.app.stepping import BASE, Stepping, stepping
from tests.builders.workflow import RECOMMENDED, YEAR
from tests.workflow.governance.test_every_step import ALLOWED
from workflow.access import PERMITTED, Anyone
from workflow.editions.readership import READERS

pytestmark = [pytest.mark.usefixtures("in_autumn"), pytest.mark.unmeasured]

SOMEBODY = (None, *Role)
WORKING = PERMITTED[Access.WORKING]
MISSING = 2031
UNDER_WAY = {
    Stage.SCRUTINY: Action.ADD_TO_COMMENT,
    Stage.REVISION: Action.ANSWER_COMMENT,
    Stage.AMENDMENT: Action.SIGN_AMENDMENT,
    Stage.PUBLISHED: Action.SIGN_CORRECTION,
}
"""The step that somebody is about to take: what it needs is there."""
NOT_FOLLOWED = ("/do/", "/versions/", "/compare", "/history", ".csv", ".ics")
PAGES_OF_AN_EDITION = (
    "",
    "/text",
    "/comments",
    "/changes/1",
    "/edit?place=section:introduction",
    "/edit?place=indicator:smoking",
    "/history?place=section:introduction",
    "/compare",
    "/versions/A",
    "/versions/draft",
    "/do/comment",
    "/do/publish",
    "/do/no_such_step",
    "/calendar.ics",
    "/figures.csv",
)


def reads(stage: Stage, role: Role | None) -> bool:
    readers = READERS[stage]
    return readers is Anyone.THE_PUBLIC or role in readers


def found_by(product: Stepping, role: Role | None) -> Iterator[Element]:
    """Every page about the edition that somebody comes to from where they begin."""
    to_open, seen = ["/work", "/editions", BASE], set()
    while to_open:
        address = to_open.pop()
        seen.add(address)
        response = product.browser(role).get(address)
        if response.status_code != 200:
            continue
        page = read(response.text).one("main")
        yield page
        links = {link.get("href").partition("#")[0] for link in page.all("a")}
        to_open += [target for target in links - seen - set(to_open) if is_followed(target)]


def is_followed(address: str) -> bool:
    return address.startswith(BASE) and not any(target in address for target in NOT_FOLLOWED)


def doors(page: Element) -> set[str]:
    """Where the links and the forms of a page lead to a step, with what stands behind."""
    links = [link.get("href") for link in page.all("a")]
    forms = [form.get("action") for form in page.all("form")]
    return {target for target in (*links, *forms) if target.startswith(f"{BASE}/do/")}


def action_of(door: str) -> Action:
    return Action(urlsplit(door).path.rpartition("/")[2])


def offered(product: Stepping, role: Role | None) -> set[str]:
    return {door for page in found_by(product, role) for door in doors(page)}


def text_of(response) -> str:
    """What an answer says, whoever's token it holds."""
    return f"{response.location} {TOKEN.sub('', response.text)}"


@pytest.mark.parametrize("stage", list(Stage))
def test_what_is_drawn_is_a_step_that_can_be_taken(stages, stage):
    with stepping(stages, stage) as product:
        product.prepare(UNDER_WAY.get(stage, Action.PUBLISH))
        for role in SOMEBODY:
            for door in offered(product, role):
                assert (stage, action_of(door), role) in ALLOWED, (role, door)
                if action_of(door) not in (Action.EDIT, Action.SIGN_OFF_SECTION):
                    assert product.browser(role).get(door).status_code == 200, (role, door)


@pytest.mark.parametrize("stage", list(Stage))
def test_what_can_be_taken_is_drawn_once_what_it_needs_is_there(stages, stage):
    steps = [(action, role) for at, action, role in ALLOWED if at is stage]
    with stepping(stages, stage) as product:
        product.save("first")
        for action, role in steps:
            product.restore("first")
            product.browsers.clear()
            product.prepare(action)
            actions = {action_of(door) for door in offered(product, role)}
            assert action in actions, (action, role)


def test_a_section_without_text_says_that_there_is_nothing_to_sign_off(stages):
    with stepping(stages, Stage.REVISION) as product:
        page = read(product.browser(Role.BI_OFFICER).text(f"{BASE}/edit?place={RECOMMENDED}"))
        assert UNWRITTEN in page.text
        assert {action_of(door) for door in doors(page)} == {Action.EDIT}


@pytest.mark.parametrize("stage", list(Stage))
def test_a_draft_is_answered_for_like_an_edition_that_is_not_there(stages, stage):
    tried = 0
    with stepping(stages, stage) as product:
        product.prepare(UNDER_WAY.get(stage, Action.PUBLISH))
        for role in [other for other in SOMEBODY if not reads(stage, other)]:
            browser = product.browser(role)
            for page in PAGES_OF_AN_EDITION:
                if stage is Stage.WITHDRAWN and page in ("", "/versions/A"):
                    continue  # what was published leaves a note at its address
                there = browser.get(f"{BASE}{page}")
                missing = browser.get(f"/editions/{MISSING}{page}")
                assert there.status_code == missing.status_code != 200, (role, page)
                assert text_of(there) == text_of(missing).replace(str(MISSING), str(YEAR)), (
                    role,
                    page,
                )
                tried += 1
    assert tried or stage is Stage.PUBLISHED


@pytest.mark.parametrize("stage", list(Stage))
def test_lists_lead_to_an_edition_those_alone_who_may_read_it(stages, stage):
    with stepping(stages, stage) as product:
        for role in SOMEBODY:
            browser = product.browser(role)
            is_listed = f'href="{BASE}"' in browser.text("/editions")
            assert is_listed is (reads(stage, role) or stage is Stage.WITHDRAWN), role
            work = browser.text("/work").partition("Messages")[0] if role in WORKING else ""
            assert f'href="{BASE}' not in work or reads(stage, role), role
