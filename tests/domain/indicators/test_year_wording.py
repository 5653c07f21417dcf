"""The counts of each year's papers in plain English."""

import pytest

from domain.indicators import year_wording
from tests.builders import a_year_count


@pytest.mark.parametrize(
    ("document", "label"),
    [
        ("Performance Compendium 2022", "2022, Compendium"),
        ("Report of the Cabinet to County Council, Dec 2022", "2022, Council report"),
        ("Report of the Chief Executive to Cabinet", "2022, Cabinet report"),
    ],
)
def test_counts_of_a_year_are_labelled_with_the_paper_they_stand_in(document, label):
    assert year_wording.edition_label(a_year_count(document=document)) == label


def test_the_latest_share_that_improved_is_told_against_the_first():
    years = [
        a_year_count(data_year="2017/18", improved=76, no_change=36, worsened=59),
        a_year_count(data_year="2021/22", improved=91, no_change=38, worsened=73),
    ]
    assert year_wording.year_finding(years) == (
        "45% of measures with a direction improved in 2021/22, against 44% in 2017/18"
    )


def test_a_year_whose_paper_states_no_counts_is_no_fault():
    silent = a_year_count(improved=None, no_change=None, worsened=None)
    assert year_wording.year_finding([silent]).startswith("0% of measures")


def test_what_is_particular_to_papers_is_told_once_with_their_names():
    first = a_year_count(document="Performance Compendium 2022", note="excludes schools; is long")
    other = a_year_count(document="Cabinet report, 25 Nov 2022", note="is long")
    silent = a_year_count(note="")
    assert year_wording.year_notes([first, other, silent]) == [
        "2022 Compendium: excludes schools.",
        "2022 Compendium and 2022 Cabinet report: is long.",
    ]
