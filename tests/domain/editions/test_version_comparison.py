"""Two versions side by side."""

import pytest

from domain.editions.terms import Document
from domain.editions.version_comparison import compare
from domain.indicators.terms import Direction
from tests.builders.contents import (
    INTRODUCTION,
    SECTIONS,
    SMOKING,
    a_content,
    an_indicator_entry,
    content_with,
    without_document,
)

BASE = a_content()


def counts(compared) -> tuple[int, ...]:
    return (
        compared.sections,
        compared.figures,
        compared.ratings,
        compared.arrows,
        compared.others,
    )


def places(compared) -> list[str]:
    return [changed_place.place for changed_place in compared.places]


def test_nothing_differs_between_a_version_and_itself():
    compared = compare(BASE, a_content())
    assert compared.is_same
    assert counts(compared) == (0, 0, 0, 0, 0)
    assert compared.before == compared.after


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({"value": "12.0%"}, (0, 1, 0, 0, 0)),
        ({"value": "12.0%", "previous": "1", "target": "-"}, (0, 3, 0, 0, 0)),
        ({"rating": ""}, (0, 0, 1, 0, 0)),
        ({"direction": "improved"}, (0, 0, 0, 1, 0)),
        ({"commentary": "Other words.", "period": "2022"}, (0, 0, 0, 0, 2)),
    ],
)
def test_what_differs_of_an_indicator_is_counted_by_kind(fields, counted):
    compared = compare(BASE, content_with(SMOKING, **fields))
    assert counts(compared) == counted
    assert not compared.is_same


def test_a_section_counts_once_however_much_of_it_differs():
    compared = compare(BASE, content_with(INTRODUCTION, body="Anew.", title="Opening"))
    assert counts(compared) == (1, 0, 0, 0, 0)
    (changed,) = compared.places
    assert changed.title == "Opening"
    assert [difference.field for difference in changed.differences] == ["body", "title"]
    assert not changed.is_new
    assert not changed.is_gone


def test_the_counts_are_those_of_each_version():
    compared = compare(BASE, content_with(SMOKING, direction="improved"))
    assert (compared.before.total, compared.after.total) == (2, 2)
    assert compared.before.directions[Direction.WORSENED] == 1
    assert compared.after.directions[Direction.WORSENED] == 0
    assert compared.after.directions[Direction.IMPROVED] == 1


def test_places_stand_under_their_document_or_dashboard_in_order():
    new = a_content()
    for slug in ("about", "introduction", "recommendations"):
        new["sections"][slug]["body"] = "Anew."
    for slug in ("potholes", "smoking"):
        new["indicators"][slug]["value"] = "1"
    new["dashboards"]["transport"]["note"] = "Another note."
    new["edition"]["title"] = "Report, 2022"
    groups = [
        (group.document, group.dashboard, [changed_place.place for changed_place in group.places])
        for group in compare(BASE, new).groups
    ]
    assert groups == [
        (None, "", ["edition"]),
        (Document.DELIVERY_REPORT, "", ["section:introduction"]),
        (Document.COMPENDIUM, "", ["section:about"]),
        (Document.CABINET_REPORT, "", ["section:recommendations"]),
        (None, "Public Health", ["indicator:smoking"]),
        (None, "Transport", ["indicator:potholes", "dashboard:transport"]),
    ]


def test_a_fact_of_the_edition_that_differs_is_told():
    new = a_content()
    new["edition"]["title"] = "Report, 2022"
    compared = compare(BASE, new)
    assert counts(compared) == (0, 0, 0, 0, 1)
    (difference,) = compared.places[0].differences
    assert (difference.field, difference.before, difference.after) == (
        "title",
        "Report of 2022",
        "Report, 2022",
    )


@pytest.mark.parametrize(
    ("old", "new", "is_new", "is_gone"),
    [
        (without_document(BASE, Document.COMPENDIUM), BASE, True, False),
        (BASE, without_document(BASE, Document.COMPENDIUM), False, True),
    ],
)
def test_a_section_that_only_one_version_has_is_new_or_gone_and_its_text_is_told(
    old, new, is_new, is_gone
):
    (changed,) = compare(old, new).places
    assert (changed.place, changed.title) == ("section:about", "About the Compendium")
    assert (changed.is_new, changed.is_gone) == (is_new, is_gone)
    assert [difference.field for difference in changed.differences] == ["body"]


def test_of_an_indicator_that_is_new_only_what_readers_see_is_told():
    new = a_content()
    new["indicators"]["new"] = an_indicator_entry("new", 3, target="", quartile="")
    compared = compare(BASE, new)
    (changed,) = compared.places
    assert [difference.field for difference in changed.differences] == [
        "value",
        "period",
        "previous",
        "previous_period",
        "direction",
    ]
    assert counts(compared) == (0, 2, 0, 1, 2)
    assert compared.groups[0].dashboard == "Public Health"


def test_fields_stand_in_the_order_in_which_they_are_shown():
    new = content_with(
        SMOKING, name="Adults who smoke", commentary="A.", value="1", direction="improved"
    )
    (changed,) = compare(BASE, new).places
    assert [difference.field for difference in changed.differences] == [
        "value",
        "direction",
        "commentary",
        "name",
    ]


@pytest.mark.parametrize(
    ("changes", "beside"),
    [
        ({"comparison": {**BASE["comparison"], "files": "0"}}, ("comparison",)),
        ({"methods": "2"}, ("methods",)),
        ({"comparison": {}, "methods": ""}, ()),
    ],
)
def test_what_differs_beside_the_text_is_named_where_both_have_it(changes, beside):
    compared = compare(BASE, a_content(**changes))
    assert compared.beside == beside
    assert compared.is_same is not bool(beside)
    assert compared.groups == ()


def test_a_document_can_be_left_out_of_a_content():
    kept = without_document(BASE, Document.CABINET_REPORT)
    assert list(kept["sections"]) == [section["slug"] for section in SECTIONS[:-1]]
    assert len(BASE["sections"]) == len(SECTIONS)
