"""One row of a theme dashboard, with the values computed from it."""

from dataclasses import dataclass
from functools import cached_property

from domain.indicators import direction_of_travel, targets
from domain.indicators.direction_of_travel import Rule, RuleDecision, ValueChange
from domain.indicators.notation import Printed, PrintedQuartile
from domain.indicators.targets import Judgement
from domain.indicators.terms import Direction, Method, Rating
from domain.terms import Polarity


@dataclass(frozen=True)
class Dashboard:
    """One theme dashboard: its address, name, outcome and comparator group."""

    slug: str
    name: str
    outcome: str
    comparator: str
    comparator_note: str
    has_targets: bool
    counted_in_headline: bool


@dataclass(frozen=True)
class Indicator:
    """One indicator in one edition, as published.

    ``period`` and ``previous_period`` are the real periods; where the edition states none,
    ``period`` is the column's year and ``previous_period`` is empty, which means unknown.
    """

    number: int
    slug: str
    name: str
    dashboard: Dashboard
    section: str
    strategic_plan: bool
    polarity: Polarity
    value: Printed
    previous: Printed
    target: Printed
    quartile: PrintedQuartile
    direction: Direction
    rating: Rating | None
    period: str
    previous_period: str
    source: str
    commentary: str
    rule: Rule

    @cached_property
    def change(self) -> ValueChange | None:
        """Return the change from the figure before, when both are numbers in one unit."""
        return direction_of_travel.change_between(self.value, self.previous)

    @cached_property
    def judged(self) -> Judgement:
        """Return whether the target was met, and why."""
        return targets.judge(self.target, self.value, self.previous, self.polarity)

    @cached_property
    def decision(self) -> RuleDecision:
        """Return the direction of travel by the declared rule."""
        return direction_of_travel.decide(self.rule, self.value, self.previous, self.polarity)

    @property
    def rule_differs(self) -> bool:
        """Return whether the declared rule disagrees with the published arrow."""
        return self.decision.direction is not self.direction

    @property
    def better_by(self) -> float | None:
        """Return the per cent change with better as positive.

        None where it cannot be computed: no direction is stated as good, a figure is not a number, or
        the rule says that the two figures may not be compared.
        """
        if self.change is None or self.direction is Direction.UNDETERMINED:
            return None
        if self.rule.method is Method.NOT_COMPARABLE:
            return None
        return self.change.better_by(self.polarity)

    @property
    def comparator(self) -> str:
        """Return the comparator group of this row: its own where the cell names one."""
        return _SCOPES.get(self.quartile.scope, self.dashboard.comparator)


_SCOPES = {"Eng": "all English upper-tier authorities", "Cties": "county councils"}
