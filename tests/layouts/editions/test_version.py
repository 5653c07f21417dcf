"""The page of a version, from content made up here."""

import itertools
from dataclasses import replace

import pytest

from domain.council import Council
from domain.editions.frozen_content import frozen_comparison, version_content
from domain.editions.terms import Document
from domain.editions.version_wording import withdrawal_notice
from domain.formatting import moment
from layouts.editions import version
from layouts.editions.version import VersionView
from tests.app.markup import cells
from tests.builders.contents import (
    CODE,
    INTRODUCTION,
    a_content,
    a_notice,
    a_version,
    content_with,
    without_document,
)
from tests.layouts.drawing import drawn

C = a_version("C")
VIEW = VersionView(
    year=2022,
    text=version_content(a_content()),
    version=C,
    introduction=["Version C was frozen.", "It is published."],
    superseded_by="",
    before="B",
    notices=(),
    frozen=frozen_comparison(a_content(), CODE),
    council=Council(),
)


def page_of(**changes):
    return drawn(list(version.page(replace(VIEW, **changes)).content))


def links(page) -> list[tuple[str, str]]:
    return [(node.get("href"), node.text) for node in page.all("a")]


def with_id(page, id):
    (only,) = [node for node in page.all() if node.get("id") == id]
    return only


def test_it_is_headed_by_the_edition_and_says_what_version_it_is():
    page = page_of()
    assert page.one("h1").text == "Report of 2022"
    lead = next(node for node in page.all("p") if node.get("class") == "lead")
    assert lead.text == "Version C was frozen. It is published."
    assert version.page(VIEW).title == "Version C: Report of 2022"


def test_the_digest_is_short_with_the_whole_on_demand():
    details = page_of().all("details")[0]
    short, whole = (node.text for node in details.all("code"))
    assert whole == C.digest
    assert short == C.digest[:12]
    assert "Frozen on 3 October 2022, 10:05 by An Officer." in page_of().text


def test_it_can_be_taken_away_and_compared_with_the_one_before():
    addresses = dict(links(page_of()))
    assert addresses["/editions/2022/versions/C.json"] == "Take it away as JSON"
    assert addresses["/editions/2022/compare?from=B&to=C"] == "Compare with version B"


def test_the_first_version_is_compared_with_none():
    assert not any("compare" in href for href, _ in links(page_of(before="")))


def test_the_present_text_has_no_digest_and_no_file():
    page = page_of(version=None, frozen=None)
    assert page.all("details") == []
    addresses = [href for href, _ in links(page)]
    assert "/editions/2022/compare?from=B&to=draft" in addresses
    assert not any(href.endswith(".json") for href in addresses)
    assert "Funding and ranks" not in page.text


def test_the_present_text_alone_leads_nowhere():
    page = page_of(version=None, before="", frozen=None)
    assert [node for node in page.all("p") if node.get("class") == "take"] == []


def test_a_superseded_version_says_so_first_and_leads_to_the_one_that_is_published():
    page = page_of(superseded_by="C.1")
    (introduction,) = [node for node in page.all("div") if node.get("class") == "notice"]
    assert introduction.text == "This version was corrected. What is published now is version C.1."
    assert links(introduction) == [("/editions/2022/versions/C.1", "version C.1")]


def test_the_notices_of_corrections_are_read_with_their_version():
    page = page_of(notices=(a_notice("C.1"), a_notice("C.2", "Another.")))
    heading = with_id(page, "corrections")
    assert heading.text == "What was corrected"
    assert "Version C.1, 9 January 2023, 10:00: A figure was corrected." in page.text
    assert "Version C.2, 9 January 2023, 10:00: Another." in page.text


def test_every_link_of_the_contents_leads_to_a_place_on_the_page():
    page = page_of()
    ids = [node.get("id") for node in page.all() if node.get("id")]
    contents = next(node for node in page.all("nav") if node.get("class") == "contents")
    assert len(set(ids)) == len(ids)
    assert [href for href, _ in links(contents) if href.removeprefix("#") not in ids] == []
    assert [text for _, text in links(contents)] == [
        "Annual Delivery Report",
        "Introduction",
        "Safe & Well",
        "People live well",
        "Performance Compendium",
        "About the Compendium",
        "Dashboards",
        "Public Health",
        "Transport",
        "Funding and ranks",
        "Report to the Cabinet",
        "Recommendations",
    ]


def test_headings_go_down_one_level_at_a_time():
    levels = [int(node.tag[1]) for node in page_of().all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_sections_of_an_outcome_stand_under_its_name():
    page = page_of()
    opening, under = with_id(page, "section-safe-well"), with_id(page, "section-healthy-lives")
    assert opening.all("h3", "h4") == []
    assert under.all("h4")[0].text == "People live well"
    assert under.all("h5")[0].text == "Aims by 2026"
    assert with_id(page, "outcome-safe---well").text == "Safe & Well"


def test_a_section_without_a_text_says_so():
    page = page_of(text=version_content(content_with(INTRODUCTION, body=" ")))
    assert "Nothing is written here yet." in with_id(page, "section-introduction").text


def test_recommendations_carry_their_letters():
    lines = with_id(page_of(), "section-recommendations").all("li")
    assert [node.text for node in lines] == ["(a) Note it.", "(b) Ask."]


def test_a_reader_who_is_not_shown_the_cabinet_s_report_finds_no_trace_of_it():
    page = page_of(text=version_content(without_document(a_content(), Document.CABINET_REPORT)))
    assert "Cabinet" not in page.text
    assert "Recommendations" not in page.text


def test_each_indicator_is_a_row_with_its_figures_words_and_marks():
    row = with_id(page_of(), "indicator-smoking")
    introduction = " ".join(row.text.split())
    for part in ("Smoking", "13.0%", "2021", "12.5%", "2020", "▼ Worsened", "12%", "2nd quarter"):
        assert part in introduction
    assert "Performance issue" in introduction
    assert "More is being done." in introduction
    assert row.all("a") == []


def test_each_dashboard_is_a_table_with_a_caption_and_says_whom_it_compares_with():
    page = page_of()
    health, transport = (
        with_id(page, f"dashboard-{slug}") for slug in ("public-health", "transport")
    )
    assert health.one("caption").text == "Indicators of Public Health"
    assert "Position is among 33 councils. Some rows differ." in transport.text


def test_a_dashboard_without_an_indicator_says_so():
    page = page_of(text=version_content(a_content(indicators={})))
    assert "It has no indicator." in with_id(page, "dashboard-transport").text
    assert page.all("tr")[0].text == "ThemeRank"


def test_the_ranks_are_those_it_was_frozen_with():
    page = page_of()
    (table,) = [node for node in page.all("table") if "Ranks" in node.one("caption").text]
    assert cells(table) == [
        ["Theme", "Rank"],
        ["Overall", "1st of 2"],
        ["Economy", "not ranked"],
    ]
    assert "£760.92" in page.text


@pytest.mark.parametrize("last", [a_notice("C", "It held a wrong figure."), None])
def test_a_tombstone_says_that_it_is_gone_and_why_and_shows_nothing_of_it(last):
    sheet = version.tombstone(2022, "C", "Report of 2022", last)
    page = drawn(list(sheet.content))
    assert page.one("h1").text == "Withdrawn from publication"
    assert withdrawal_notice("Report of 2022", moment(last.at) if last else "") in page.text
    assert ("The reason: It held a wrong figure." in page.text) is (last is not None)
    assert ("9 January 2023" in page.text) is (last is not None)
    assert page.all("section", "table") == []
