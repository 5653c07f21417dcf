"""The Delivery Report's page, from sections made up here."""

import pytest

from app.web.html import html_of
from domain.editions.sections import Section
from domain.editions.terms import Document
from layouts.editions import report
from tests.app.markup import Element, read

REPORT = Document.DELIVERY_REPORT
INTRODUCTION = Section("introduction", REPORT, 1, "Introduction", "", "", "One.\n\n## How\n")
OPENING = Section("green", REPORT, 2, "Green", "Green", "", "Two.\n")
UNDER = Section("waste", REPORT, 3, "Waste", "Green", "Waste", "### Aims\n\n- More\n")
LAST = Section("focus", REPORT, 4, "Focus", "", "", "Last.\n")


def page_of(*sections: Section) -> Element:
    sheet = report.page("Report of 2022", "2021/22", sections, approved="7 December 2022")
    return read(html_of(list(sheet.content)))


def contents(page: Element) -> Element:
    return page.one("nav")


def test_it_says_whose_year_it_is_and_when_the_council_had_it():
    lead = next(node for node in page_of(INTRODUCTION).all("p") if node.get("class") == "lead")
    assert "what was done in 2021/22" in lead.text
    assert lead.text.endswith("went to the County Council on 7 December 2022.")


def test_headings_follow_the_plan_and_those_of_a_text_stand_below_its_own():
    page = page_of(INTRODUCTION, OPENING, UNDER, LAST)
    headings = [(node.tag, node.text) for node in page.all("h1", "h2", "h3", "h4")]
    assert headings == [
        ("h1", "Annual Delivery Report"),
        ("h2", "Contents"),
        ("h2", "Introduction"),
        ("h3", "How"),
        ("h2", "Green"),
        ("h3", "Waste"),
        ("h4", "Aims"),
        ("h2", "Focus"),
    ]


def test_the_contents_name_each_section_once_under_its_outcome():
    links = contents(page_of(INTRODUCTION, OPENING, UNDER, LAST)).all("a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("#introduction", "Introduction"),
        ("#green", "Green"),
        ("#waste", "Waste"),
        ("#focus", "Focus"),
    ]
    nested = contents(page_of(INTRODUCTION, OPENING, UNDER)).all("ul")[1]
    assert [link.text for link in nested.all("a")] == ["Waste"]


def test_each_section_is_named_by_its_heading():
    for section in page_of(INTRODUCTION, OPENING, UNDER).all("section"):
        heading = section.all("h2", "h3")[0]
        assert section.get("aria-labelledby") == heading.get("id") != ""


@pytest.mark.parametrize(
    "sections", [(INTRODUCTION, OPENING), (OPENING,), ()], ids=["last", "alone", "none at all"]
)
def test_no_list_of_the_contents_is_empty(sections):
    lists = contents(page_of(*sections)).all("ul")
    assert [node for node in lists if not node.children] == []


def test_sections_of_an_outcome_that_nothing_opens_stand_under_its_name():
    (line,) = contents(page_of(UNDER)).all("ul")[0].children
    assert line.text == "GreenWaste"
    assert [link.text for link in line.all("a")] == ["Waste"]


def test_a_report_without_any_section_says_so():
    assert "No section of the report is here yet." in contents(page_of()).text


def test_words_of_a_title_or_a_text_are_never_elements():
    odd = Section("odd", REPORT, 1, "<b>Odd</b>", "", "", "<script>x</script> & **so**\n")
    page = page_of(odd)
    assert page.all("script", "b") == []
    assert "<b>Odd</b>" in page.text
    assert "<script>x</script> & so" in page.text
