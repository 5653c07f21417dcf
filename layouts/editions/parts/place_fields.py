"""The fields of a section or an indicator, to be written."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from domain.editions.field_input import BY_RULE, MULTILINE_FIELDS
from domain.indicators import indicator_wording
from domain.indicators.field_wording import field_name
from domain.indicators.terms import Direction, Rating
from layouts.parts import fields

ROWS = {"body": 22, "commentary": 7, "override_reason": 3}
HINTS = {
    "body": "Markdown: a blank line between paragraphs, - before a point of a list, ### before a "
    "heading, **bold**.",
    "value": "As it is to be printed, like 45.1%, £27.0bn, 1,991k, N/A.",
    "period": "The real period of this value, like 2022/23 or 2021.",
    "target": "As it is to be printed, like 50%, 28%-40%, or words.",
    "quartile": "Like 2nd, 2nd (2021) or -.",
    "override_reason": "Needed when the arrow is not the rule's, a rating is given or a quartile "
    "position is replaced.",
}
DIRECTIONS: Sequence[tuple[str, str]] = (
    (BY_RULE, "As the indicator's rule says"),
    *((each.value, indicator_wording.DIRECTIONS[each]) for each in Direction),
)
RATINGS: Sequence[tuple[str, str]] = (
    ("", "None"),
    *((each.value, indicator_wording.RATINGS[each]) for each in Rating),
)


def place_fields(values: Mapping[str, str]) -> list[Component]:
    """A control for each field, holding what stands there or what was typed."""
    return [_control(name, value) for name, value in values.items()]


def _control(name: str, value: str) -> Component:
    label, told, posted = field_name(name), HINTS.get(name, ""), f"field-{name}"
    if name == "direction":
        return fields.choice(label, posted, DIRECTIONS, value, told=told)
    if name == "rating":
        return fields.choice(label, posted, RATINGS, value, told=told)
    if name in MULTILINE_FIELDS:
        return fields.area(label, posted, value, told=told, rows=ROWS[name])
    return fields.line(label, posted, value, told=told)
