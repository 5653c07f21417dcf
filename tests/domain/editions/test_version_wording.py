"""Versions in plain English."""

from datetime import UTC, datetime

import pytest

from domain.council import Council
from domain.editions.frozen_content import frozen_comparison
from domain.editions.terms import Document, Stage
from domain.editions.version_comparison import ChangedPlace, ChangeGroup, compare
from domain.editions.version_wording import (
    anchor,
    became,
    count_changes,
    difference_summary,
    frozen_by,
    funding_sentence,
    group_title,
    ranked_among,
    same_text,
    theme_rank,
    version_title,
    withdrawal_notice,
)
from domain.governance.record import GovernanceRecord
from domain.governance.version_history import about, superseded_by
from domain.indicators.terms import Direction
from tests.builders import some_counts
from tests.builders.contents import (
    INTRODUCTION,
    SMOKING,
    a_content,
    a_motion,
    a_process,
    a_version,
    content_with,
)

BASE = a_content()
A, B, C, C1, C2 = (a_version(name) for name in ("A", "B", "C", "C.1", "C.2"))
PUBLISHED = {"published": "C", "motions": (a_motion("C"),)}


def introduction(process: GovernanceRecord, name: str) -> str:
    return " ".join(
        about(process, next(version for version in process.versions if version.name == name))
    )


@pytest.mark.parametrize(
    ("name", "title"), [("A", "Version A"), ("C.1", "Version C.1"), ("draft", "The present text")]
)
def test_a_version_is_called_by_its_name(name, title):
    assert version_title(name) == title


def test_it_says_when_and_by_whom_it_was_frozen_as_clocks_stand_in_england():
    at = datetime(2022, 7, 7, 9, 5, tzinfo=UTC)
    assert frozen_by(a_version("A", at=at)) == "Frozen on 7 July 2022, 10:05 by An Officer."


@pytest.mark.parametrize(
    ("name", "body"), [("A", "Scrutiny Commission"), ("B", "Cabinet"), ("C", "County Council")]
)
def test_a_version_says_for_whom_it_was_frozen(name, body):
    process = a_process(A, B, C, stage=Stage.DRAFTING)
    assert introduction(process, name) == f"Version {name} was frozen for the {body}."


def test_of_a_version_of_another_letter_nothing_is_made_up():
    assert introduction(a_process(a_version("Z"), stage=Stage.DRAFTING), "Z") == ""


def test_the_motion_names_a_version_before_it_is_carried():
    motion = a_motion("C", carried_on=None)
    process = a_process(A, B, C, stage=Stage.COUNCIL, motions=(motion,))
    assert introduction(process, "C").endswith("The motion before the County Council names it.")
    assert "motion" not in introduction(process, "B")


def test_what_was_approved_and_is_published_says_so():
    assert introduction(a_process(A, B, C, **PUBLISHED), "C").endswith(
        "The County Council approved it on 7 December 2022. It is what is published now."
    )


def test_a_corrected_version_and_its_correction_say_so():
    process = a_process(A, C, C1, C2, published="C.2", motions=(a_motion("C"),))
    assert introduction(process, "C").endswith("It was published, and has been corrected since.")
    assert introduction(process, "C.2") == (
        "Version C.2 is version C.1 with a correction, and nothing else. "
        "It is what is published now."
    )


def test_what_the_council_changed_by_motion_is_not_called_a_correction():
    process = a_process(C, C1, C2, published="C.2", motions=(a_motion("C.1"),))
    assert introduction(process, "C.1").startswith(
        "Version C.1 is version C with an amendment that the County Council carried"
    )
    assert "a correction" in introduction(process, "C.2")
    assert introduction(process, "C") == "Version C was frozen for the County Council."


def test_a_change_without_any_motion_on_record_is_a_correction():
    assert "a correction" in introduction(a_process(C, C1, stage=Stage.COUNCIL), "C.1")


def test_a_version_of_a_withdrawn_edition_says_so():
    process = a_process(C, stage=Stage.WITHDRAWN, **PUBLISHED)
    assert introduction(process, "C").endswith(
        "It was published, and the edition was withdrawn since."
    )


def test_a_version_names_the_others_that_hold_the_same():
    twin, third = a_version("B", digest=C.digest), a_version("A", digest=C.digest)
    assert same_text(C, [A, B, C]) == ""
    assert same_text(C, [A, twin, C]) == "It holds the same as version B, to the byte."
    assert "version A and version B" in same_text(C, [third, twin, C])


def test_only_what_was_published_before_is_superseded():
    process = a_process(A, C, C1, published="C.1", motions=(a_motion("C"),))
    assert [superseded_by(process, name) for name in ("A", "C", "C.1")] == ["", "C.1", ""]


def test_a_tombstone_says_when_where_that_is_known():
    assert withdrawal_notice("Report", "") == "The Report was withdrawn from publication."
    assert withdrawal_notice("Report", "1 May").endswith("publication on 1 May.")


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (BASE, "Nothing differs between version A and version B."),
        (
            content_with(INTRODUCTION, body="Anew."),
            "1 section, no figure, no rating and no arrow differ between version A and version B.",
        ),
        (
            content_with(SMOKING, value="1", target="2", rating="", direction="improved"),
            "No section, 2 figures, 1 rating and 1 arrow differ between version A and version B.",
        ),
        (
            content_with(SMOKING, commentary="Other words."),
            "No section, no figure, no rating and no arrow differ between version A and version B. "
            "So does 1 other entry: commentary, periods, sources and the like.",
        ),
        (
            content_with(SMOKING, commentary="Other words.", period="2022", value="1"),
            "No section, 1 figure, no rating and no arrow differ between version A and version B. "
            "So do 2 other entries: commentary, periods, sources and the like.",
        ),
        (
            a_content(methods="2"),
            "No text and no figure differs between version A and version B. What differs is the "
            "methods by which ranks and counts were made.",
        ),
        (
            {**content_with(INTRODUCTION, body="Anew."), "comparison": {"files": "0"}},
            "1 section, no figure, no rating and no arrow differ between version A and version B. "
            "The funding and ranks of councils that were frozen with them differ too.",
        ),
    ],
)
def test_how_much_differs_is_said_in_a_sentence(new, sentence):
    assert difference_summary(compare(BASE, new), "A", "B") == sentence


UP, DOWN, SAME, NOT_TOLD = (
    Direction.IMPROVED,
    Direction.WORSENED,
    Direction.NO_CHANGE,
    Direction.UNDETERMINED,
)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            {UP: 2, DOWN: 1},
            {UP: 2, DOWN: 1},
            "The counts of arrows over 3 indicators stayed: improved 2, worsened 1, no real change "
            "0 and cannot be told 0.",
        ),
        (
            {UP: 2, DOWN: 1},
            {UP: 1, DOWN: 2},
            "The counts of arrows over 3 indicators moved: improved from 2 to 1 and worsened from "
            "1 to 2; no real change 0 and cannot be told 0 stayed.",
        ),
        (
            {UP: 1, DOWN: 1, SAME: 1, NOT_TOLD: 1},
            {UP: 2, DOWN: 2, SAME: 2, NOT_TOLD: 2},
            "The counts of arrows over 4 indicators then and 8 after moved: improved from 1 to 2, "
            "worsened from 1 to 2, no real change from 1 to 2 and cannot be told from 1 to 2.",
        ),
    ],
)
def test_how_the_counts_moved_is_said_in_a_sentence(before, after, sentence):
    assert count_changes(some_counts(before), some_counts(after)) == sentence


@pytest.mark.parametrize(
    ("group", "title"),
    [
        (ChangeGroup(Document.DELIVERY_REPORT, "", ()), "Annual Delivery Report"),
        (ChangeGroup(Document.COMPENDIUM, "", ()), "Performance Compendium"),
        (ChangeGroup(Document.CABINET_REPORT, "", ()), "Report to the Cabinet"),
        (ChangeGroup(None, "Transport", ()), "Transport dashboard"),
        (ChangeGroup(None, "", ()), "The edition"),
    ],
)
def test_each_group_of_differences_has_a_heading(group, title):
    assert group_title(group) == title


def test_what_is_new_or_gone_is_said_and_what_stayed_is_not():
    assert became(ChangedPlace("section:a", "A", (), is_new=True)) == "New"
    assert became(ChangedPlace("section:a", "A", (), is_gone=True)) == "Taken out"
    assert became(ChangedPlace("section:a", "A", ())) == ""


@pytest.mark.parametrize(
    ("place", "id"), [("section:climate-action", "section-climate-action"), ("edition", "edition")]
)
def test_a_place_has_an_id_on_the_page(place, id):
    assert anchor(place) == id


def test_the_funding_of_the_council_is_a_sentence():
    frozen = frozen_comparison(BASE, "E10000018")
    assert funding_sentence(Council(), frozen) == (
        "In 2021/22 Leicestershire County Council had £760.92 of core spending power for each "
        "resident (residents of mid-2019): 2nd of 2 areas, 1st having the most."
    )
    assert [theme_rank(rank) for rank in frozen.themes] == ["1st of 2", "not ranked"]
    assert ranked_among(frozen) == "county councils as of 1 April 2021"


def test_a_council_without_a_rate_is_said_to_have_no_rank():
    sentence = funding_sentence(Council(name="Elsewhere"), frozen_comparison(BASE, "E99999999"))
    assert sentence == "Elsewhere is not ranked by core spending power in 2021/22."
