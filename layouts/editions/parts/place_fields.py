"""The form fields of a section or an indicator."""

from collections.abc import Mapping

from dash.development.base_component import Component

from domain.editions.kinds import FIELDS_BY_NAME
from layouts.parts import fields


def place_fields(values: Mapping[str, str]) -> list[Component]:
    """Return a control for each field with its present or typed value."""
    return [_control(name, value) for name, value in values.items()]


def _control(name: str, value: str) -> Component:
    field, posted = FIELDS_BY_NAME[name], f"field-{name}"
    if field.choices:
        return fields.choice(field.called, posted, field.choices.posted, value, hint=field.hint)
    if field.is_multiline:
        return fields.area(field.called, posted, value, hint=field.hint, rows=field.lines)
    return fields.line(field.called, posted, value, hint=field.hint)
