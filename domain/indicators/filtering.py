"""The filters of a table of indicators, and their form in an address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from domain.indicators.indicator import Indicator
from domain.indicators.terms import Direction, Quartile, Rating, Verdict

NOT_COMPARED = "none"
ANY = "any"
"""The form's value for a choice that does not narrow the table."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters. Each is empty (no filter) or one of its declared choices; ``text`` is free."""

    dashboard: str = ""
    direction: str = ""
    quartile: str = ""
    rating: str = ""
    target: str = ""
    plan: str = ""
    text: str = ""
    sort: str = ""

    @property
    def narrowing(self) -> bool:
        """Return whether any filter is set."""
        return any(value for name, value in asdict(self).items() if name != "sort")

    def address(self, path: str) -> str:
        """Return the address of this view."""
        chosen = {name: value for name, value in asdict(self).items() if value}
        return f"{path}?{urlencode(chosen)}" if chosen else path


CHOICES: Mapping[str, Sequence[str]] = {
    "direction": [direction.value for direction in Direction],
    "quartile": [*(quartile.value for quartile in Quartile), NOT_COMPARED],
    "rating": [rating.value for rating in Rating],
    "target": [verdict.value for verdict in Verdict],
    "plan": ["yes", "no"],
    "sort": ["name", "better", "worse", "best-quarter", "lowest-quarter"],
}


def filters_from(query: Mapping[str, str]) -> Filters:
    """Return the filters in an address. An undeclared choice is ignored."""
    declared = {
        name: value
        for name, choices in CHOICES.items()
        if (value := query.get(name, "")) in choices
    }
    return Filters(
        **declared,
        dashboard=query.get("dashboard", ANY).strip().replace(ANY, ""),
        text=query.get("text", "").strip()[:100],
    )


def keep(indicators: Iterable[Indicator], filters: Filters) -> list[Indicator]:
    """Return the indicators that pass every filter, in the chosen order."""
    passing = [row for row in indicators if all(test(row, filters) for test in _TESTS)]
    return sorted(passing, key=_ORDER[filters.sort]) if filters.sort else passing


def _quartile_word(row: Indicator) -> str:
    return row.quartile.position.value if row.quartile.position else NOT_COMPARED


def _contains_words(row: Indicator, text: str) -> bool:
    words = f"{row.name} {row.section} {row.commentary} {row.source} {row.dashboard.name}".lower()
    return all(word in words for word in text.lower().split())


_TESTS: Sequence[Callable[[Indicator, Filters], bool]] = (
    lambda row, filters: filters.dashboard in ("", row.dashboard.slug),
    lambda row, filters: filters.direction in ("", row.direction.value),
    lambda row, filters: filters.quartile in ("", _quartile_word(row)),
    lambda row, filters: filters.rating in ("", row.rating.value if row.rating else "none"),
    lambda row, filters: filters.target in ("", row.judged.verdict.value),
    lambda row, filters: filters.plan in ("", "yes" if row.strategic_plan else "no"),
    lambda row, filters: _contains_words(row, filters.text),
)


def _by_change(row: Indicator, sign: int) -> tuple[bool, float, int]:
    return row.better_by is None, -sign * (row.better_by or 0.0), row.number


def _by_quarter(row: Indicator, sign: int) -> tuple[bool, int, int]:
    positions = {Quartile.FIRST: 1, Quartile.SECOND: 2, Quartile.THIRD: 3, Quartile.FOURTH: 4}
    position = positions.get(row.quartile.position) if row.quartile.position else None
    return position is None, sign * (position or 0), row.number


_ORDER: Mapping[str, Callable[[Indicator], tuple[Any, ...]]] = {
    "name": lambda row: (row.name.lower().lstrip("% "), row.number),
    "better": lambda row: _by_change(row, 1),
    "worse": lambda row: _by_change(row, -1),
    "best-quarter": lambda row: _by_quarter(row, 1),
    "lowest-quarter": lambda row: _by_quarter(row, -1),
}
