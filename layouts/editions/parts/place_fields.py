"""The fields of a section or an indicator, to be written."""

from collections.abc import Mapping

from dash.development.base_component import Component

from domain.editions.kinds import FIELDS_BY_NAME
from layouts.parts import fields


def place_fields(values: Mapping[str, str]) -> list[Component]:
    """Return a control for each field, holding what stands there or what was typed."""
    return [_control(name, value) for name, value in values.items()]


def _control(name: str, value: str) -> Component:
    field, posted = FIELDS_BY_NAME[name], f"field-{name}"
    if field.choices:
        return fields.choice(field.called, posted, field.choices.posted, value, told=field.hint)
    if field.is_multiline:
        return fields.area(field.called, posted, value, told=field.hint, rows=field.lines)
    return fields.line(field.called, posted, value, told=field.hint)
