"""What fields are called, and how their content is printed."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.indicators import indicator_wording
from domain.indicators.terms import Direction, Rating
from domain.terms import Polarity

FIELDS: Mapping[str, str] = {
    "body": "Text",
    "value": "Value",
    "period": "Period of the value",
    "previous": "Previous value",
    "previous_period": "Period of the previous value",
    "target": "Target",
    "quartile": "Quartile position",
    "direction": "Direction of travel",
    "rating": "Rating",
    "source": "Source",
    "commentary": "Commentary",
    "override_reason": "Reason for a judgement",
}


def field_name(field: str) -> str:
    """What a field is called on the screen."""
    return FIELDS.get(field, field.replace("_", " ").capitalize())


def printed_field(field: str, value: Any) -> str:
    """A field's content as the screen prints it."""
    if value is None:
        return ""
    if field in PRINTED:
        return PRINTED[field](value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')}: {part}" for name, part in value.items())
    return str(value)


PRINTED: Mapping[str, Callable[[Any], str]] = {
    "direction": lambda value: indicator_wording.DIRECTIONS[Direction(value)],
    "rating": lambda value: indicator_wording.RATINGS[Rating(value)] if value else "None",
    "polarity": lambda value: indicator_wording.POLARITIES[Polarity(value)],
}
"""How fields whose content is a word of ours are printed."""
