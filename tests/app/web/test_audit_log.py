"""The audit log as a page and as a file."""

import re
import subprocess
import sys

import pytest

from db.queries import audit as queries
from domain.audit_chain import REFUSED, as_line, from_line, verify
from domain.terms import RecordedEvent, Role
from tests.app.markup import Element, cells, read
from tests.app.product import Browser, database_of, running
from tests.builders import REPOSITORY, an_actor
from tests.builders.audit import exported
from workflow import audit_log
from workflow.access import Actor
from workflow.audit_log import EntryDetails

SCRIPT = REPOSITORY / "scripts" / "verify_audit.py"
WRITTEN = 205
"""So many entries are written beside those of the people that the product began with."""
TOTAL = WRITTEN + len(Role)
READERS = [role for role in Role if role is not Role.MEMBER]
EXPORTERS = [Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES]
ODD = ["0", "-1", "-99", "x", "²", "٣", "1.5", "1e3", " 2", "%2B2", "", "%00", "%ff", "1_0", "000"]
LARGE = ["4", "9", "10", "99", "2147483648", "9" * 30, "9" * 5000, "0" * 500 + "4"]


@pytest.fixture(scope="module")
def long(edition_file, tmp_path_factory):
    """A product whose log is longer than two pages."""
    for made in running(edition_file, tmp_path_factory.mktemp("long")):
        with database_of(made).session_scope() as session:
            for number in range(WRITTEN):
                told = EntryDetails("person:olive", f"Olive the {number}th")
                audit_log.record(session, an_actor(), RecordedEvent.SET_PASSWORD.value, told)
        yield made


@pytest.fixture(scope="module")
def officer(long) -> Browser:
    return Browser(long).sign_in_as(Role.BI_OFFICER)


def main(browser, question: str = "") -> Element:
    response = browser.get(f"/audit-log{question}")
    assert response.status_code == 200
    return read(response.text).one("main")


def numbers(page: Element) -> list[int]:
    return [int(row[0]) for row in cells(page.one("table"))[1:]]


def onward(page: Element) -> dict[str, str]:
    return {link.text: link.get("href") for link in page.all("a") if link.text.endswith("entries")}


def head_of(page: Element) -> str:
    return page.one("code").text


def test_the_first_page_shows_the_newest_hundred(officer):
    page = main(officer)
    assert numbers(page) == list(range(TOTAL, TOTAL - 100, -1))
    assert onward(page) == {"Older entries": "/audit-log?page=2"}
    assert f"{TOTAL} entries" in page.text


def test_the_pages_between_lead_both_ways(officer):
    page = main(officer, "?page=2")
    assert numbers(page) == list(range(TOTAL - 100, TOTAL - 200, -1))
    assert onward(page) == {
        "Newer entries": "/audit-log?page=1",
        "Older entries": "/audit-log?page=3",
    }


def test_the_last_page_ends_with_the_first_entry(officer):
    page = main(officer, "?page=3")
    assert numbers(page) == list(range(TOTAL - 200, 0, -1))
    assert onward(page) == {"Newer entries": "/audit-log?page=2"}


def test_following_the_links_shows_every_entry_once(officer):
    page, found = main(officer), []
    for _ in range(3):
        found += numbers(page)
        page = main(officer, onward(page).get("Older entries", "").removeprefix("/audit-log"))
    assert found == list(range(TOTAL, 0, -1))


@pytest.mark.parametrize("asked", LARGE, ids=[each[:12] for each in LARGE])
def test_a_page_beyond_the_last_is_the_last_however_far(officer, asked):
    page = main(officer, f"?page={asked}")
    assert numbers(page)[-1] == 1
    assert f"“{asked[:40]}” of 3 pages" in page.text


@pytest.mark.parametrize("asked", ODD)
def test_what_is_before_the_first_page_or_no_number_is_the_first_page(officer, asked):
    page = main(officer, f"?page={asked}")
    assert numbers(page)[0] == TOTAL
    assert ("This is page 1." in page.text) == (asked != "")


@pytest.mark.parametrize(("asked", "first"), [("2", TOTAL - 100), ("002", TOTAL - 100)])
def test_a_page_that_there_is_is_that_page(officer, asked, first):
    assert numbers(main(officer, f"?page={asked}"))[0] == first


def test_a_log_of_one_page_leads_nowhere_else(own_app):
    page = main(Browser(own_app).sign_in_as(Role.ADMINISTRATOR))
    assert numbers(page) == list(range(len(Role), 0, -1))
    assert onward(page) == {}


def test_the_head_on_every_page_is_that_of_the_whole_log(long, officer):
    with database_of(long).reading_scope() as session:
        _, head = queries.head(session)
    assert {head_of(main(officer, f"?page={page}")) for page in (1, 2, 3)} == {head}


def test_an_entry_says_when_who_what_and_its_hash(own_app):
    browser = Browser(own_app).sign_in_as(Role.ADMINISTRATOR)
    browser.post("/people/roles", {"username": "member", "role": ["scrutiny", "leader"]})
    page = main(browser)
    number, when, done, changed, kept = cells(page.one("table"))[1]
    assert number == str(len(Role) + 1)
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d UTC", when)
    assert done == "An Officer changed the roles of An Officer."
    assert changed == "roles: from member to leader, scrutiny"
    assert head_of(page).startswith(kept)
    assert len(kept) == 12


def test_what_somebody_is_called_is_text_and_nothing_else(own_app):
    with database_of(own_app).session_scope() as session:
        odd = Actor(1, "odd", "<script>alert(1)</script>")
        told = EntryDetails("person:odd", "<b>{title}</b>", {}, {"name": "<i>&amp;</i>"})
        audit_log.record(session, odd, RecordedEvent.SET_ROLES.value, told, outcome=REFUSED)
        audit_log.record(session, odd, RecordedEvent.SET_ROLES.value, told)
    page = main(Browser(own_app).sign_in_as(Role.LEADER))
    assert page.one("table").all("script", "b", "i") == []
    (_, _, _, changed, _), (_, _, tried, unchanged, _) = cells(page.one("table"))[1:3]
    assert tried == (
        "<script>alert(1)</script> tried to change the roles of <b>{title}</b>, which was refused."
    )
    assert changed == "name: from nothing to <i>&amp;</i>"
    assert unchanged == ""


@pytest.mark.parametrize(
    ("address", "readers"), [("/audit-log", READERS), ("/audit-log.jsonl", EXPORTERS)]
)
def test_the_log_and_its_file_are_given_to_exactly_those_who_may_have_them(app, address, readers):
    assert Browser(app).get(address).status_code != 200
    for role in Role:
        status = Browser(app).sign_in_as(role).get(address).status_code
        assert status == (200 if role in readers else 403)


@pytest.mark.parametrize("role", READERS)
def test_only_those_who_may_take_the_file_are_offered_it(app, role):
    page = main(Browser(app).sign_in_as(role))
    offered = "/audit-log.jsonl" in [link.get("href") for link in page.all("a")]
    assert offered is (role in EXPORTERS)


def test_only_those_who_may_read_it_are_shown_the_way_to_it(app):
    def is_shown(browser) -> bool:
        links = read(browser.text("/methods")).one("header").all("a")
        return "/audit-log" in [link.get("href") for link in links]

    assert {role for role in Role if is_shown(Browser(app).sign_in_as(role))} == set(READERS)
    assert not is_shown(Browser(app))


def test_the_file_holds_every_entry_in_order_and_is_taken_away_under_its_name(long, officer):
    response = officer.get("/audit-log.jsonl")
    assert response.content_type == "application/jsonl; charset=utf-8"
    assert "audit-log.jsonl" in response.headers["Content-Disposition"]
    text = response.get_data().decode("utf-8")
    assert text == exported(database_of(long))
    chain = [from_line(line) for line in text.splitlines()]
    assert [as_line(entry, kept) for entry, kept in chain] == text.splitlines()
    found = verify(chain, head=head_of(main(officer)), length=TOTAL)
    assert (found.entries, found.fault) == (TOTAL, "")


def checked(*arguments: object) -> subprocess.CompletedProcess[str]:
    """What the script says that needs nothing but Python."""
    return subprocess.run(
        [sys.executable, "-I", str(SCRIPT), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=False,
    )


def test_the_file_passes_the_script_with_the_head_and_fails_with_another(officer, tmp_path):
    file = tmp_path / "audit-log.jsonl"
    file.write_bytes(officer.get("/audit-log.jsonl").get_data())
    head = head_of(main(officer))
    right = checked(file, head)
    assert (right.returncode, right.stdout) == (0, f"{TOTAL} entries, head {head}\n")
    wrong = checked(file, "0" * 64)
    assert wrong.returncode == 1
    assert wrong.stdout.endswith("the head given\n")
