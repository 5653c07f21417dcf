"""The page that compares two versions, from contents made up here."""

from domain.editions.terms import Document
from domain.editions.version_comparison import compare
from domain.editions.version_wording import count_changes, difference_summary
from layouts.editions import compare as layout
from layouts.editions.compare import CompareView
from tests.builders.contents import INTRODUCTION, SMOKING, a_content, content_with, without_document
from tests.layouts.drawing import drawn

BASE = a_content()
NAMES = ("A", "B", "draft")


def page_of(old, new):
    sheet = layout.page(CompareView(2022, NAMES, "A", "B", compare(old, new)))
    return drawn(list(sheet.content))


def test_the_sentence_comes_first_then_the_counts():
    improved = content_with(SMOKING, direction="improved")
    compared = compare(BASE, improved)
    first, second, *_ = page_of(BASE, improved).all("p")
    assert first.text == difference_summary(compared, "A", "B")
    assert second.text == count_changes(compared.before, compared.after)


def test_where_nothing_differs_it_says_so_and_shows_nothing():
    page = page_of(BASE, BASE)
    assert page.all("p")[0].text == difference_summary(compare(BASE, BASE), "A", "B")
    assert page.all("h2", "section", "del", "ins") == []


def test_both_versions_are_chosen_by_a_form_that_needs_no_script():
    form = page_of(BASE, BASE).one("form")
    assert (form.get("method"), form.get("action")) == ("get", "/editions/2022/compare")
    for select, chosen in zip(form.all("select"), ("A", "B"), strict=True):
        options = select.all("option")
        assert [node.get("value") for node in options] == list(NAMES)
        assert [node.text for node in options] == ["Version A", "Version B", "The present text"]
        assert [node.get("value") for node in options if "selected" in node.attributes] == [chosen]
    assert [node.get("name") for node in form.all("select")] == ["from", "to"]


def test_each_difference_stands_under_its_heading_with_a_link_to_its_place():
    new = content_with(INTRODUCTION, body="Anew.")
    new["indicators"]["smoking"]["value"] = "12.0%"
    page = page_of(BASE, new)
    assert [node.text for node in page.all("h2")] == [
        "Annual Delivery Report",
        "Public Health dashboard",
    ]
    links = [(node.get("href"), node.text) for node in page.all("a")][1:]
    assert links == [
        ("/editions/2022/versions/B#section-introduction", "Introduction"),
        ("/editions/2022/versions/B#indicator-smoking", "Smoking"),
    ]
    last = page.all("section")[-1]
    assert [node.text for node in last.all("del", "ins")] == [
        " [removed: 13.0%] ",
        " [added: 12.0%] ",
    ]


def test_what_was_taken_out_leads_to_the_version_that_still_has_it():
    page = page_of(BASE, without_document(BASE, Document.COMPENDIUM))
    (section,) = page.all("section")
    assert section.one("h3").text == "About the Compendium Taken out"
    assert section.one("a").get("href") == "/editions/2022/versions/A#section-about"


def test_a_new_dashboard_is_named_though_none_of_its_fields_is():
    old = a_content(dashboards={"public-health": BASE["dashboards"]["public-health"]})
    old["indicators"].pop("potholes")
    new = a_content()
    new["indicators"].pop("potholes")
    (section,) = page_of(old, new).all("section")
    assert section.one("h3").text == "Transport New"
    assert section.all("dl") == []


def test_where_there_are_not_two_versions_it_says_which_there_is():
    for names, sentence_end in (
        ((), "no version has been frozen."),
        (("C",), "version C is the only one."),
        (("draft",), "the present text is the only one."),
    ):
        page = drawn(list(layout.nothing(2022, names).content))
        assert page.all("p")[0].text == f"There is nothing to compare yet: {sentence_end}"
        assert page.all("form") == []
