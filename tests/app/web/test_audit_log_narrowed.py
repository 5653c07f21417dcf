"""The audit log narrowed by its address: by person, action, subject, outcome and days."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest

from app.web.html import html_of
from domain.audit_chain import DONE, REFUSED, EntryFilter
from domain.governance.terms import Action
from domain.terms import RecordedEvent, Role
from layouts.audit import audit_log as layout
from layouts.audit.audit_log import AuditLogView
from tests.app.markup import Element, cells, read
from tests.app.product import Browser, database_of, running
from tests.builders import an_actor
from workflow import audit_log
from workflow.access import Actor
from workflow.audit_log import EntryDetails

ASHA = Actor(9, "asha", "Asha Patel", frozenset({Role.BI_OFFICER}))
EDITION = EntryDetails("edition:2023", "The 2023 edition")
SECTION = EntryDetails(
    "section:2023/climate-action", "Climate action, 100% of it, Delivery Report 2023"
)
COMMENTS = 120
DONE_BY_ASHA = 2
EVERYTHING = len(Role) + COMMENTS + DONE_BY_ASHA + 1


@pytest.fixture(scope="module")
def product(edition_file, tmp_path_factory):
    """A product whose log holds steps of an edition on three days, and many comments."""
    made_of = [
        ("2023-09-01", ASHA, Action.EDIT, SECTION, DONE),
        ("2023-09-02", ASHA, Action.SEND_TO_SCRUTINY, EDITION, REFUSED),
        *(("2023-09-03", an_actor(), Action.COMMENT, SECTION, DONE) for _ in range(COMMENTS)),
        ("2023-09-04", an_actor(), "seal_edition", EDITION, DONE),
    ]
    for made in running(edition_file, tmp_path_factory.mktemp("narrowed")):
        with database_of(made).session_scope() as session, pytest.MonkeyPatch.context() as patch:
            for day, actor, action, told, outcome in made_of:
                moment = datetime.fromisoformat(f"{day}T23:59:59.999999").replace(tzinfo=UTC)
                patch.setattr(
                    audit_log, "_moment", lambda _, at=moment: f"{at:%Y-%m-%dT%H:%M:%S.%f}Z"
                )
                audit_log.record(session, actor, str(action), told, outcome=outcome)
        yield made


@pytest.fixture(scope="module")
def officer(product) -> Browser:
    return Browser(product).sign_in_as(Role.BI_OFFICER)


def main(browser, **asked: str) -> Element:
    response = browser.get(f"/audit-log?{urlencode(asked)}")
    assert response.status_code == 200
    return read(response.text).one("main")


def result(page: Element) -> str:
    return page.one("h2").text


def sentences(page: Element) -> list[str]:
    return [row[2] for row in cells(page.one("table"))[1:]] if page.all("table") else []


def notices(page: Element) -> list[str]:
    found = [each for each in page.all("div") if each.get("class") == "notice"]
    return [told.text for each in found for told in each.all("p")]


def field(page: Element, name: str) -> Element:
    return next(each for each in page.all("select", "input") if each.get("name") == name)


def value_of(control: Element) -> str:
    if control.tag == "input":
        return control.get("value")
    return next(
        each.get("value") for each in control.all("option") if "selected" in each.attributes
    )


def test_without_a_question_everything_is_there_and_nothing_is_chosen(officer):
    page = main(officer)
    assert result(page) == f"{EVERYTHING} entries, page 1 of 2"
    names = ["person", "action", "subject", "outcome", "from", "to"]
    assert [value_of(field(page, name)) for name in names] == [""] * len(names)
    assert "Show everything" not in page.text
    assert notices(page) == []


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"person": "asha"}, DONE_BY_ASHA),
        ({"person": "officer"}, COMMENTS + 1),
        ({"action": "edit"}, 1),
        ({"action": "comment"}, COMMENTS),
        ({"action": "seal_edition"}, 1),
        ({"action": "publish"}, 0),
        ({"subject": "edition:2023"}, 2),
        ({"subject": "CLIMATE action"}, COMMENTS + 1),
        ({"subject": "100%"}, COMMENTS + 1),
        ({"subject": "climate_action"}, 0),
        ({"subject": "\0edition:2023"}, 2),
        ({"outcome": "refused"}, 1),
        ({"outcome": "done"}, EVERYTHING - 1),
        ({"from": "2023-09-01", "to": "2023-09-02"}, 2),
        ({"from": "2023-09-04", "to": "2023-09-04"}, 1),
        ({"to": "2023-09-02"}, 2),
        ({"from": "2023-09-02", "to": "2023-09-03", "person": "asha"}, 1),
        ({"from": "9999-12-31"}, 0),
        ({"to": "0001-01-01"}, 0),
    ],
)
def test_each_part_of_the_question_narrows_what_is_counted_and_shown(officer, asked, number):
    page = main(officer, **asked)
    assert result(page).startswith(f"{number} of {EVERYTHING} entries")
    assert len(sentences(page)) == min(number, 100)
    assert notices(page) == []
    assert [value_of(field(page, name)) for name in asked] == [
        value.replace("\0", "") for value in asked.values()
    ]


def test_a_log_without_entries_says_so():
    options = {"person": {}, "action": {}, "outcome": {}}
    nothing = AuditLogView([], 0, "0" * 64, 1, 1, EntryFilter(), 0, options, may_export=False)
    page = read(html_of(list(layout.page(nothing).content)))
    assert page.all("table") == []
    assert sentences(page) == []


def test_what_was_refused_reads_so(officer):
    assert sentences(main(officer, outcome="refused")) == [
        "Asha Patel tried to send the 2023 edition to Scrutiny, which was refused."
    ]


def test_paging_keeps_what_is_sought(officer):
    first = main(officer, action="comment", subject="climate")
    assert result(first) == f"{COMMENTS} of {EVERYTHING} entries, page 1 of 2"
    (older,) = [link.get("href") for link in first.all("a") if link.text == "Older entries"]
    assert older == "/audit-log?action=comment&subject=climate&page=2"
    second = read(officer.text(older)).one("main")
    assert len(sentences(second)) == COMMENTS - 100
    assert value_of(field(second, "action")) == "comment"
    assert "Older entries" not in second.text


def test_a_page_beyond_what_is_sought_is_the_last_of_it(officer):
    page = main(officer, person="asha", page="2")
    assert len(sentences(page)) == DONE_BY_ASHA
    (notice,) = notices(page)
    assert "“2” of 1 page" in notice


def test_nothing_found_says_so_and_leads_back(officer):
    page = main(officer, person="asha", action="comment")
    assert page.all("table") == []
    assert "/audit-log" in [link.get("href") for link in page.all("a")]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"person": "nobody"}, "the person “nobody”"),
        ({"action": "x" * 99}, f"the kind of step “{'x' * 40}”"),
        ({"outcome": "<b>"}, "the outcome “<b>”"),
        ({"from": "soon"}, "the first day “soon”"),
        ({"to": "2023-02-30"}, "the last day “2023-02-30”"),
        ({"to": "2023-13-45"}, "the last day “2023-13-45”"),
    ],
)
def test_what_is_not_known_is_said_and_left_out(officer, asked, told):
    page = main(officer, **asked)
    (notice,) = notices(page)
    assert told in notice
    assert result(page).startswith(f"{EVERYTHING} entries")
    assert value_of(field(page, next(iter(asked)))) == ""


def test_several_things_that_are_not_known_are_all_said(officer):
    assert len(notices(main(officer, person="x", action="x", outcome="x", to="x", page="x"))) == 5


def test_a_subject_that_is_too_long_is_said_to_be_cut(officer):
    page = main(officer, subject="edition:2023".ljust(100, "x") + "beyond")
    (notice,) = notices(page)
    assert "100 characters" in notice
    assert value_of(field(page, "subject")) == "edition:2023".ljust(100, "x")
    assert notices(main(officer, subject="x" * 100)) == []


def test_a_last_day_before_the_first_is_said_to_hold_nothing(officer):
    page = main(officer, **{"from": "2023-09-03", "to": "2023-09-02"})
    assert result(page).startswith("0 of ")
    assert len(notices(page)) == 1


def test_the_form_needs_no_script_and_every_field_has_its_label(officer):
    page = main(officer)
    form = page.one("form")
    assert (form.get("method"), form.get("action")) == ("get", "/audit-log#result")
    labels = {each.get("for"): each.text for each in form.all("label")}
    fields = form.all("select", "input")
    assert [labels[each.get("id")] for each in fields] == [
        "Person", "What was done", "Done to", "Outcome", "From", "To",
    ]  # fmt: skip
    assert page.all("script") == []


def test_everybody_who_did_something_and_every_action_can_be_chosen(officer):
    page = main(officer)
    people = {each.get("value"): each.text for each in field(page, "person").all("option")}
    assert people["asha"] == "Asha Patel (asha)"
    assert people["-"] == "The command line"
    actions = [each.get("value") for each in field(page, "action").all("option")]
    assert actions == ["", *Action, *RecordedEvent, "seal_edition"]


def test_the_head_is_that_of_the_whole_log_whatever_is_sought(officer):
    assert main(officer).one("code").text == main(officer, person="asha").one("code").text
