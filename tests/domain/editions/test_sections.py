"""Sections of the narrative."""

import pytest

from domain.editions.sections import Section
from domain.editions.terms import Document


@pytest.mark.parametrize(
    ("outcome", "sub_outcome", "opens"),
    [
        ("", "", False),
        ("Clean & Green", "", True),
        ("Clean & Green", "Waste is reused", False),
    ],
)
def test_a_section_opens_an_outcome_when_it_has_that_alone(outcome, sub_outcome, opens):
    section = Section("aims", Document.DELIVERY_REPORT, 1, "Aims", outcome, sub_outcome, "Text.")
    assert section.opens is opens
