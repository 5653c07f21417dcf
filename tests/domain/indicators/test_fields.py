"""The table of an indicator's fields, and its stored values."""

from domain.indicators.fields import FILE_COLUMNS, INDICATOR_FIELDS, TABLE_COLUMNS
from domain.indicators.stored_values import indicator_of, next_year, values_in
from domain.indicators.terms import Direction, Method
from tests.builders import a_dashboard, an_indicator, printed
from tests.builders.contents import a_content


def stored() -> dict:
    return values_in(next(iter(a_content()["indicators"].values())))


def test_no_two_columns_have_one_position():
    positions = [column.position for column in TABLE_COLUMNS]
    assert positions == sorted(set(positions))
    files = [field.file.position for _, field in FILE_COLUMNS]
    assert files == sorted(set(files))


def test_every_field_that_can_be_edited_has_a_label_and_its_lines_if_it_has_several():
    for field in INDICATOR_FIELDS:
        if field.editable:
            assert field.label
            assert bool(field.lines) == field.is_multiline


def test_the_next_year_takes_values_from_fields_that_exist():
    names = {field.name for field in INDICATOR_FIELDS}
    assert {field.next_year for field in INDICATOR_FIELDS} <= {"", *names}


def test_this_years_value_becomes_the_previous_one():
    values = {**stored(), "value": "3%", "period": "2022", "target": "5%", "source": "A survey"}
    after = next_year(values)
    assert (after["previous"], after["previous_period"]) == ("3%", "2022")
    assert (after["value"], after["period"], after["rating"], after["commentary"]) == ("",) * 4
    assert (after["target"], after["source"], after["name"]) == ("5%", "A survey", values["name"])
    assert after["direction"] == Direction.UNDETERMINED


def test_stored_values_make_an_indicator_with_its_rule():
    values = {**stored(), "rule.method": "count", "rating": "", "direction": "worsened"}
    row = indicator_of(values, a_dashboard())
    assert (row.name, row.rating, row.direction) == (values["name"], None, Direction.WORSENED)
    assert row.value.text == values["value"]
    assert row.rule.method is Method.COUNT


def test_a_figure_is_downloaded_as_a_number_where_it_is_one():
    cell = next(column.cell for column in TABLE_COLUMNS if column.heading == "Value as a number")
    assert cell(an_indicator(value=printed("£1.5m"))) == 1_500_000
    assert cell(an_indicator(value=printed("N/A"))) is None
