"""What a browser sends for a callback is a claim: it is answered, or refused in plain words."""

import gzip
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.pages import PAGES
from callbacks.problems import UNEXPECTED
from domain.terms import Access, Role
from tests.app.addresses import opens
from tests.app.markup import read
from tests.app.product import UPDATE, Browser, a_request_for_charts, database_of
from tests.app.web.test_routes import ADDRESSES, named
from tests.builders.database_faults import failing

A_PATHNAME, A_SEARCH = a_request_for_charts()["inputs"]


def outcome(browser, body: object) -> int:
    return browser.client.post(UPDATE, json=body).status_code


def figures(response) -> dict[str, Any]:
    """Each chart that was sent, by its id."""
    boxes = response.json["response"]["charts"]["children"]
    graphs = [box["props"]["children"]["props"] for box in boxes]
    assert [box["props"]["id"] for box in boxes] == [f"charts-{graph['id']}" for graph in graphs]
    return {graph["id"]: graph["figure"] for graph in graphs}


def told(response) -> str:
    assert response.json["response"] == {}
    return response.json["sideUpdate"]["alert"]["children"]


@pytest.mark.parametrize("page", [page for page in PAGES if opens(page, None)], ids=named)
def test_the_charts_of_an_address_are_those_that_its_page_has_drawn(browser, page):
    address = ADDRESSES[page.name]
    drawn = [box.get("data-chart") for box in read(browser.text(address)).marked("data-chart")]
    assert list(figures(browser.charts(address))) == drawn


def test_a_chart_shows_what_the_question_behind_the_address_asks(browser):
    (everyone,) = figures(browser.charts("/comparison/quadrant")).values()
    (economy,) = figures(browser.charts("/comparison/quadrant", "?theme=economy")).values()
    assert everyone["data"] != economy["data"]


@pytest.mark.parametrize("pathname", ["/account", "/people"])
def test_a_stranger_is_given_nothing_of_a_page_that_is_not_public(browser, pathname):
    assert "not let you" in told(browser.charts(pathname))


def test_charts_are_given_to_whoever_may_see_the_page(app):
    assert told(Browser(app).sign_in_as(Role.MEMBER).charts("/people"))
    assert figures(Browser(app).sign_in_as(Role.ADMINISTRATOR).charts("/people")) == {}


@pytest.mark.parametrize(
    "pathname", ["/nothing", "//dashboards", "/\\dashboards", "dashboards", "", None, ["/"], "/\0"]
)
def test_a_pathname_that_is_not_ours_is_told_so(browser, pathname):
    assert "nothing at this address" in told(browser.charts(pathname))


@pytest.mark.parametrize("slug", ["nothing", "ü", "%00", "a b"])
def test_a_dashboard_that_is_not_there_is_told_so(browser, slug):
    assert "no dashboard" in told(browser.charts(f"/dashboards/{slug}"))


def test_an_address_that_asks_for_too_much_is_told_so(browser):
    assert "more than 60" in told(browser.charts("/indicators", "?" + "text=a&" * 100))


def test_a_failure_of_ours_is_told_without_its_cause(app, browser):
    with failing(database_of(app), "FROM indicator"):
        answered = told(browser.charts("/methods"))
    assert answered == UNEXPECTED


UNFIT: dict[str, dict[str, Any]] = {
    "no inputs": {"inputs": []},
    "too few inputs": {"inputs": [A_PATHNAME]},
    "too many inputs": {"inputs": [A_PATHNAME, A_SEARCH, A_SEARCH]},
    "inputs in another order": {"inputs": [A_SEARCH, A_PATHNAME]},
    "inputs of another callback": {"inputs": [{**A_PATHNAME, "id": "scope"}, A_SEARCH]},
    "inputs of another property": {"inputs": [{**A_PATHNAME, "property": "href"}, A_SEARCH]},
    "inputs in lists": {"inputs": [[A_PATHNAME], [A_SEARCH]]},
    "inputs that are nothing": {"inputs": None},
    "inputs that are words": {"inputs": "address"},
    "inputs that are numbers": {"inputs": [1, 2]},
    "inputs in an object": {"inputs": {"0": A_PATHNAME, "1": A_SEARCH}},
    "an id that is a list": {"inputs": [{**A_PATHNAME, "id": ["address"]}, A_SEARCH]},
    "an id that is a pattern": {"inputs": [{**A_PATHNAME, "id": {"type": "x"}}, A_SEARCH]},
    "a value that is a number": {"inputs": [{**A_PATHNAME, "value": 1}, A_SEARCH]},
    "a value that is an object": {"inputs": [{**A_PATHNAME, "value": {"a": 1}}, A_SEARCH]},
    "a value that is true": {"inputs": [{**A_PATHNAME, "value": True}, A_SEARCH]},
    "a value of lists": {"inputs": [{**A_PATHNAME, "value": [["/"]]}, A_SEARCH]},
    "a state where none is declared": {"state": [A_PATHNAME]},
    "a state that is nothing": {"state": None},
    "no outputs": {"outputs": None},
    "outputs of another part": {"outputs": {"id": "alert", "property": "children"}},
    "outputs without an id": {"outputs": {"property": "children"}},
    "outputs in a list": {"outputs": [{"id": "charts", "property": "children"}]},
    "changes that are words": {"changedPropIds": "address.pathname"},
    "changes that are objects": {"changedPropIds": [{"id": "address"}]},
}


@pytest.mark.parametrize("changes", UNFIT.values(), ids=UNFIT)
def test_a_declared_callback_asked_in_another_way_than_our_pages_do_is_refused(browser, changes):
    assert outcome(browser, {**a_request_for_charts(), **changes}) == 400


@pytest.mark.parametrize("missing", ["output", "outputs", "inputs"])
def test_a_body_that_lacks_a_part_is_refused(browser, missing):
    body = a_request_for_charts()
    del body[missing]
    assert outcome(browser, body) == 400


@pytest.mark.parametrize(
    "body", [None, [], {}, 1, "charts.children", [a_request_for_charts()], True]
)
def test_a_body_that_is_no_request_is_refused(browser, body):
    assert outcome(browser, body) == 400


@pytest.mark.parametrize("output", [None, 1, [], {}, ["charts.children"], {"id": "charts"}])
def test_an_output_that_is_not_words_is_refused(browser, output):
    assert outcome(browser, {**a_request_for_charts(), "output": output}) == 400


@pytest.mark.parametrize(
    "output", ["", "nothing.children", "charts.children@1", "..charts.children..", "alert.children"]
)
def test_a_callback_that_is_not_declared_is_refused(browser, output):
    assert outcome(browser, {**a_request_for_charts(), "output": output}) == 403


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 100_000 + b"]" * 100_000, "application/json"),
        (b'{"output":' * 50_000 + b"1" + b"}" * 50_000, "application/json"),
        (b"output=charts.children", "application/x-www-form-urlencoded"),
        (json.dumps(a_request_for_charts()).encode(), "text/plain"),
    ],
    ids=["empty", "cut off", "no text", "lists in lists", "objects in objects", "form", "plain"],
)
def test_a_body_that_cannot_be_read_is_refused(browser, body, content_type):
    response = browser.client.post(UPDATE, data=body, content_type=content_type)
    assert response.status_code == 400


@pytest.mark.parametrize("really", [True, False])
def test_a_packed_body_is_refused_because_another_would_be_read_than_was_checked(browser, really):
    body = json.dumps(a_request_for_charts()).encode()
    response = browser.client.post(
        UPDATE,
        data=gzip.compress(body) if really else body,
        content_type="application/json",
        headers={"Content-Encoding": "gzip"},
    )
    assert response.status_code == 400


def test_a_body_that_is_too_large_is_refused(browser):
    body = {**a_request_for_charts(), "more": "x" * 3_000_000}
    assert outcome(browser, body) == 413


def test_a_callback_of_a_page_is_refused_to_whom_the_page_is(app, monkeypatch):
    callbacks = app.server.extensions["compendium.callbacks"]
    monkeypatch.setitem(callbacks, "charts.children", Access.ACCOUNTS)
    assert Browser(app).charts("/").status_code == 403
    assert Browser(app).sign_in_as(Role.MEMBER).charts("/").status_code == 403
    assert Browser(app).sign_in_as(Role.ADMINISTRATOR).charts("/").status_code == 200


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
PARTS = st.sampled_from(["output", "outputs", "inputs", "state", "changedPropIds"])
DASH_PARTS = ["streamDownlink", "streamCancel", "streamConnection", "parsedChangedPropsIds"]


@given(body=ANYTHING)
def test_no_body_at_all_breaks_the_server(app, body):
    assert outcome(Browser(app), body) in (400, 403)


@given(part=PARTS, value=ANYTHING)
def test_no_part_of_a_body_breaks_the_server(app, part, value):
    assert outcome(Browser(app), {**a_request_for_charts(), part: value}) in (200, 400, 403)


@given(part=st.sampled_from(DASH_PARTS) | st.text(max_size=8), value=ANYTHING)
def test_nothing_more_in_a_body_breaks_the_server(app, part, value):
    assert outcome(Browser(app), {**a_request_for_charts(), part: value}) in (200, 400, 403)


@given(pathname=st.text(max_size=20) | ANYTHING, search=st.text(max_size=40))
def test_no_address_at_all_breaks_the_server(app, pathname, search):
    response = Browser(app).charts(pathname, search)
    assert response.status_code in (200, 400)
    assert b"Something went wrong" not in response.data


def test_a_callback_of_every_page_asked_without_its_state_is_refused(app, browser):
    for output, declared in app.callback_map.items():
        identity, _, part = output.partition(".")
        body = {
            "output": output,
            "outputs": {"id": identity, "property": part},
            "inputs": [{**each, "value": ""} for each in declared["inputs"]],
            "state": [],
        }
        assert (outcome(browser, body) == 400) is bool(declared["state"])


def test_the_callbacks_of_every_page_take_whatever_words_are_chosen(app, browser):
    for output, declared in app.callback_map.items():
        identity, _, part = output.partition(".")
        for value in (None, "", "nothing", "ü\0", ["a", "b"], []):
            response = browser.client.post(
                UPDATE,
                json={
                    "output": output,
                    "outputs": {"id": identity, "property": part},
                    "inputs": [{**each, "value": value} for each in declared["inputs"]],
                    "state": [{**each, "value": value} for each in declared["state"]],
                    "changedPropIds": [],
                },
            )
            assert response.status_code in (200, 204), (output, value)
            assert b"Something went wrong" not in response.data, (output, value)
