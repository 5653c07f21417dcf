"""Checks of what an officer enters for a place, and its conversion into the stored form.

A figure is stored as it is printed; ``domain.indicators.plausibility`` checks whether it is
possible. The arrow may be left to the indicator's rule; setting another one, giving a rating, or
replacing a quartile position is a judgement and needs a reason.
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
"""A line of merge marks: exactly seven signs; quotations may have more."""


def validated(place: str, posted: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a place in their stored form. Raises ``Unreadable``, naming the field.

    Line ends are made plain and surrounding space is removed. Fields that the place does not have
    are refused.
    """
    parsed = Place.of(place)
    unknown = [name for name in posted if name not in parsed.fields]
    if unknown or not parsed.fields:
        raise Unreadable(f"{', '.join(unknown) or place} cannot be changed here.")
    fields = {name: _text(name, value) for name, value in posted.items()}
    _check_choices(fields)
    if parsed.content_kind.is_text and not any(fields.values()):
        raise Unreadable("The text is empty. Write what readers will see.")
    return fields


def with_direction(
    fields: Mapping[str, Any], current: Mapping[str, Any], rule: Rule, polarity: Polarity
) -> dict[str, Any]:
    """Return an indicator's fields with the arrow set, by its rule or by hand with a reason.

    Raises ``Unreadable`` where a judgement has no reason.
    """
    after = {**current, **fields}
    by_rule = direction_of_travel.decide(
        rule, read(after["value"]), read(after["previous"]), polarity
    )
    if after["direction"] == BY_RULE:
        after["direction"] = by_rule.direction.value
    overridden = [
        name for name, is_override in _overrides(after, current, by_rule.direction) if is_override
    ]
    if overridden and not after["override_reason"]:
        raise Unreadable(
            f"Say why the {' and the '.join(overridden)} should stand otherwise than before or "
            "than the rule gives: a judgement needs its reason."
        )
    return {name: after[name] for name in {*fields, "direction"}}


def _overrides(
    after: Mapping[str, Any], current: Mapping[str, Any], by_rule: Direction
) -> list[tuple[str, bool]]:
    arrow = after["direction"] != current["direction"] and after["direction"] != by_rule.value
    rating = bool(after["rating"]) and after["rating"] != current["rating"]
    quartile = bool(current["quartile"]) and after["quartile"] != current["quartile"]
    return [("direction of travel", arrow), ("rating", rating), ("quartile position", quartile)]


def _text(name: str, value: str) -> str:
    fault = error_in(
        value
    )  # before splitlines(), which takes some of these characters for line ends
    if fault:
        raise Unreadable(f"The {_called(name)} {fault}")
    text = "\n".join(line.rstrip() for line in value.splitlines()).strip()
    longest = LONGEST_TEXT if name in MULTILINE_FIELDS else LONGEST_FIGURE
    if len(text) > longest:
        raise Unreadable(
            f"The {_called(name)} is {len(text):,} characters long; {longest:,} is the most."
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
