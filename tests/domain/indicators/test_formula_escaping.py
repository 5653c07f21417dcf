"""Cells of files for spreadsheets: never a formula, and always read back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.indicators.formula_escaping import STARTS, escape_formula, unescape_formula

FORMULAS = [
    "=1+1",
    "+1.5",
    "+44 1234",
    "@SUM(A1)",
    "-1+cmd|' /C calc'!A0",
    "-2 (cmd|' /C calc'!A0)",
    "- Fewer smoke",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
]
FIGURES = ["", "-", "-3.2%", "-£2.3m", "-0.4", "-2.5 (2020/21)", "12.0%", "N/A", "<538.0", "'Good'"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_would_be_a_formula_becomes_text_and_comes_back(cell):
    assert escape_formula(cell) == f"'{cell}"
    assert unescape_formula(f"'{cell}") == cell


@pytest.mark.parametrize("cell", FIGURES)
def test_what_is_printed_stays_as_it_is(cell):
    assert escape_formula(cell) == cell == unescape_formula(cell)


def test_what_a_spreadsheet_gave_back_without_the_apostrophe_is_taken_as_it_stands():
    assert unescape_formula("+1.5") == "+1.5"


@given(st.text() | st.builds("".join, st.lists(st.sampled_from([*STARTS, "'", "1", "%", " "]))))
def test_every_text_comes_back_as_it_was(text):
    assert unescape_formula(escape_formula(text)) == text
    assert not escape_formula(text).startswith(tuple(set(STARTS) - {"-"}))
