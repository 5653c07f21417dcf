"""What a reader may ask of a table of indicators; the same words stand in the address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from domain.indicators.indicator import Indicator
from domain.indicators.terms import Direction, Quartile, Rating, Verdict

NOT_COMPARED = "none"
ANY = "any"
"""What the form sends for a choice that leaves nothing out."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Each field is empty (everything) or one of its declared choices; ``text`` is free."""

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
        """Whether anything is left out."""
        return any(value for name, value in asdict(self).items() if name != "sort")

    def address(self, path: str) -> str:
        """The address that gives this view again."""
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
    """Read filters from an address. A choice that is not declared is ignored, not an error."""
    known = {
        name: value
        for name, choices in CHOICES.items()
        if (value := query.get(name, "")) in choices
    }
    return Filters(
        **known,
        dashboard=query.get("dashboard", ANY).strip().replace(ANY, ""),
        text=query.get("text", "").strip()[:100],
    )


def keep(indicators: Iterable[Indicator], filters: Filters) -> list[Indicator]:
    """Give the indicators that pass every filter, in the order asked for."""
    kept = [row for row in indicators if all(test(row, filters) for test in _TESTS)]
    return sorted(kept, key=_ORDER[filters.sort]) if filters.sort else kept


def _quartile_word(row: Indicator) -> str:
    return row.quartile.position.value if row.quartile.position else NOT_COMPARED


def _says(row: Indicator, text: str) -> bool:
    words = f"{row.name} {row.section} {row.commentary} {row.source} {row.dashboard.name}".lower()
    return all(word in words for word in text.lower().split())


_TESTS: Sequence[Callable[[Indicator, Filters], bool]] = (
    lambda row, asked: asked.dashboard in ("", row.dashboard.slug),
    lambda row, asked: asked.direction in ("", row.direction.value),
    lambda row, asked: asked.quartile in ("", _quartile_word(row)),
    lambda row, asked: asked.rating in ("", row.rating.value if row.rating else "none"),
    lambda row, asked: asked.target in ("", row.judged.verdict.value),
    lambda row, asked: asked.plan in ("", "yes" if row.strategic_plan else "no"),
    lambda row, asked: _says(row, asked.text),
)


def _by_change(row: Indicator, sign: int) -> tuple[bool, float, int]:
    return row.better_by is None, -sign * (row.better_by or 0.0), row.number


def _by_quarter(row: Indicator, sign: int) -> tuple[bool, int, int]:
    places = {Quartile.FIRST: 1, Quartile.SECOND: 2, Quartile.THIRD: 3, Quartile.FOURTH: 4}
    place = places.get(row.quartile.position) if row.quartile.position else None
    return place is None, sign * (place or 0), row.number


_ORDER: Mapping[str, Callable[[Indicator], tuple[Any, ...]]] = {
    "name": lambda row: (row.name.lower().lstrip("% "), row.number),
    "better": lambda row: _by_change(row, 1),
    "worse": lambda row: _by_change(row, -1),
    "best-quarter": lambda row: _by_quarter(row, 1),
    "lowest-quarter": lambda row: _by_quarter(row, -1),
}
