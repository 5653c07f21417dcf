"""Forms of choices: each asks for what its page shows, without what goes without saying."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from flask import g

from app.web.pages import PAGES
from callbacks.request_context import SETTINGS
from domain.council import Council
from domain.terms import Role
from tests.app.addresses import ADDRESSES
from tests.app.markup import Element
from tests.app.product import address
from tests.builders import an_actor
from tests.callbacks.forms_at_once import at_once, question
from tests.callbacks.screens import document

pytestmark = pytest.mark.usefixtures("asking")

OURS, SURREY = "E10000018", "E10000030"
BY_NAME = {page.name: page for page in PAGES}
WITH_FORMS = (
    "dashboard", "indicators", "improvement", "comparison", "quadrant", "lowest-quartile",
    "benchmarks", "benchmark", "heat-map", "funding", "floor", "map", "spending", "audit-log",
)  # fmt: skip
OF_COUNCILS = WITH_FORMS[3:-1]


@pytest.fixture(autouse=True)
def _as_auditor(asking):
    g.actor = an_actor(Role.ADMINISTRATOR)


def page_of(name: str, asked: str = "") -> Element:
    return document(BY_NAME[name].view(address(ADDRESSES[name] + asked)))


def form(name: str, asked: str = "") -> Element:
    (only,) = at_once(page_of(name, asked))
    return only


def asks(name: str, asked: str = "") -> str:
    """What the form of a page asks for that was opened by this question."""
    return question(form(name, asked))


@pytest.mark.parametrize("name", WITH_FORMS)
def test_a_page_opened_without_a_question_asks_for_nothing(name):
    assert asks(name) == ""


@pytest.mark.parametrize("name", WITH_FORMS)
def test_a_form_is_sent_to_its_own_page_where_the_script_has_not_come(name):
    own = form(name)
    assert own.get("method") == "get"
    assert own.get("action").partition("#")[0] == ADDRESSES[name]
    assert [button.get("type") for button in own.all("button")] == ["submit"]


@pytest.mark.parametrize("name", OF_COUNCILS)
@pytest.mark.parametrize("asked", [f"?ours={SURREY}", f"?ours={SURREY}&group=county-councils"])
def test_a_page_about_another_council_or_group_asks_for_it_again(name, asked):
    assert asks(name, asked) == asked


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("dashboard", "?direction=worsened&quartile=none&text=a+%26+b%3F"),
        ("indicators", "?dashboard=transport&target=missed&rating=issue&plan=no&sort=name"),
        ("comparison", "?theme=economy"),
        ("quadrant", "?theme=economy&across=deprivation&labels=all"),
        ("benchmarks", "?theme=transport-highways"),
        ("heat-map", "?group=county-councils&theme=health-adult"),
        ("funding", f"?ours={SURREY}&as=E09000020"),
        ("floor", "?floor=%C2%A3850&percentile=50"),
        ("map", "?group=region-london"),
        ("spending", "?method=budget&year=2022%2F23"),
        ("improvement", "?dashboard=transport"),
        ("audit-log", "?action=x&outcome=refused&from=2022-01-01"),
    ],
)
def test_a_page_asks_again_for_what_it_was_asked_for(name, asked):
    known = "?outcome=refused&from=2022-01-01" if name == "audit-log" else asked
    assert asks(name, asked) == known


def test_every_period_of_an_indicator_asks_for_itself_and_the_usual_one_for_nothing():
    periods = [option.get("value") for option in form("benchmark").all("select")[-1].all("option")]
    assert periods[0] == "nearest"
    assert len(periods) > 1
    for period in periods[1:]:
        (asked,) = parse_qsl(asks("benchmark", f"?period={period}").removeprefix("?"))
        assert asked == ("period", period)
    assert asks("benchmark", "?period=nearest") == ""


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("comparison", f"?ours={OURS}&group=counties-and-county-unitaries&theme=overall"),
        ("quadrant", "?across=revenue&labels=ours"),
        ("funding", "?group=upper-tier&as=by-itself&base=2019"),
        ("floor", "?group=upper-tier&floor=&percentile=25"),
        ("spending", "?group=counties-and-county-unitaries&method=council&year=2021/22"),
        ("dashboard", "?direction=any&quartile=any&text="),
        ("audit-log", "?person=&subject="),
    ],
)
def test_what_goes_without_saying_is_not_asked_for(name, asked):
    assert asks(name, asked) == ""


@pytest.mark.parametrize("name", WITH_FORMS)
def test_what_is_not_known_is_not_asked_for_again(name):
    odd = "?ours=x&group=y&as=z&base=1&percentile=q&method=w&year=1066&theme=t&across=up&labels=l"
    more = "&period=1066&direction=sideways&quartile=9&dashboard=nothing&sort=s&more=1"
    assert asks(name, odd + more) == ""


@pytest.mark.parametrize("name", OF_COUNCILS)
def test_the_council_that_goes_without_saying_is_the_setting_s(app, monkeypatch, name):
    settings = app.server.extensions[SETTINGS]
    monkeypatch.setitem(
        app.server.extensions, SETTINGS, replace(settings, council=Council(code=SURREY))
    )
    assert asks(name) == ""
    assert asks(name, f"?ours={OURS}") == f"?ours={OURS}"


def test_no_two_pages_share_the_id_of_a_choice():
    taken = [
        control.get("id")
        for name in OF_COUNCILS
        for control in form(name).all("select", "input")
        if control.get("type") != "hidden"
    ]
    assert all(id.startswith("choose-") for id in taken)
    assert len(taken) == len(set(taken)) > 20
