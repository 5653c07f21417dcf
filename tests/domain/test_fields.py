"""Fields of content: how a value is read and printed, and where it stands in an entry."""

from enum import StrEnum

import pytest

from domain.fields import Choices, Field, FieldKind, printed_value, put, value_in


class Level(StrEnum):
    LOW = "low"
    HIGH = "high"


LABELS = {Level.LOW: "Low", Level.HIGH: "High"}
OPTIONAL = Field("level", choices=Choices(Level, LABELS, first=("", "None")))
REQUIRED = Field("level", choices=Choices(Level, LABELS))


def test_a_choice_is_read_as_its_word():
    assert OPTIONAL.parsed("low") is Level.LOW
    assert OPTIONAL.parsed("") is None
    with pytest.raises(ValueError, match="is not a valid"):
        REQUIRED.parsed("")


def test_a_choice_is_printed_by_its_label():
    assert OPTIONAL.printed("high") == "High"
    assert OPTIONAL.printed("") == "None"
    assert REQUIRED.printed("") == ""


def test_the_form_offers_the_further_choice_first():
    assert OPTIONAL.choices.posted == (("", "None"), ("low", "Low"), ("high", "High"))
    assert REQUIRED.choices.posted == (("low", "Low"), ("high", "High"))


def test_other_values_are_read_by_the_field_or_left():
    assert Field("number", read=int).parsed("3") == 3
    assert Field("text").parsed("3") == "3"


def test_values_are_printed():
    assert Field("text").printed("x") == "x"
    assert Field("text").printed(None) == printed_value(None) == ""


def test_prose_and_notes_hold_several_lines():
    assert Field("body", kind=FieldKind.PROSE).is_multiline
    assert Field("why", kind=FieldKind.NOTE).is_multiline
    assert not Field("line").is_multiline


def test_a_field_without_a_label_is_called_by_its_name():
    assert Field("strategic_plan").called == "Strategic plan"
    assert Field("body", label="Text").called == "Text"


def test_a_dot_leads_into_an_object():
    entry: dict = {}
    put(entry, "name", "x")
    put(entry, "rule.method", "count")
    put(entry, "rule.sample", 3)
    assert entry == {"name": "x", "rule": {"method": "count", "sample": 3}}
    assert value_in(entry, "rule.sample") == 3
    assert value_in(entry, "name") == "x"
