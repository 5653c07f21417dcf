"""The address follows what is chosen: once, in one order, without what goes without saying."""

from dataclasses import replace

import pytest
from dash import no_update
from hypothesis import given
from hypothesis import strategies as st

from app.web.pages import PAGES
from callbacks.comparison.comparison_request import address_wire
from callbacks.request_context import SETTINGS
from domain.council import Council
from layouts import ids
from tests.app.markup import read
from tests.app.web.test_routes import ADDRESSES

pytestmark = pytest.mark.usefixtures("asking")

OURS, SURREY = "E10000018", "E10000030"
NAMES = ("ours", "group", "theme")
WIRE = address_wire("/a/page", NAMES, {"group": "counties", "theme": "overall"})
follow = WIRE.function
FOLLOWING = [
    (page, wire)
    for page in PAGES
    for wire in page.wires
    if all(control.component_id.startswith("choose-") for control in wire.takes[1:])
]


@pytest.mark.parametrize(
    ("search", "chosen", "answer"),
    [
        ("", (OURS, "counties", "economy"), "?theme=economy"),
        ("?theme=economy", (OURS, "counties", "overall"), ""),
        ("?theme=economy", (OURS, "london", "economy"), "?group=london&theme=economy"),
        ("?theme=economy&group=london", (SURREY, "london", "economy"),
         f"?ours={SURREY}&group=london&theme=economy"),
        (f"?ours={SURREY}&theme=nothing", (SURREY, "counties", "overall"), f"?ours={SURREY}"),
        ("?theme=a+b", (OURS, "counties", "a & b"), "?theme=a+%26+b"),
        ("?theme=economy&more=1", (OURS, "counties", "overall"), ""),
    ],
)  # fmt: skip
def test_a_choice_stands_in_the_address_unless_it_is_the_page_s_own(search, chosen, answer):
    assert follow(search, *chosen) == answer


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("", (OURS, "counties", "overall")),
        (None, (OURS, "counties", "overall")),
        ("", (None, None, None)),
        ("?theme=economy", (OURS, "counties", "economy")),
        ("?theme=economy&group=london", (OURS, "london", "economy")),
        ("?group=counties&theme=overall", (OURS, "counties", "overall")),
        (f"?ours={OURS}", (OURS, "counties", "overall")),
        ("?theme=economy&more=1", (OURS, "counties", "economy")),
    ],
)
def test_an_address_that_says_so_already_is_left_as_it_is(search, chosen):
    assert follow(search, *chosen) is no_update


@given(st.permutations([("ours", SURREY), ("group", "london"), ("theme", "economy")]))
def test_the_order_of_an_address_that_says_so_already_does_not_matter(pairs):
    search = "?" + "&".join(f"{name}={value}" for name, value in pairs)
    assert follow(search, SURREY, "london", "economy") is no_update
    assert follow("", SURREY, "london", "economy") == (f"?ours={SURREY}&group=london&theme=economy")


def test_the_council_that_goes_without_saying_is_the_setting_s(app, monkeypatch):
    settings = app.server.extensions[SETTINGS]
    monkeypatch.setitem(
        app.server.extensions, SETTINGS, replace(settings, council=Council(code=SURREY))
    )
    assert follow("", SURREY, "counties", "overall") is no_update
    assert follow("", OURS, "counties", "overall") == f"?ours={OURS}"


def test_each_choice_is_taken_by_its_name_in_the_address():
    took = [(control.component_id, control.component_property) for control in WIRE.takes]
    assert took == [
        (ids.Shell.ADDRESS, "search"),
        ("choose-a-page-ours", "value"),
        ("choose-a-page-group", "value"),
        ("choose-a-page-theme", "value"),
    ]
    (gives,) = WIRE.gives
    assert (gives.component_id, gives.component_property) == (ids.Shell.ADDRESS, "search")


def test_no_two_pages_share_the_id_of_a_choice():
    taken = [control.component_id for _, wire in FOLLOWING for control in wire.takes[1:]]
    assert len(taken) == len(set(taken)) > 20


@pytest.mark.parametrize(("page", "wire"), FOLLOWING, ids=[page.name for page, _ in FOLLOWING])
def test_a_page_opened_without_a_question_keeps_its_address(browser, page, wire):
    document = read(browser.text(ADDRESSES[page.name]))
    chosen = {
        field.get("id"): next(
            (o.get("value") for o in field.all("option") if "selected" in o.attributes),
            field.get("value"),
        )
        for field in document.one("main").all("select", "input")
    }
    assert (
        wire.function("", *(chosen[control.component_id] for control in wire.takes[1:]))
        is no_update
    )
