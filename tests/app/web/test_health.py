"""What a load balancer and a log's reader see."""

import io
import json
import sys

import pytest

from app import logs
from tests.app.product import Browser, a_product, database_of
from tests.builders.database_faults import failing


@pytest.fixture
def log():
    """Every line that is written, as it is read again."""
    stream = io.StringIO()
    logs.set_up(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logs.set_up()


def test_the_load_balancer_is_told_that_all_is_well(browser):
    response = browser.get("/healthz")
    assert (response.status_code, response.json) == (200, {"status": "ok"})


def test_the_load_balancer_is_told_when_the_database_does_not_answer(tmp_path):
    app = a_product(f"sqlite:///{tmp_path / 'nowhere' / 'none.sqlite'}")
    assert Browser(app).get("/healthz").status_code == 500


def test_before_an_edition_is_published_a_reader_is_told_so(tmp_path, sqlite_database):
    app = a_product(str(sqlite_database.engine.url))
    response = Browser(app).get("/")
    assert response.status_code == 404
    assert "published yet" in response.text


def test_a_browser_that_asks_for_an_icon_by_itself_is_given_ours(browser):
    response = browser.get("/favicon.ico")
    assert response.mimetype == "image/svg+xml"
    assert response.data.startswith(b"<svg")


def test_each_request_is_one_line_of_the_log(browser, log):
    browser.get("/methods?text=words")
    (line,) = log()
    assert {name: line[name] for name in ("event", "method", "path", "status", "person")} == {
        "event": "request",
        "method": "GET",
        "path": "/methods",
        "status": 200,
        "person": None,
    }
    assert line["milliseconds"] >= 0
    assert line["timestamp"].endswith("Z")


def test_the_log_names_who_asked_by_number_alone(browser, log):
    browser.sign_in("member")
    browser.get("/account")
    lines = log()
    assert isinstance(lines[-1]["person"], int)
    assert "An Officer" not in json.dumps(lines)


def test_a_password_never_reaches_the_log(browser, log):
    browser.sign_in("member", "a password typed wrong")
    assert log()
    assert "typed wrong" not in json.dumps(log())


def test_files_and_the_load_balancer_are_not_logged(browser, log):
    browser.get("/healthz")
    browser.get("/assets/compendium.css")
    assert log() == []


def test_a_failure_is_logged_with_where_it_happened(app, browser, log):
    with failing(database_of(app), "FROM indicator"):
        browser.get("/methods")
    failure, request = log()
    assert failure["event"] == "failure"
    assert "DatabaseFault" in failure["exception"]
    assert request["status"] == 500


def test_a_refusal_is_no_failure(browser, log):
    browser.get("/nothing")
    assert [line["event"] for line in log()] == ["request"]


def test_a_line_goes_to_what_is_standard_error_when_it_is_written(monkeypatch):
    logs.set_up()
    later = io.StringIO()
    monkeypatch.setattr(sys, "stderr", later)
    logs.log.info("later")
    assert json.loads(later.getvalue())["event"] == "later"
