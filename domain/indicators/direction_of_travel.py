"""Direction of travel by a declared rule.

Each indicator's rule names a method and its parameters:

* tolerance: the change counts when it is larger than a stated number of percentage points, or
  a stated per cent of the figure before;
* survey: both figures are shares of about ``sample`` answers; the change counts when a
  two-proportion z test rejects equality at 95% (Altman, Practical Statistics, ch. 10);
* count: both figures are counts of events; the change counts when (a - b)² / (a + b) exceeds
  1.96², the normal form of the conditional test for two Poisson counts (Przyborowski and
  Wilenski, 1940);
* not comparable: the two figures may not be compared, for the stated reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.indicators.notation import Amount, Printed
from domain.indicators.terms import Direction, Method
from domain.terms import Polarity

Z_95 = Decimal("1.96")
LEAST_COUNT = 5
LARGEST_SHOWN_CHANGE = 50
"""The per cent change at the edge of a change chart; larger changes are drawn there, with figures."""
WHOLE = 100


class ToleranceIn(StrEnum):
    """The unit of a tolerance."""

    POINTS = "points"
    PER_CENT = "per cent"
    NOTHING = ""


def in_points(size: Decimal) -> str:
    """Return a size in words: 2.5 percentage points; 1 percentage point."""
    shown = f"{size.normalize():f}"
    return f"{shown} percentage point{'' if shown == '1' else 's'}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One indicator's declared rule. ``reason`` says why two figures are not comparable."""

    method: Method
    tolerance: Decimal = Decimal(0)
    tolerance_in: ToleranceIn = ToleranceIn.NOTHING
    sample: int = 0
    reason: str = ""

    def __str__(self) -> str:
        """Return the rule in one sentence."""
        return _SENTENCE[self.method](self)


_SENTENCE: Mapping[Method, Callable[[Rule], str]] = {
    Method.TOLERANCE: lambda rule: (
        "A change counts when it is more than "
        + (
            f"{in_points(rule.tolerance)}."
            if rule.tolerance_in is ToleranceIn.POINTS
            else f"{rule.tolerance}% of the figure before."
        )
    ),
    Method.SURVEY: lambda rule: (
        f"A change counts when it is larger than chance would explain between two surveys of "
        f"about {rule.sample:,} answers (two-proportion test, 95%)."
    ),
    Method.COUNT: lambda _: (
        "A change counts when it is larger than chance would explain between two counts of "
        "events (95%)."
    ),
    Method.NOT_COMPARABLE: lambda rule: f"The two figures are not compared: {rule.reason}.",
}


@dataclass(frozen=True, slots=True)
class RuleDecision:
    """The direction of one change by a rule, and the reason."""

    direction: Direction
    why: str


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A figure and the one before it, both plain numbers in the same unit."""

    value: Amount
    previous: Amount

    @property
    def difference(self) -> Decimal:
        """Return the figure less the one before."""
        return self.value.number - self.previous.number

    @property
    def per_cent(self) -> float | None:
        """Return the difference as per cent of the figure before; None when that is 0."""
        if not self.previous.number:
            return None
        return float(self.difference / abs(self.previous.number) * 100)

    def better_by(self, polarity: Polarity) -> float | None:
        """Return the per cent change with better as positive; None when it cannot be computed."""
        if self.per_cent is None or not polarity.sign:
            return None
        return self.per_cent * polarity.sign


def change_between(value: Printed, previous: Printed) -> ValueChange | None:
    """Return two printed cells as a change; None when either is not a number or units differ."""
    now, before = value.amount, previous.amount
    if now is None or before is None or now.unit is not before.unit:
        return None
    return ValueChange(now, before)


def decide(rule: Rule, value: Printed, previous: Printed, polarity: Polarity) -> RuleDecision:
    """Apply a rule to a figure and the one before it."""
    change = change_between(value, previous)
    obstacle = _obstacle(rule, change, polarity)
    if change is None or obstacle:
        return RuleDecision(Direction.UNDETERMINED, obstacle)
    counts, why = _TESTS[rule.method](rule, change)
    if not counts:
        return RuleDecision(Direction.NO_CHANGE, why)
    better = (change.difference > 0) == (polarity is Polarity.HIGHER_IS_BETTER)
    return RuleDecision(Direction.IMPROVED if better else Direction.WORSENED, why)


def _obstacle(rule: Rule, change: ValueChange | None, polarity: Polarity) -> str:
    if rule.method is Method.NOT_COMPARABLE:
        return str(rule)
    if change is None:
        return "There are not two figures to compare."
    if polarity is Polarity.NEITHER:
        return "No direction is stated as good."
    if rule.method is Method.SURVEY and not _are_shares(rule, change):
        return "The two figures are not shares of a survey's answers."
    return ""


def _are_shares(rule: Rule, change: ValueChange) -> bool:
    return rule.sample > 0 and all(
        0 <= share.number <= WHOLE for share in (change.value, change.previous)
    )


def _beyond_tolerance(rule: Rule, change: ValueChange) -> tuple[bool, str]:
    size, in_words = abs(change.difference), in_points
    if rule.tolerance_in is ToleranceIn.PER_CENT:
        if not change.previous.number:
            return bool(size), "The figure before was 0, so any change counts."
        size, in_words = size / abs(change.previous.number) * 100, _in_per_cent
    word = "more than" if size > rule.tolerance else "not more than"
    moved = in_words(Decimal(f"{size:.2f}"))
    return size > rule.tolerance, f"It moved by {moved}, {word} {in_words(rule.tolerance)}."


def _in_per_cent(size: Decimal) -> str:
    return f"{size.normalize():f} per cent"


def _beyond_chance_in_survey(rule: Rule, change: ValueChange) -> tuple[bool, str]:
    now, before = change.value.number / 100, change.previous.number / 100
    pooled = (now + before) / 2
    spread = (2 * pooled * (1 - pooled) / rule.sample).sqrt()
    least = Z_95 * spread * 100
    moved = abs(change.difference)
    word = "more than" if moved > least else "not more than"
    return moved > least, (
        f"It moved by {in_points(moved)}, {word} the {least:.1f} that chance can explain with "
        f"{rule.sample:,} answers."
    )


def _beyond_chance_in_counts(rule: Rule, change: ValueChange) -> tuple[bool, str]:
    del rule
    now, before = change.value.number, change.previous.number
    if now + before < LEAST_COUNT:
        return False, "The two counts are too small for a change to be told from chance."
    least = Z_95 * (now + before).sqrt()
    moved = abs(change.difference)
    word = "more than" if moved > least else "not more than"
    return moved > least, (
        f"It moved by {moved.normalize():f}, {word} the {least:.0f} that chance can explain "
        "between counts of this size."
    )


_TESTS = {
    Method.TOLERANCE: _beyond_tolerance,
    Method.SURVEY: _beyond_chance_in_survey,
    Method.COUNT: _beyond_chance_in_counts,
}
