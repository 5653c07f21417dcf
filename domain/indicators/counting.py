"""Counts of indicators, each computed, with its scope and base."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.errors import NotFound
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.terms import Direction, Quartile, Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """How many indicators improved, are in each quartile and met their target, and in which scope."""

    total: int
    directions: dict[Direction, int]
    quartiles: dict[Quartile, int]
    targets: dict[Verdict, int]
    scope: str

    @property
    def with_direction(self) -> int:
        """Return the base of the published "202 metrics": the indicators with a direction."""
        return self.total - self.directions[Direction.UNDETERMINED]

    @property
    def with_quartile(self) -> int:
        """Return how many have one of the four quartile positions ("1st/2nd" is not one)."""
        return sum(n for q, n in self.quartiles.items() if q is not Quartile.SURVEY_BETTER)

    @property
    def judged(self) -> int:
        """Return how many targets could be judged."""
        return self.targets[Verdict.MET] + self.targets[Verdict.MISSED]

    def as_json(self) -> dict[str, object]:
        """Return the counts as ``python -m app counts --json`` prints them.

        ``not_judged`` counts targets that are set but cannot be judged; indicators without a
        target are in none of the three.
        """
        return {
            "total": self.total,
            **{direction.value: self.directions[direction] for direction in Direction},
            "quartiles": {quartile.value: self.quartiles[quartile] for quartile in Quartile},
            "targets": {
                verdict.value: self.targets[verdict]
                for verdict in (Verdict.MET, Verdict.MISSED, Verdict.NOT_JUDGED)
            },
            "scope": self.scope,
        }


def count(indicators: Iterable[Indicator], *, scope: str) -> Counts:
    """Count indicators by direction (as published), quartile and target."""
    rows = list(indicators)
    directions = Counter(row.direction for row in rows)
    quartiles = Counter(row.quartile.position for row in rows)
    verdicts = Counter(row.judged.verdict for row in rows)
    return Counts(
        total=len(rows),
        directions={direction: directions[direction] for direction in Direction},
        quartiles={quartile: quartiles[quartile] for quartile in Quartile},
        targets={verdict: verdicts[verdict] for verdict in Verdict},
        scope=scope,
    )


def count_by_dashboard(
    indicators: Sequence[Indicator], dashboards: Iterable[Dashboard]
) -> dict[str, Counts]:
    """Count the indicators of each dashboard; the keys are slugs, in the order of the argument."""
    return {
        dashboard.slug: count(
            (row for row in indicators if row.dashboard.slug == dashboard.slug),
            scope=dashboard.name,
        )
        for dashboard in dashboards
    }


def choose(
    dashboards: Sequence[Dashboard], only: Sequence[str] = (), without: Sequence[str] = ()
) -> list[Dashboard]:
    """Return the dashboards chosen by name or slug. Raises an error for any other name."""
    for name in (*only, *without):
        if not any(_named(dashboard, name) for dashboard in dashboards):
            names = ", ".join(dashboard.name for dashboard in dashboards)
            raise NotFound(f"There is no dashboard called “{name}”. There are: {names}.")
    chosen = [d for d in dashboards if not only or any(_named(d, name) for name in only)]
    return [d for d in chosen if not any(_named(d, name) for name in without)]


def scope_in_words(chosen: Sequence[Dashboard], dashboards: Sequence[Dashboard]) -> str:
    """Return a description of the dashboards in a count."""
    left_out = [d.name for d in dashboards if d not in chosen]
    if not left_out:
        return f"all {len(dashboards)} dashboards"
    if len(left_out) <= len(chosen):
        return f"{len(chosen)} of {len(dashboards)} dashboards: all but {_listed(left_out)}"
    return f"{len(chosen)} of {len(dashboards)} dashboards: {_listed([d.name for d in chosen])}"


def _named(dashboard: Dashboard, name: str) -> bool:
    return name.strip().lower() in {dashboard.name.lower(), dashboard.slug}


def _listed(names: Sequence[str]) -> str:
    return "; ".join(names) if names else "none"
