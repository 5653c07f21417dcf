"""Builders of records with defaults, so that a test states only the values it is about."""

from tests.builders.comparisons import a_comparison
from tests.builders.databases import Databases, template_of
from tests.builders.editions import DATA, REPOSITORY, Folder, a_folder, published
from tests.builders.indicators import (
    a_council,
    a_dashboard,
    a_rule,
    a_year_count,
    an_indicator,
    printed,
    quartile,
    some_counts,
)
from tests.builders.people import (
    A_PASSWORD,
    ANOTHER_PASSWORD,
    HERE,
    a_person,
    an_actor,
    attempts,
    is_signed_in,
    signed_in,
)

__all__ = [
    "ANOTHER_PASSWORD",
    "A_PASSWORD",
    "DATA",
    "HERE",
    "REPOSITORY",
    "Databases",
    "Folder",
    "a_comparison",
    "a_council",
    "a_dashboard",
    "a_folder",
    "a_person",
    "a_rule",
    "a_year_count",
    "an_actor",
    "an_indicator",
    "attempts",
    "is_signed_in",
    "printed",
    "published",
    "quartile",
    "signed_in",
    "some_counts",
    "template_of",
]
