"""The council whose figures these are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.council import LEAST_CONTRAST, PAPER, contrast
from tests.builders import a_council

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_council_as_it_comes_is_fit():
    assert a_council().faults() == []


@pytest.mark.parametrize("code", ["E1000001", "10000018", "E100000189", "e10000018", ""])
def test_a_code_that_is_none_is_refused(code):
    assert a_council(code=code).faults() == [
        f"The council's code must be like E10000018, not “{code}”."
    ]


@pytest.mark.parametrize("colour", ["blue", "#12436", "12436D", "#12436DFF", "#12436G"])
def test_a_colour_that_is_none_is_refused(colour):
    assert a_council(colour=colour).faults() == [
        f"The council's colour must be like #12436D, not “{colour}”."
    ]


def test_a_colour_too_pale_to_read_is_refused_with_its_contrast():
    assert a_council(colour="#ffff00").faults() == [
        "The council's colour #ffff00 is too pale to read on white: it has a contrast of 1.1, "
        "and 4.5 is needed."
    ]


def test_every_fault_is_named():
    assert len(a_council(code="?", colour="?").faults()) == 2


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_the_one_of_the_guidelines(colour, ratio):
    assert contrast(colour, PAPER) == pytest.approx(ratio, abs=0.005)


@given(colours, colours)
def test_contrast_lies_between_one_and_twenty_one_and_has_no_order(one, other):
    assert 1 <= contrast(one, other) <= 21.000001
    assert contrast(one, other) == contrast(other, one)


@given(colours)
def test_a_colour_is_accepted_exactly_when_it_can_be_read(colour):
    fit = contrast(colour, PAPER) >= LEAST_CONTRAST
    assert (a_council(colour=colour).faults() == []) is fit
