"""Counts carry their scope and their base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotFound
from domain.indicators.counting import choose, count, count_by_dashboard, scope_in_words
from domain.indicators.terms import Direction, Quartile, Verdict
from tests.builders import a_dashboard, an_indicator, some_counts

TRANSPORT = a_dashboard("Transport")
HOUSING = a_dashboard("Housing")
POLICE = a_dashboard("Police & Crime")
ALL = [TRANSPORT, HOUSING, POLICE]

indicators = st.lists(
    st.builds(
        an_indicator,
        dashboard=st.sampled_from(ALL),
        direction=st.sampled_from(Direction),
        quartile=st.sampled_from(["1st", "2nd", "3rd", "4th*", "1st/2nd (2022)", "-"]),
        target=st.sampled_from(["55", "65", "MTFS", "-"]),
    ),
    max_size=30,
)


def test_indicators_are_counted_by_direction_quartile_and_target():
    counts = count(
        [
            an_indicator(),
            an_indicator(direction=Direction.WORSENED, quartile="4th", target="65"),
            an_indicator(
                direction=Direction.UNDETERMINED, quartile="1st/2nd (2022)", target="MTFS"
            ),
            an_indicator(direction=Direction.NO_CHANGE, quartile="-", target="-"),
        ],
        scope="all 17 dashboards",
    )
    assert counts.total == 4
    assert counts.with_direction == 3
    assert counts.with_quartile == 2
    assert counts.judged == 2
    assert counts.as_json() == {
        "total": 4,
        "improved": 1,
        "no_change": 1,
        "worsened": 1,
        "undetermined": 1,
        "quartiles": {"1": 1, "2": 0, "3": 0, "4": 1, "1-2": 1},
        "targets": {"met": 1, "missed": 1, "not_judged": 1},
        "scope": "all 17 dashboards",
    }


@given(indicators)
def test_directions_and_targets_sum_to_the_total(rows):
    counts = count(rows, scope="these")
    assert sum(counts.directions.values()) == counts.total == len(rows)
    assert sum(counts.targets.values()) == counts.total
    assert sum(counts.quartiles.values()) <= counts.total


@given(indicators)
def test_counts_of_the_dashboards_sum_to_the_count_of_all(rows):
    whole = count(rows, scope="all")
    parts = count_by_dashboard(rows, ALL)
    for direction in Direction:
        counts = [part.directions[direction] for part in parts.values()]
        assert sum(counts) == whole.directions[direction]


def test_nothing_counts_as_nothing():
    counts = count([], scope="none")
    assert (counts.total, counts.with_direction, counts.with_quartile, counts.judged) == (0,) * 4


def test_dashboards_are_counted_in_the_order_given_each_with_its_name():
    parts = count_by_dashboard([an_indicator(dashboard=HOUSING)], [POLICE, HOUSING])
    assert list(parts) == ["police-crime", "housing"]
    assert [(part.total, part.scope) for part in parts.values()] == [
        (0, "Police & Crime"),
        (1, "Housing"),
    ]


def test_a_survey_s_better_than_england_is_not_a_quartile():
    assert some_counts(quartiles={Quartile.SURVEY_BETTER: 5, Quartile.FIRST: 2}).with_quartile == 2


def test_targets_that_cannot_be_judged_are_not_in_the_base():
    targets = {Verdict.MET: 3, Verdict.MISSED: 2, Verdict.NOT_JUDGED: 9, Verdict.NO_TARGET: 9}
    assert some_counts(targets=targets).judged == 5


@pytest.mark.parametrize("name", ["Police & Crime", "police-crime", " POLICE & CRIME "])
def test_a_dashboard_is_chosen_by_name_or_address(name):
    assert choose(ALL, only=[name]) == [POLICE]
    assert choose(ALL, without=[name]) == [TRANSPORT, HOUSING]


def test_without_a_choice_every_dashboard_is_chosen():
    assert choose(ALL) == ALL


def test_a_dashboard_may_be_chosen_and_left_out_again():
    assert choose(ALL, only=["housing", "transport"], without=["housing"]) == [TRANSPORT]


@pytest.mark.parametrize("asked", [{"only": ["Waste"]}, {"without": ["housing", "Waste"]}])
def test_an_unknown_dashboard_is_refused_with_the_names_there_are(asked):
    with pytest.raises(NotFound) as refusal:
        choose(ALL, **asked)
    assert str(refusal.value) == (
        "There is no dashboard called “Waste”. There are: Transport, Housing, Police & Crime."
    )


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (ALL, "all 3 dashboards"),
        ([TRANSPORT, HOUSING], "2 of 3 dashboards: all but Police & Crime"),
        ([POLICE], "1 of 3 dashboards: Police & Crime"),
        ([], "0 of 3 dashboards: none"),
    ],
)
def test_a_count_says_which_dashboards_are_in_it(chosen, words):
    assert scope_in_words(chosen, ALL) == words


def test_several_dashboards_left_out_are_all_named():
    more = [*ALL, a_dashboard("Health"), a_dashboard("Waste")]
    assert scope_in_words(more[:3], more) == "3 of 5 dashboards: all but Health; Waste"


@given(
    st.lists(st.sampled_from([d.slug for d in ALL])),
    st.lists(st.sampled_from([d.name for d in ALL])),
)
def test_what_is_chosen_is_what_was_asked_for_less_what_was_left_out(only, without):
    chosen = choose(ALL, only=only, without=without)
    assert [d for d in ALL if d in chosen] == chosen
    assert not any(d.name in without for d in chosen)
    assert all(d.slug in only for d in chosen if only)
