"""Builders of indicators, dashboards, rules and counts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.council import Council
from domain.indicators.counting import Counts
from domain.indicators.direction_of_travel import Rule, ToleranceIn
from domain.indicators.indicator import Dashboard, Indicator
from domain.indicators.notation import Printed, PrintedQuartile, read, read_quartile
from domain.indicators.terms import Direction, Method, Quartile, Verdict
from domain.indicators.year_counts import YearCount
from domain.terms import Polarity


def printed(text: str) -> Printed:
    """Return a cell as printed in the edition."""
    return read(text)


def quartile(text: str) -> PrintedQuartile:
    """Return a quartile cell as printed in the edition."""
    return read_quartile(text)


def a_council(**changes: str) -> Council:
    """Return a valid council with these changes."""
    return Council(**changes)


def a_dashboard(name: str = "Transport", **changes: Any) -> Dashboard:
    """Return a dashboard; its slug follows its name."""
    return Dashboard(
        **{
            "slug": name.lower().replace(" & ", "-").replace(" ", "-"),
            "name": name,
            "outcome": "Strong Economy",
            "comparator": "33 county councils and county unitaries",
            "comparator_note": "",
            "has_targets": True,
            "counted_in_headline": True,
            **changes,
        }
    )


def a_rule(method: Method = Method.TOLERANCE, **changes: Any) -> Rule:
    """Return a rule; by default a tolerance of one per cent."""
    parts: dict[Method, dict[str, Any]] = {
        Method.TOLERANCE: {"tolerance": Decimal(1), "tolerance_in": ToleranceIn.PER_CENT},
        Method.SURVEY: {"sample": 1000},
        Method.COUNT: {},
        Method.NOT_COMPARABLE: {"reason": "the survey was asked another way"},
    }
    return Rule(method, **{**parts[method], **changes})


def an_indicator(**changes: Any) -> Indicator:
    """Return an indicator that improved from 50 to 60 against a target of 55, in the best quarter.

    Cells may be strings as printed.
    """
    for cell in ("value", "previous", "target"):
        if isinstance(changes.get(cell), str):
            changes[cell] = printed(changes[cell])
    if isinstance(changes.get("quartile"), str):
        changes["quartile"] = quartile(changes["quartile"])
    defaults: dict[str, Any] = {
        "number": 1,
        "slug": "road-condition",
        "name": "Road condition",
        "dashboard": a_dashboard(),
        "section": "Roads",
        "strategic_plan": True,
        "polarity": Polarity.HIGHER_IS_BETTER,
        "value": printed("60"),
        "previous": printed("50"),
        "target": printed("55"),
        "quartile": quartile("1st (2021)"),
        "direction": Direction.IMPROVED,
        "rating": None,
        "period": "2021/22",
        "previous_period": "2020/21",
        "source": "Department for Transport",
        "commentary": "More was spent on resurfacing.",
        "rule": a_rule(),
    }
    return Indicator(**{**defaults, **changes})


def a_year_count(**changes: Any) -> YearCount:
    """Return the counts printed in a paper of 2022."""
    return YearCount(
        **{
            "report_year": 2022,
            "data_year": "2021/22",
            "total": 202,
            "improved": 91,
            "no_change": 38,
            "worsened": 73,
            "undetermined": None,
            "benchmark_rank": "",
            "document": "Performance Compendium 2022",
            "paragraph": "",
            "note": "",
            **changes,
        }
    )


def some_counts(
    directions: Mapping[Direction, int] | None = None,
    quartiles: Mapping[Quartile, int] | None = None,
    targets: Mapping[Verdict, int] | None = None,
) -> Counts:
    """Return counts with these values and 0 elsewhere; the total is that of the directions."""
    by_direction = {**dict.fromkeys(Direction, 0), **(directions or {})}
    return Counts(
        total=sum(by_direction.values()),
        directions=by_direction,
        quartiles={**dict.fromkeys(Quartile, 0), **(quartiles or {})},
        targets={**dict.fromkeys(Verdict, 0), **(targets or {})},
        scope="all dashboards",
    )
