"""An indicator's stored values by field name: parsing them, and carrying them to the next year."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from domain.fields import value_in
from domain.indicators.direction_of_travel import Rule
from domain.indicators.fields import INDICATOR_FIELDS
from domain.indicators.indicator import Dashboard, Indicator

_RULE = "rule."
_ATTRIBUTES = frozenset(field.name for field in fields(Indicator))


def indicator_of(values: Mapping[str, Any], dashboard: Dashboard) -> Indicator:
    """Return an indicator from its stored values by the names of the table."""
    parsed = {
        field.name: field.parsed(values[field.name])
        for field in INDICATOR_FIELDS
        if field.name in _ATTRIBUTES and field.name != "dashboard"
    }
    return Indicator(**parsed, dashboard=dashboard, rule=rule_of(values))


def rule_of(values: Mapping[str, Any]) -> Rule:
    """Return the declared rule from an indicator's stored values."""
    return Rule(
        **{
            field.name.removeprefix(_RULE): field.parsed(values[field.name])
            for field in INDICATOR_FIELDS
            if field.name.startswith(_RULE)
        }
    )


def values_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the stored values of an indicator's entry in content, by the names of the table."""
    return {field.name: value_in(entry, field.name) for field in INDICATOR_FIELDS}


def next_year(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with which the next year's edition begins, from those of this year."""
    return {
        field.name: values[field.next_year] if field.next_year else field.blank
        for field in INDICATOR_FIELDS
    }
