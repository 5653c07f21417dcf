"""When a section or a dashboard still holds nothing."""

import pytest

from domain.editions.revisions import is_unwritten

EMPTY = {"value": "", "period": "", "target": "12%", "previous": "13%", "source": "NHS"}


@pytest.mark.parametrize(
    "places",
    [[{"body": ""}], [{"body": " \n\t"}], [EMPTY], [EMPTY, EMPTY]],
    ids=["no text", "space alone", "no value", "no value anywhere"],
)
def test_what_holds_no_text_no_value_and_no_period_is_unwritten(places):
    assert is_unwritten(places)


@pytest.mark.parametrize(
    "places",
    [
        [{"body": "Something."}],
        [{**EMPTY, "value": "N/A"}],
        [{**EMPTY, "period": "2021/22"}],
        [EMPTY, {**EMPTY, "value": "12%"}, EMPTY],
        [],
    ],
    ids=["text", "a value", "a period", "one value of three", "a dashboard of no indicators"],
)
def test_what_holds_any_of_them_or_cannot_is_written(places):
    assert not is_unwritten(places)
