"""The page of a text's revisions, from revisions made up here."""

from dataclasses import replace
from datetime import UTC, datetime

from domain.editions.revisions import Revision
from layouts.editions import history
from layouts.editions.history import HistoryView, Restoring
from tests.app.markup import cells
from tests.layouts.drawing import drawn


def saved(number: int, body: str, **changes) -> Revision:
    usual = {
        "id": number,
        "place": "section:introduction",
        "number": number,
        "stage": "drafting",
        "fields": {"body": body},
        "cause": "edit",
        "note": "",
        "by": "officer",
        "by_name": "An Officer",
        "at": datetime(2022, 7, 7, 9, number, tzinfo=UTC),
    }
    return Revision(**{**usual, **changes})


FIRST = saved(1, "The old road.", cause="load_edition", by_name="The command line")
SECOND = saved(2, "The new road.", note="It was built.")
THIRD = saved(3, "The new road.", stage="revision")
RESTORING = Restoring(5, "a token", {1: "key-1", 2: "key-2", 3: "key-3"})
VIEW = HistoryView(
    2022, "section:introduction", "Introduction", (THIRD, SECOND, FIRST), FIRST, SECOND, RESTORING
)


def page_of(**changes):
    return drawn(list(history.page(replace(VIEW, **changes)).content))


def test_it_says_how_many_there_are_and_who_saved_the_newest_when():
    lead = page_of().all("p")[0].text
    assert lead == (
        "3 revisions of this text. The newest was saved on 7 July 2022, 10:03 by An Officer."
    )


def test_every_revision_says_when_by_whom_what_made_it_and_what_changed():
    table = page_of(restoring=None).one("table")
    assert cells(table) == [
        ["Revision", "What made it", "What changed"],
        ["Revision 3 7 July 2022, 10:03 by An Officer", "Edit, in revision", "Nothing"],
        [
            "Revision 2 7 July 2022, 10:02 by An Officer",
            "Edit, in drafting “It was built.”",
            "Text",
        ],
        [
            "Revision 1 7 July 2022, 10:01 by the command line",
            "Load edition, in drafting",
            "First kept",
        ],
    ]


def test_two_revisions_are_compared_word_by_word():
    page = page_of()
    assert page.all("h2")[0].text == "From revision 1 to revision 2"
    assert [node.text for node in page.all("del", "ins")] == [
        " [removed: old] ",
        " [added: new] ",
    ]


def test_where_two_revisions_are_the_same_it_says_so():
    page = page_of(old=SECOND, new=THIRD)
    assert "Nothing differs between them." in page.text


def test_a_single_revision_is_compared_with_none():
    page = page_of(saved=(FIRST,), old=None, new=None)
    assert "There is nothing to compare it with yet." in page.text
    assert page.all("form") == []


def test_a_text_of_which_nothing_was_kept_says_so():
    page = page_of(saved=(), old=None, new=None)
    assert page.all("p")[0].text == "0 revisions of this text."


def test_the_two_are_chosen_by_a_form_that_needs_no_script():
    form = page_of().all("form")[0]
    assert (form.get("method"), form.get("action")) == ("get", "/editions/2022/history")
    chosen = [
        [node.get("value") for node in select.all("option") if "selected" in node.attributes]
        for select in form.all("select")
    ]
    assert chosen == [["1"], ["2"]]
    assert [node.get("value") for node in form.all("input")] == ["section:introduction"]


def test_each_older_revision_can_be_restored_by_a_form_that_carries_the_whole_of_it():
    forms = [node for node in page_of().all("form") if node.get("method") == "post"]
    assert [node.one("button").text for node in forms] == [
        "Restore revision 2",
        "Restore revision 1",
    ]
    assert {node.get("action") for node in forms} == {"/editions/2022/do/edit"}
    assert {node.get("name"): node.get("value") for node in forms[1].all("input")} == {
        "csrf_token": "a token",
        "version": "5",
        "place": "section:introduction",
        "read": "3",
        "reason": "Restored revision 1",
        "key": "key-1",
        "field-body": "The old road.",
    }


def test_those_who_cannot_edit_are_offered_no_way_back():
    page = page_of(restoring=None)
    assert [node for node in page.all("form") if node.get("method") == "post"] == []


def test_what_only_one_of_two_revisions_has_is_told():
    old, new = saved(1, "", fields={"a": "1", "b": "2"}), saved(2, "", fields={"b": "2", "c": "3"})
    differences = [
        (difference.field, difference.before, difference.after)
        for difference in history.changes(old, new)
    ]
    assert differences == [("c", None, "3"), ("a", "1", None)]
