"""The publishing checklist: what stops an edition, and what is worth a look."""

import pytest

from domain.editions.checklist import Finding, checklist, errors
from domain.editions.content import with_change
from tests.builders.contents import INTRODUCTION, SMOKING, a_content

HEALTHY = "section:healthy-lives"


@pytest.fixture
def content():
    return a_content()


def findings_with(content, place: str, **fields: str) -> list[Finding]:
    """What is found once something stands otherwise."""
    return checklist(with_change(content, place, fields))


def test_an_edition_in_order_has_nothing_to_mend(content):
    assert checklist(content) == []


@pytest.mark.parametrize("body", ["", " \n\t"])
def test_an_empty_section_stops_the_edition(content, body):
    (finding,) = findings_with(content, INTRODUCTION, body=body)
    assert (finding.place, finding.title) == (INTRODUCTION, "Introduction")
    assert finding.message == "The section is empty. Write it."
    assert errors([finding]) == [finding]


@pytest.mark.parametrize(
    "mark",
    [
        "TODO",
        "todo",
        "TBC",
        "Tba",
        "XXX",
        "xxxxx",
        "???",
        "[insert]",
        "[Insert figure]",
        "Lorem Ipsum",
    ],
)
@pytest.mark.parametrize(("place", "field"), [(INTRODUCTION, "body"), (SMOKING, "commentary")])
def test_a_mark_of_unfinished_text_stops_the_edition(content, mark, place, field):
    (finding,) = findings_with(content, place, **{field: f"So far {mark} so good."})
    assert (finding.place, finding.is_error) == (place, True)
    assert finding.message == f"“{mark}” marks text that is not finished."


@pytest.mark.parametrize("text", ["mastodons", "XX", "what??", "[see below]", "autobahn", "insert"])
def test_words_that_only_look_like_such_a_mark_are_let_be(content, text):
    assert findings_with(content, INTRODUCTION, body=text) == []


def test_an_indicator_without_a_value_or_a_period_stops_the_edition(content):
    (finding,) = findings_with(content, SMOKING, value="", period="")
    assert (finding.place, finding.title, finding.is_error) == (SMOKING, "Smoking", True)
    assert "There is no value." in finding.message
    assert findings_with(content, SMOKING, value="", period="2021") == []
    assert findings_with(content, SMOKING, value="N/A", period="") == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("value", "NaN"),
        ("previous", "1/0"),
        ("period", "99999/00"),
        ("previous_period", "2202"),
        ("target", "50%-10%-90%"),
        ("quartile", "2nd (99999)"),
        ("quartile", "5th"),
    ],
)
def test_a_figure_that_cannot_be_so_stops_the_edition(content, field, text):
    (finding,) = findings_with(content, SMOKING, **{field: text})
    assert (finding.place, finding.title, finding.is_error) == (SMOKING, "Smoking", True)
    assert f"“{text}”" in finding.message


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("value", "+1.5"),
        ("previous", "circa 12"),
        ("period", "spring"),
        ("previous_period", "2021/23"),
        ("target", "95% by 2025"),
        ("quartile", "2nd (soon)"),
    ],
)
def test_a_figure_that_cannot_be_read_is_worth_a_look(content, field, text):
    (finding,) = findings_with(content, SMOKING, **{field: text})
    assert (finding.place, finding.title, finding.is_error) == (SMOKING, "Smoking", False)
    assert f"“{text}”" in finding.message


def test_how_far_a_period_is_depends_on_the_edition(content):
    content["edition"]["year"] = 2100
    assert errors(checklist(content))


def test_an_issue_without_commentary_is_worth_a_look(content):
    (finding,) = findings_with(content, SMOKING, rating="issue", commentary="")
    assert (finding.place, finding.is_error) == (SMOKING, False)
    assert errors([finding]) == []
    assert findings_with(content, SMOKING, rating="exceptional", commentary="") == []


def test_two_figures_of_one_period_are_worth_a_look(content):
    (finding,) = findings_with(content, SMOKING, period="2021", previous_period="2021")
    assert finding.message == "The value and the one before are both of 2021."
    assert not finding.is_error


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "", "previous_period": ""},
        {"value": "N/A", "period": "2021", "previous_period": "2021"},
        {"value": "", "period": "2021", "previous_period": "2021"},
    ],
)
def test_what_is_no_figure_or_has_no_period_is_not_compared(content, fields):
    assert findings_with(content, SMOKING, **fields) == []


def test_a_sub_outcome_without_its_aims_is_worth_a_look(content):
    (finding,) = findings_with(content, HEALTHY, body="Much was done.")
    assert (finding.message, finding.is_error) == (
        "The section does not say what its aims are.",
        False,
    )
    assert findings_with(content, HEALTHY, body="### AIMS BY 2026\n\n- Fewer") == []


def test_a_sub_outcome_that_is_empty_is_said_to_be_empty_alone(content):
    (finding,) = findings_with(content, HEALTHY, body="")
    assert finding.is_error


def test_what_is_found_comes_in_the_order_of_the_checks(content):
    content = with_change(content, SMOKING, {"value": "", "period": "", "commentary": "TBC"})
    findings = checklist(with_change(content, INTRODUCTION, {"body": ""}))
    assert [finding.place for finding in findings] == [INTRODUCTION, SMOKING, SMOKING]
    assert errors(findings) == findings
