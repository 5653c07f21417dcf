"""The worked examples of the methods page."""

import pytest

from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import theme_ranks
from domain.comparison.worked_examples import average_example, rank_example
from tests.builders.councils import some_benchmarks

TEN = tuple("ABCDEFGHIJ")
PLAIN = {code: 100.0 - place for place, code in enumerate(TEN)}
TELLING = {**PLAIN, "B": PLAIN["A"]}
del TELLING["E"]


def test_the_rank_example_shows_a_tie_a_missing_member_and_ours_further_down():
    held = some_benchmarks({"a-plain": PLAIN, "b-telling": TELLING, "c-telling": TELLING})
    example = rank_example(held, TEN, "J")
    assert example.series.indicator.slug == "b-telling"
    assert list(example.first["rank"])[:3] == [1, 1, 3]
    assert (len(example.first), example.missing, example.position.rank) == (8, ("E",), 9)


def test_where_no_indicator_shows_all_of_that_the_first_is_the_example():
    held = some_benchmarks({"b": PLAIN, "a": PLAIN})
    assert rank_example(held, TEN, "J").series.indicator.slug == "a"


def test_without_an_indicator_that_counts_there_is_no_example():
    with pytest.raises(ValueError, match="there is no indicator that counts"):
        rank_example(some_benchmarks({("a", "1999"): PLAIN}), TEN, "J")


def test_the_average_example_gives_a_council_s_ranks_and_what_they_come_to():
    held = some_benchmarks({"jobs": {"A": 2.0, "B": 1.0}, "pay": {"A": 1.0, "B": 3.0}})
    ranked = theme_ranks(held, held.snapshot(Theme.ECONOMY), ("A", "B"))
    example = average_example(Theme.ECONOMY, ranked, "A")
    assert example.ranks == (("Jobs", 1), ("Pay", 2))
    assert (example.average, example.rank, example.n) == (1.5, 1, 2)
    assert (example.low, example.high) == (1, 2)


@pytest.mark.parametrize("code", ["nobody", "C"])
def test_a_council_without_a_rank_has_no_average_example(code):
    held = some_benchmarks({"jobs": {"A": 2.0, "B": 1.0}, "pay": {"A": 1.0, "C": 3.0}})
    ranked = theme_ranks(held, held.snapshot(Theme.ECONOMY), ("A", "B", "C"))
    assert average_example(Theme.ECONOMY, ranked, code) is None


def test_an_indicator_that_ours_lacks_is_left_out_of_its_average_example():
    series = {slug: {"A": 2.0, "B": 1.0} for slug in ("a", "b", "c")}
    held = some_benchmarks({**series, "d": {"B": 1.0}})
    ranked = theme_ranks(held, held.snapshot(Theme.ECONOMY), ("A", "B"))
    example = average_example(Theme.ECONOMY, ranked, "A")
    assert [name for name, _ in example.ranks] == ["A", "B", "C"]
