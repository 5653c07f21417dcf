"""The sentences that open the pages of compared councils, and the headings of their charts."""

from types import SimpleNamespace

import pytest

from domain.comparison import benchmark_wording as on_indicators
from domain.comparison import rank_wording as on_ranks
from domain.comparison.quadrants import Across, Quadrant
from domain.comparison.terms import Theme
from tests.builders.councils import a_group
from tests.builders.positions import a_series, a_theme_position, in_year, not_ranked

GROUP = a_group("county-councils", *"ABCD")
SPEND, DEPRIVED = Across.REVENUE, Across.DEPRIVATION


def a_point(quadrant: str = "high-right", **changes) -> SimpleNamespace:
    ranks = {"performance_rank": 3, "low": 2, "high": 7, "across_rank": 21}
    return SimpleNamespace(**{**ranks, **changes}, quadrant=quadrant)


def test_a_rank_is_told_with_how_sure_it_is_or_why_there_is_none():
    assert (
        on_ranks.rank_in_words(a_theme_position()) == "3rd of 31; 9 times in 10 between 2nd and 7th"
    )
    sentence = on_ranks.rank_in_words(not_ranked(used=4))
    assert sentence == "Not ranked: it has figures for 4 of 10 indicators."


@pytest.mark.parametrize(
    ("position", "sentence"),
    [
        (
            a_theme_position(),
            "Over 10 indicators of 2020/21 or the years nearest to it, Kent is 3rd of the 31 county "
            "councils that can be ranked; 9 times in 10 between 2nd and 7th.",
        ),
        (
            not_ranked(used=4),
            "Kent is not ranked overall among county councils: it has figures for 4 of the 10.",
        ),
        (
            not_ranked(used=0),
            "Kent is not ranked overall among county councils: it is not a member of this group.",
        ),
    ],
)
def test_the_overall_rank_opens_the_page_or_the_reason_why_there_is_none(position, sentence):
    assert on_ranks.overall_rank_in_words("Kent", GROUP, position) == sentence


def test_the_strongest_and_the_weakest_theme_are_told_by_their_share_of_those_ranked():
    every = [
        a_theme_position(Theme.OVERALL, rank=1),
        a_theme_position(Theme.ECONOMY, rank=4, n=10),
        a_theme_position(Theme.TRANSPORT, rank=5, n=20),
        a_theme_position(Theme.ENVIRONMENT, rank=7, n=30),
        not_ranked(Theme.HEALTH_CHILD),
    ]
    assert on_ranks.theme_finding("Kent", every) == (
        "Strongest in Environment & Waste (7th of 30), weakest in Economy (4th of 10)"
    )


def test_one_theme_alone_is_neither_strongest_nor_weakest():
    sentence = on_ranks.theme_finding("Kent", [a_theme_position(), a_theme_position(Theme.ECONOMY)])
    assert sentence == "Kent is 3rd of 31 in Economy"


def test_a_council_ranked_in_no_theme_is_told_so():
    sentence = on_ranks.theme_finding("Kent", [a_theme_position(), not_ranked(Theme.ECONOMY)])
    assert sentence == "Kent is ranked in none of the themes"


def test_a_rank_over_the_years_is_told_by_its_last_and_its_first():
    years = [in_year(2018, rank=None), in_year(2019, rank=1, n=30), in_year(2021)]
    sentence = on_ranks.history_finding("Economy", years)
    assert sentence == "Economy: 3rd of 31 on figures to 2021, 1st of 30 on those to 2019"
    assert on_ranks.history_finding("Economy", years[-1:]) == (
        "Economy: 3rd of 31 on figures to 2021"
    )


ONE_MOVES = {"lowest_without": 2, "highest_without": 4, "tipping": (a_series("waste"), 4)}
ALL_MOVE = {"lowest_without": 4, "highest_without": 4, "tipping": (a_series("waste"), 4)}
NO_RANK_LEFT = {"lowest_without": None, "highest_without": None}


@pytest.mark.parametrize(
    ("changes", "brief", "sentence"),
    [
        ({}, "no change", "Whichever one indicator is left out, Kent stays 3rd."),
        (
            ONE_MOVES,
            "2nd to 4th; furthest without Waste: 4th",
            "With any one indicator left out Kent is between 2nd and 4th. The one that moves it "
            "furthest is “Waste”: without it the rank is 4th.",
        ),
        (
            ALL_MOVE,
            "4th; furthest without Waste: 4th",
            "With any one indicator left out Kent is 4th. The one that moves it furthest is "
            "“Waste”: without it the rank is 4th.",
        ),
        (NO_RANK_LEFT, "no rank without its one indicator", ""),
    ],
)
def test_what_leaving_out_one_indicator_does_is_told(changes, brief, sentence):
    position = a_theme_position(**changes)
    assert on_ranks.left_out(position) == brief
    assert on_ranks.without_one_in_words("Kent", position) == sentence


def test_where_there_is_no_rank_nothing_is_said_of_leaving_out_an_indicator():
    assert on_ranks.without_one_in_words("Kent", not_ranked()) == ""


def test_a_quadrant_is_told_in_words_with_both_ranks():
    assert on_ranks.quadrant_in_words("Kent", Theme.OVERALL, a_point(), 31, SPEND) == (
        "Kent stands among those of high performance, low spend over all indicators: 3rd of 31 in "
        "performance (9 times in 10 between 2nd and 7th) and 21st of 31 by spending, the highest "
        "first."
    )
    assert on_ranks.quadrant_in_words(
        "Kent", Theme.ECONOMY, a_point("low-left", low=3, high=3), 31, DEPRIVED
    ) == (
        "Kent stands among those of low performance, more deprived in Economy: 3rd of 31 in "
        "performance (9 times in 10 it is 3rd) and 21st of 31 by deprivation, the most deprived first."
    )


@pytest.mark.parametrize("point", [None, a_point("")])
def test_a_council_that_is_not_drawn_is_told_so(point):
    sentence = on_ranks.quadrant_in_words("Kent", Theme.ECONOMY, point, 31, SPEND)
    assert sentence == "Kent is not on this chart: it is not in the group, or lacks the figures."


def test_the_chart_s_heading_counts_the_quadrant_that_a_reader_looks_for():
    points = [a_point(), a_point("high-left"), a_point("high-left")]
    assert on_ranks.quadrant_finding(Theme.ECONOMY, SPEND, points) == (
        "Economy: 1 of 3 councils stands at high performance, low spend"
    )
    assert on_ranks.quadrant_finding(Theme.ECONOMY, DEPRIVED, points) == (
        "Economy: 2 of 3 councils stand at high performance, more deprived"
    )


def test_a_point_says_its_council_and_both_ranks():
    assert on_ranks.point_in_words("Kent", 1, 22, SPEND) == (
        "Kent: 1st in performance, 22nd by spending"
    )
    assert on_ranks.point_in_words("Kent", 11, 3, DEPRIVED) == (
        "Kent: 11th in performance, 3rd by deprivation"
    )


def test_what_is_across_is_printed_and_explained_in_its_own_unit():
    assert on_ranks.across_figure(SPEND, 1234.5) == "£1,234.50"
    assert on_ranks.across_figure(DEPRIVED, 12.3) == "12.300"
    assert "per head in 2021/22 on highways" in on_ranks.spending_measure("Highways", "2021/22")
    assert "Indices of Deprivation 2019" in on_ranks.deprivation_measure()


def test_those_with_nothing_to_hold_their_rank_against_are_named():
    assert on_ranks.without_across(["Kent"], SPEND) == (
        "Not drawn for want of a return of spending: Kent."
    )
    assert on_ranks.without_across(["Kent", "Surrey"], DEPRIVED) == (
        "Not drawn for want of a score of deprivation of its own: Kent and Surrey."
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            (5, 20, 3, 2),
            "Of 20 indicators on which Kent can be placed, 5 are in the 4th, lowest quartile. 2 of "
            "them were in a better one in the period before; 3 others have left the 4th since then.",
        ),
        (
            (1, 1, 1, 1),
            "Of 1 indicator on which Kent can be placed, 1 is in the 4th, lowest quartile. 1 of "
            "them was in a better one in the period before; 1 other has left the 4th since then.",
        ),
        ((0, 0, 0, 0), "Kent has no position in this group: it is not a member of it."),
    ],
)
def test_the_lists_of_the_lowest_quartile_open_with_their_counts(counts, sentence):
    lowest, placed, improvers, fallen = counts
    assert on_indicators.lowest_in_words("Kent", lowest, placed, improvers, fallen) == sentence


def test_every_quadrant_is_named_by_both_of_its_sides():
    for across in Across:
        for quadrant in Quadrant:
            up, _, side = on_ranks.QUADRANTS[across][quadrant].partition(" performance, ")
            assert quadrant.value.startswith(up)
            right = side in ("low spend", "less deprived")
            assert quadrant.value.endswith("right" if right else "left")
