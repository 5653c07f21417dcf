"""The Delivery Report as anyone reads it, from the real edition."""

import csv
import itertools

import pytest

from domain.terms import Role
from tests.app.markup import Element, read
from tests.app.product import Browser
from tests.builders import DATA

EDITION = DATA / "2022"


def in_table(name: str) -> list[dict[str, str]]:
    with (EDITION / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SECTIONS = [row for row in in_table("sections.csv") if row["document"] == "delivery_report"]
OTHERS = [row for row in in_table("sections.csv") if row["document"] != "delivery_report"]


@pytest.fixture(scope="module")
def main(app) -> Element:
    """What a stranger is shown."""
    response = Browser(app).get("/report")
    assert response.status_code == 200
    return read(response.text).one("main")


def test_every_section_stands_once_and_in_order(main):
    headings = [each.all("h2", "h3")[0] for each in main.all("section")]
    assert [(each.get("id"), each.text) for each in headings] == [
        (row["slug"], row["title"]) for row in SECTIONS
    ]
    assert len(SECTIONS) == 28


def test_sections_of_the_other_document_are_not_in_it(main):
    ids = {each.get("id") for each in main.all()}
    assert OTHERS
    assert [row["slug"] for row in OTHERS if row["slug"] in ids] == []


def test_the_contents_lead_to_every_section_in_order(main):
    links = main.one("nav").all("a")
    assert [(link.get("href"), link.text) for link in links] == [
        (f"#{row['slug']}", row["title"]) for row in SECTIONS
    ]
    ids = [each.get("id") for each in main.all()]
    assert [ids.count(link.get("href")[1:]) for link in links] == [1] * len(links)


def test_a_section_of_a_sub_outcome_stands_one_level_below_its_outcome(main):
    levels = [each.all("h2", "h3")[0].tag for each in main.all("section")]
    assert levels == ["h3" if row["sub_outcome"] else "h2" for row in SECTIONS]


def test_headings_begin_at_the_first_level_and_none_is_skipped(main):
    levels = [int(each.tag[1]) for each in main.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3, 4}
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_aim_of_the_plan_stands_in_it_as_an_item_of_a_list(main):
    items = {item.text for section in main.all("section") for item in section.all("li")}
    assert [row["aim"] for row in in_table("strategic_plan.csv") if row["aim"] not in items] == []


def test_no_mark_of_the_markdown_is_left_in_the_text(main):
    lines = [line for section in main.all("section") for line in section.text.splitlines()]
    assert [line for line in lines if "**" in line or "](" in line or line.startswith("#")] == []


def test_it_is_the_second_entry_of_the_menu_and_marked_there(browser):
    menu = read(browser.text("/report")).one("header").all("nav")[0].all("a")
    assert [link.text for link in menu][:4] == ["Overview", "Report", "Dashboards", "Indicators"]
    assert [link.text for link in menu if link.get("aria-current") == "page"] == ["Report"]


def test_somebody_signed_in_reads_the_same(app, main):
    signed_in = read(Browser(app).sign_in_as(Role.MEMBER).text("/report")).one("main")
    assert signed_in.text == main.text
