"""Whether a target was met.

A target is a number (read by polarity: at least, or at most), a limit ("<538.0"), a band
("28%-40%"), or words. "Year on year decrease" and "increase" are judged against the figure
before; other words ("MTFS", "Fair Funding") are never judged.
"""

from dataclasses import dataclass
from decimal import Decimal

from domain.indicators.notation import Amount, Bound, Printed
from domain.indicators.terms import Verdict
from domain.terms import Polarity

YEAR_ON_YEAR = {"year on year decrease": -1, "year on year increase": 1}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a target, and the reason in words."""

    verdict: Verdict
    why: str


def judge(target: Printed, value: Printed, previous: Printed, polarity: Polarity) -> Judgement:
    """Compare a value with its target, by the printed numbers.

    A band is met, for an indicator with a polarity, at its lenient end or better: 3% against
    "4-6%" is met where low is good. Without a polarity only limits and bands can be judged.
    """
    if target.absent:
        return Judgement(Verdict.NO_TARGET, "No target is set.")
    if value.amount is None:
        return Judgement(Verdict.NOT_JUDGED, "There is no figure to compare with the target.")
    number = value.amount.number
    if target.low is None:
        return _judge_words(target.text, number, previous)
    if target.high is not None:
        return _judge_band(target.low, target.high, number, polarity)
    return _judge_number(target.low, target.bound, number, polarity)


def _judge_words(words: str, number: Decimal, previous: Printed) -> Judgement:
    wanted = YEAR_ON_YEAR.get(words.strip().lower())
    if wanted is None:
        return Judgement(Verdict.NOT_JUDGED, f"The target is words (“{words}”), not a number.")
    if previous.amount is None:
        return Judgement(Verdict.NOT_JUDGED, "There is no figure before to compare with.")
    change = (number - previous.amount.number) * wanted
    return _verdict(met=change > 0, test=f"“{words}” compares it with {previous.amount}.")


def _judge_band(low: Amount, high: Amount, number: Decimal, polarity: Polarity) -> Judgement:
    if polarity is Polarity.LOWER_IS_BETTER:
        return _verdict(met=number <= high.number, test=f"The band asks for at most {high}.")
    if polarity is Polarity.HIGHER_IS_BETTER:
        return _verdict(met=number >= low.number, test=f"The band asks for at least {low}.")
    inside = low.number <= number <= high.number
    return _verdict(met=inside, test=f"The band runs from {low} to {high}.")


_LIMITS = {
    Bound.BELOW: (Decimal.__lt__, "below"),
    Bound.ABOVE: (Decimal.__gt__, "above"),
    Bound.AT_MOST: (Decimal.__le__, "at most"),
    Bound.AT_LEAST: (Decimal.__ge__, "at least"),
}
_BY_POLARITY = {
    Polarity.LOWER_IS_BETTER: Bound.AT_MOST,
    Polarity.HIGHER_IS_BETTER: Bound.AT_LEAST,
}


def _judge_number(limit: Amount, bound: Bound, number: Decimal, polarity: Polarity) -> Judgement:
    bound = bound or _BY_POLARITY.get(polarity, Bound.NONE)
    if not bound:
        return Judgement(
            Verdict.NOT_JUDGED, "No direction is stated as good, so the target cannot be judged."
        )
    compare, words = _LIMITS[bound]
    return _verdict(met=bool(compare(number, limit.number)), test=f"It asks for {words} {limit}.")


def _verdict(*, met: bool, test: str) -> Judgement:
    return Judgement(Verdict.MET if met else Verdict.MISSED, test)
