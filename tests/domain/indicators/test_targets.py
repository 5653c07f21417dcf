"""Whether a target was met."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.indicators.targets import judge
from domain.indicators.terms import Verdict
from domain.terms import Polarity
from tests.builders import printed

HIGH, LOW, NEITHER = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.NEITHER
figures = st.integers(0, 1000).map(str)


def verdict(target: str, value: str, polarity: Polarity = HIGH, previous: str = "-") -> Verdict:
    return judge(printed(target), printed(value), printed(previous), polarity).verdict


def reason(target: str, value: str, polarity: Polarity = HIGH, previous: str = "-") -> str:
    return judge(printed(target), printed(value), printed(previous), polarity).why


@pytest.mark.parametrize(
    ("target", "value", "polarity", "expected"),
    [
        ("55", "55", HIGH, Verdict.MET),
        ("55", "54.9", HIGH, Verdict.MISSED),
        ("55", "55", LOW, Verdict.MET),
        ("55", "55.1", LOW, Verdict.MISSED),
        ("£1.5m", "£1,500k", HIGH, Verdict.MET),
        ("<538.0", "538.0", LOW, Verdict.MISSED),
        ("<538.0", "537.9", LOW, Verdict.MET),
        ("<538.0", "537.9", NEITHER, Verdict.MET),
        (">10", "10", HIGH, Verdict.MISSED),
        ("≥10", "10", HIGH, Verdict.MET),
        ("≤10", "10", LOW, Verdict.MET),
        ("≤10", "10.1", LOW, Verdict.MISSED),
        ("2-4%", "4%", LOW, Verdict.MET),
        ("2-4%", "1%", LOW, Verdict.MET),
        ("2-4%", "4.1%", LOW, Verdict.MISSED),
        ("28%-40%", "28%", HIGH, Verdict.MET),
        ("28%-40%", "41%", HIGH, Verdict.MET),
        ("28%-40%", "27.9%", HIGH, Verdict.MISSED),
        ("28%-40%", "41%", NEITHER, Verdict.MISSED),
        ("28%-40%", "40%", NEITHER, Verdict.MET),
        ("28%-40%", "27%", NEITHER, Verdict.MISSED),
    ],
)
def test_a_target_is_judged_by_the_printed_numbers(target, value, polarity, expected):
    assert verdict(target, value, polarity) is expected


@pytest.mark.parametrize("target", ["", "-", "N/A", "N/a"])
def test_without_a_target_there_is_nothing_to_judge(target):
    assert verdict(target, "5") is Verdict.NO_TARGET
    assert reason(target, "5") == "No target is set."


@pytest.mark.parametrize("value", ["-", "MTFS", "<5", "2-4%"])
def test_a_target_is_not_judged_without_a_plain_figure(value):
    assert verdict("5", value) is Verdict.NOT_JUDGED
    assert "no figure to compare" in reason("5", value)


def test_a_number_is_not_judged_where_no_direction_is_good():
    assert verdict("5", "6", NEITHER) is Verdict.NOT_JUDGED
    assert "No direction is stated as good" in reason("5", "6", NEITHER)


@pytest.mark.parametrize("words", ["MTFS", "Fair Funding"])
def test_other_words_are_never_judged(words):
    assert verdict(words, "5", previous="4") is Verdict.NOT_JUDGED
    assert f"“{words}”" in reason(words, "5")


@pytest.mark.parametrize(
    ("words", "value", "previous", "expected"),
    [
        ("Year on year decrease", "4", "5", Verdict.MET),
        ("Year on year decrease", "5", "5", Verdict.MISSED),
        ("Year on year decrease", "6", "5", Verdict.MISSED),
        ("year on year increase", "6", "5", Verdict.MET),
        ("Year On Year Increase", "5", "5", Verdict.MISSED),
        ("Year on year increase", "4", "5", Verdict.MISSED),
        ("Year on year increase", "4", "N/A", Verdict.NOT_JUDGED),
    ],
)
def test_year_on_year_is_judged_against_the_figure_before(words, value, previous, expected):
    assert verdict(words, value, previous=previous) is expected


def test_a_verdict_says_what_was_asked_for():
    assert reason("55.0%", "60%") == "It asks for at least 55.0%."
    assert reason("55.0%", "60%", LOW) == "It asks for at most 55.0%."
    assert reason("<4.1", "4") == "It asks for below 4.1."
    assert reason("2-4%", "3%", LOW) == "The band asks for at most 4%."
    assert reason("2-4%", "3%", HIGH) == "The band asks for at least 2%."
    assert reason("2-4%", "3%", NEITHER) == "The band runs from 2% to 4%."
    assert reason("Year on year decrease", "3", previous="4").endswith("compares it with 4.")


@given(figures, figures)
def test_a_limit_and_its_opposite_are_never_both_met(target, value):
    below, at_least = verdict(f"<{target}", value), verdict(f"≥{target}", value)
    assert {below, at_least} == {Verdict.MET, Verdict.MISSED}


@given(figures, figures)
def test_a_polarity_turned_round_turns_the_verdict_except_on_the_target(target, value):
    verdicts = {verdict(target, value, HIGH), verdict(target, value, LOW)}
    on_target = Decimal(target) == Decimal(value)
    assert verdicts == ({Verdict.MET} if on_target else {Verdict.MET, Verdict.MISSED})


@given(figures, figures, st.integers(0, 500))
def test_a_better_figure_never_loses_a_target_that_was_met(target, value, more):
    assume(verdict(target, value) is Verdict.MET)
    assert verdict(target, str(int(value) + more)) is Verdict.MET


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_what_is_inside_a_band_meets_it_whatever_is_good(low, width, share):
    band, value = f"{low}-{low + width}%", f"{low + width * share / 100:.4f}"
    assert {verdict(band, value, polarity) for polarity in Polarity} == {Verdict.MET}


@given(st.text(), st.text(), st.text(), st.sampled_from(Polarity))
def test_any_cells_can_be_judged(target, value, previous, polarity):
    assert reason(target, value, polarity, previous)
