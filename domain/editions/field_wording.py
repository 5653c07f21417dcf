"""The labels of content fields and the printed form of their values."""

from typing import Any

from domain.editions.kinds import FIELDS_BY_NAME
from domain.fields import Field, printed_value


def field_name(field: str) -> str:
    """Return the label of a field; its name in words where it has none."""
    return FIELDS_BY_NAME.get(field, Field(field)).called


def printed_field(field: str, value: Any) -> str:
    """Return a field's stored value as screens print it."""
    return FIELDS_BY_NAME[field].printed(value) if field in FIELDS_BY_NAME else printed_value(value)
