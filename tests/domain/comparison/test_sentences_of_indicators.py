"""The sentences of one benchmark indicator: its figure, its rank, and the way out of its quartile."""

import pytest

from domain.comparison import benchmark_wording as on_indicators
from domain.comparison.terms import Theme
from domain.terms import Polarity
from tests.builders.councils import a_group
from tests.builders.positions import a_position, a_series, on_indicator, without_figure

GROUP = a_group("county-councils", *"ABCD")
LOWER, NEITHER = Polarity.LOWER_IS_BETTER, Polarity.NEITHER


def test_a_position_is_its_quartile_and_its_rank_with_n():
    assert (
        on_indicators.position(a_position(rank=21, quartile=3, n=31)) == "3rd quartile, 21st of 31"
    )
    assert on_indicators.position(a_position(rank=None, quartile=None)) == "no position"


@pytest.mark.parametrize(
    ("unit", "polarity", "value", "cut", "sentence"),
    [
        ("%", Polarity.HIGHER_IS_BETTER, 5.0, 10.25, "10.25% or more (5.25 points more)"),
        ("%", LOWER, 12.0, 10.0, "10% or less (2 points less)"),
        ("£", LOWER, -1.0, -3.5, "−£3.5 or less (£2.5 less)"),
        ("per 1,000", Polarity.HIGHER_IS_BETTER, 1000.0, 2500.0, "2,500 or more (1,500 more)"),
    ],
)  # fmt: skip
def test_what_it_would_take_to_leave_the_lowest_quartile_is_told(
    unit, polarity, value, cut, sentence
):
    series = a_series(unit=unit, polarity=polarity)
    assert on_indicators.to_leave(a_position(series, value=value, cut=cut)) == sentence


def test_where_there_is_no_way_out_of_the_quartile_the_reason_is_told():
    assert on_indicators.to_leave(a_position(cut=None)) == "too few councils have a figure"


def test_a_theme_s_list_is_told_by_how_many_stand_best_and_lowest():
    rows = [
        on_indicator(quartile=1),
        on_indicator(quartile=4),
        on_indicator(quartile=4),
        without_figure(),
    ]
    assert on_indicators.list_in_words("Kent", Theme.ECONOMY, rows) == (
        "Economy: 4 indicators, on 3 of which Kent has a position: 1 in the 1st, best quartile, 2 "
        "in the 4th."
    )
    assert on_indicators.list_in_words("Kent", Theme.ECONOMY, rows[3:]) == (
        "Economy: 1 indicator. Kent has a position on none of them among this group."
    )
    assert on_indicators.list_in_words("Kent", Theme.OVERALL, rows[:1]).startswith(
        "Counted in the overall rank alone: 1 indicator, on 1 of which"
    )


@pytest.mark.parametrize(
    ("position", "sentence"),
    [
        (
            on_indicator(quartile=1, rank=1),
            "Kent: 12.5% in 2020/21, England 11%. It is 1st of 4 county councils: 1st quartile, "
            "the best.",
        ),
        (
            on_indicator(england=None),
            "Kent: 12.5% in 2020/21. It is 2nd of 4 county councils: 2nd quartile.",
        ),
        (
            on_indicator(quartile=4, rank=4),
            "Kent: 12.5% in 2020/21, England 11%. It is 4th of 4 county councils: 4th quartile, "
            "the lowest.",
        ),
        (
            on_indicator(a_series(polarity=NEITHER), rank=None, quartile=None),
            "Kent: 12.5% in 2020/21, England 11%. It has no rank: no direction is stated as good.",
        ),
        (
            on_indicator(rank=None, quartile=None),
            "Kent: 12.5% in 2020/21, England 11%. It has no rank: it is not a member of the group.",
        ),
        (without_figure(), "No figure of Kent is published in 2020/21."),
    ],
)
def test_an_indicator_opens_with_its_figure_and_its_rank_or_the_reason_for_none(position, sentence):
    assert on_indicators.benchmark_in_words("Kent", GROUP, position) == sentence


def test_the_strip_is_told_from_the_best_to_the_middle():
    assert on_indicators.strip_finding(on_indicator(), "Surrey") == (
        "From 15% in Surrey, the best, the group's median is 11.25%"
    )
    for nobody_best in (on_indicator(best=None), on_indicator(median=None)):
        sentence = on_indicators.strip_finding(nobody_best, "Surrey")
        assert sentence == "4 councils of the group have a figure"
    assert (
        on_indicators.strip_finding(on_indicator(), "") == "4 councils of the group have a figure"
    )


def test_figures_over_time_are_told_by_the_last_and_the_first_there_are():
    old, new = a_series(period="2018/19"), a_series(period="2020/21")
    assert (
        on_indicators.value_finding("Kent", [without_figure(old)])
        == "No figure of Kent is published"
    )
    history = [on_indicator(old, value=-1.5), on_indicator(new), without_figure()]
    assert (
        on_indicators.value_finding("Kent", history) == "Kent: 12.5% in 2020/21, −1.5% in 2018/19"
    )
    assert on_indicators.value_finding("Kent", history[1:]) == "Kent: 12.5% in 2020/21"


def test_ranks_over_time_are_told_by_the_last_and_the_first_there_are():
    old, new = a_series(period="2018/19"), a_series(period="2020/21")
    history = [without_figure(), on_indicator(old, rank=11, n=30), on_indicator(new)]
    assert on_indicators.ranks_finding(history) == "2nd of 4 in 2020/21, 11th of 30 in 2018/19"


def test_the_heat_map_is_told_by_how_many_stand_in_each_quartile():
    sentence = on_indicators.heat_in_words("Kent", Theme.ECONOMY, [1, 1, 2, 4, None], 5)
    assert sentence == (
        "Of 5 indicators of Economy, Kent has 2 in the 1st, 1 in the 2nd, 0 in the 3rd and 1 in "
        "the 4th quartile."
    )
    assert on_indicators.heat_in_words("Kent", Theme.ECONOMY, [], 5) == (
        "Kent has no position in Economy among this group."
    )


@pytest.mark.parametrize(
    ("changes", "missing", "sentence"),
    [
        (
            {},
            "Without a figure: Kent.",
            "Each mark is one council's figure of 2020/21 (per cent). Better values stand to the "
            "right. The dotted lines end the quartiles of the group, named on top from 1st, the "
            "best. Full marks are the group, open ones other councils. County councils (n = 4). "
            "Without a figure: Kent.",
        ),
        (
            {"polarity": NEITHER, "unit": ""},
            "",
            "Each mark is one council's figure of 2020/21. Full marks are the group, open ones "
            "other councils. County councils (n = 4). ",
        ),
    ],
)
def test_how_to_read_the_strip_speaks_of_quartiles_where_there_are_any(changes, missing, sentence):
    position = on_indicator(a_series(**changes))
    assert on_indicators.how_to_read_strip(position, GROUP, missing) == sentence


@pytest.mark.parametrize("said", [True, False])
def test_where_england_s_figure_is_not_drawn_that_is_said(said):
    position = on_indicator(a_series(), england=3071.0, england_apart=said)
    sentence = on_indicators.how_to_read_strip(position, GROUP, "")
    assert ("lies outside those of all councils and is not drawn" in sentence) is said
