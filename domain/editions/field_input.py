"""What an officer enters for a place, checked and put into the form that is kept.

A figure is kept as it is printed; whether it can be so says ``domain.indicators.plausibility``. The arrow may be left to the indicator's rule; setting it
otherwise, giving a rating, or replacing a quartile position is a judgement and needs a reason.
"""

import re
from collections.abc import Mapping
from typing import Any

from domain.editions.kinds import FIELDS_BY_NAME, MULTILINE_FIELDS
from domain.editions.places import Place
from domain.errors import Unreadable
from domain.indicators import direction_of_travel
from domain.indicators.direction_of_travel import Rule
from domain.indicators.fields import BY_RULE
from domain.indicators.notation import read
from domain.indicators.terms import Direction
from domain.terms import Polarity
from domain.text_checks import error_in

LONGEST_FIGURE = 120
LONGEST_TEXT = 60_000
MERGE_MARK = re.compile(r"(?:<{7}|>{7})(?: .*)?|={7}")
"""A line that parts two merged texts: exactly seven signs, which quotations may have more of."""


def validated(place: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields of a place as they may be kept. Raises ``Unreadable``, naming the field.

    Line ends become the plain ones and space around the text goes; fields that the place does not
    have are refused.
    """
    where = Place.of(place)
    unknown = [name for name in given if name not in where.fields]
    if unknown or not where.fields:
        raise Unreadable(f"{', '.join(unknown) or place} cannot be changed here.")
    fields = {name: _text(name, value) for name, value in given.items()}
    _check_choices(fields)
    if where.described.is_text and not any(fields.values()):
        raise Unreadable("The text is empty. Write what readers will see.")
    return fields


def with_direction(
    fields: Mapping[str, Any], now: Mapping[str, Any], rule: Rule, polarity: Polarity
) -> dict[str, Any]:
    """An indicator's fields with the arrow settled, by its rule or by hand with a reason.

    Raises ``Unreadable`` where a judgement has no reason.
    """
    after = {**now, **fields}
    by_rule = direction_of_travel.decide(
        rule, read(after["value"]), read(after["previous"]), polarity
    )
    if after["direction"] == BY_RULE:
        after["direction"] = by_rule.direction.value
    overridden = [
        name for name, is_override in _overrides(after, now, by_rule.direction) if is_override
    ]
    if overridden and not after["override_reason"]:
        raise Unreadable(
            f"Say why the {' and the '.join(overridden)} should stand otherwise than before or "
            "than the rule gives: a judgement needs its reason."
        )
    return {name: after[name] for name in {*fields, "direction"}}


def _overrides(
    after: Mapping[str, Any], now: Mapping[str, Any], by_rule: Direction
) -> list[tuple[str, bool]]:
    arrow = after["direction"] != now["direction"] and after["direction"] != by_rule.value
    rating = bool(after["rating"]) and after["rating"] != now["rating"]
    quartile = bool(now["quartile"]) and after["quartile"] != now["quartile"]
    return [("direction of travel", arrow), ("rating", rating), ("quartile position", quartile)]


def _text(name: str, value: str) -> str:
    fault = error_in(value)  # before the lines are parted: some of these count as line ends
    if fault:
        raise Unreadable(f"The {_called(name)} {fault}")
    text = "\n".join(line.rstrip() for line in value.splitlines()).strip()
    most = LONGEST_TEXT if name in MULTILINE_FIELDS else LONGEST_FIGURE
    if len(text) > most:
        raise Unreadable(
            f"The {_called(name)} is {len(text):,} characters long; {most:,} is the most."
        )
    if name in MULTILINE_FIELDS and any(MERGE_MARK.fullmatch(line) for line in text.splitlines()):
        raise Unreadable(
            f"The {_called(name)} still holds both of two texts that were merged. Keep one of "
            "them, and take the marks out."
        )
    if name not in MULTILINE_FIELDS and "\n" in text:
        raise Unreadable(f"The {_called(name)} must be one line.")
    return text


def _check_choices(fields: Mapping[str, str]) -> None:
    for name, value in fields.items():
        field = FIELDS_BY_NAME[name]
        if field.choices and value not in dict(field.choices.posted):
            raise Unreadable(f"“{value}” is no {field.called.lower()}.")


def _called(name: str) -> str:
    return name.replace("_", " ")
