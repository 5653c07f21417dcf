"""Counts of indicators. A count is computed, never typed, and carries its scope and base."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.errors import NotFound
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.terms import Direction, Quartile, Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """How many indicators improved, stand where, met their target; and of which dashboards."""

    total: int
    directions: dict[Direction, int]
    quartiles: dict[Quartile, int]
    targets: dict[Verdict, int]
    scope: str

    @property
    def with_direction(self) -> int:
        """The base of the published "202 metrics": those whose direction could be told."""
        return self.total - self.directions[Direction.UNDETERMINED]

    @property
    def with_quartile(self) -> int:
        """How many have one of the four quartile positions ("1st/2nd" is not one)."""
        return sum(n for q, n in self.quartiles.items() if q is not Quartile.SURVEY_BETTER)

    @property
    def judged(self) -> int:
        """How many targets could be judged."""
        return self.targets[Verdict.MET] + self.targets[Verdict.MISSED]

    def as_json(self) -> dict[str, object]:
        """Give the counts as ``python -m app counts --json`` prints them.

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
    """Count each dashboard on its own; keys are slugs, in the order given."""
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
    """Pick dashboards by name or slug. A name that is not one of them is refused."""
    for name in (*only, *without):
        if not any(_named(dashboard, name) for dashboard in dashboards):
            names = ", ".join(dashboard.name for dashboard in dashboards)
            raise NotFound(f"There is no dashboard called “{name}”. There are: {names}.")
    kept = [d for d in dashboards if not only or any(_named(d, name) for name in only)]
    return [d for d in kept if not any(_named(d, name) for name in without)]


def scope_in_words(chosen: Sequence[Dashboard], dashboards: Sequence[Dashboard]) -> str:
    """Say which dashboards are in a count."""
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
