"""Whether figures can be what they say they are: the impossible refused, the doubtful told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.editions.places import FIELDS
from domain.errors import Unreadable
from domain.indicators.plausibility import CHECKED, check_possible, error_in, warning_in

YEAR = 2022
FIGURES = ["value", "previous", "target"]
PERIODS = ["period", "previous_period"]
CALLED = {
    "value": "value",
    "previous": "previous value",
    "target": "target",
    "period": "period of the value",
    "previous_period": "period of the previous value",
}


def refusal(**fields: str) -> str:
    with pytest.raises(Unreadable) as raised:
        check_possible(fields, YEAR)
    return str(raised.value)


PRINTED = {
    **{name: ["", "-", "N/A", "£27.0bn", "-£2.3m", "1,991k", "<538.0", "2-4%", "28%-40%", "-5--3",
              "9.4% (2019)", "3,244 (2020/21)", "Good", "None", "0%", "493.0%", "3-3"]
       for name in FIGURES},
    "target": ["MTFS", "Year on year decrease", "28%-40%", "≥90%", "16,098 (2020/21)"],
    **{name: ["", "2021", "2021/22", "2022/23", "2019/20", "2017-20", "2021-04", "2018/19-20/21",
              "2017/18-2021/22", "31 Dec 2021", "to 3 Aug 2022", "week 1 2020 to week 30 2022",
              "2020/2021", "2021 (Final)", "Census 2021", "31/03/2022", "-", "n/a"]
       for name in PERIODS},
    "quartile": ["", "-", "1st", "1st/2nd (2020/21)", "2nd (Eng)", "4th (Cties. 2022)", "4th*",
                 "3rd (Nov 2021)"],
    "source": ["1/0", "99999/00"],
    "commentary": ["NaN of 99999"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in PRINTED.items() for text in texts]
)
def test_what_publishers_print_is_neither_refused_nor_doubted(name, text):
    assert (error_in(name, text, YEAR), warning_in(name, text, YEAR)) == ("", "")


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize(
    "text",
    ["NaN", "nan", "-nan", "NaN%", "inf", "-inf", "+Inf", "Infinity", "£inf", "∞", "null", "NULL",
     "undefined", "#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!"],
)  # fmt: skip
def test_what_a_program_writes_where_it_has_no_number_is_refused(name, text):
    message = refusal(**{name: text})
    assert message == (
        f"The {CALLED[name]} “{text}” is what a program writes where it has no number: write the figure, "
        "or N/A where there is none."
    )


@pytest.mark.parametrize("text", ["1/0", "-1/0", "12.5 / 0", "1,004/0.0", "£3/0"])
def test_a_division_by_nothing_is_refused(text):
    assert refusal(value=text) == (
        f"The value “{text}” divides by 0: write the figure, or N/A where there is none."
    )


@pytest.mark.parametrize("name", FIGURES)
def test_a_range_whose_ends_are_the_wrong_way_round_is_refused(name):
    assert refusal(**{name: "40%-28%"}) == (
        f"The {CALLED[name]} “40%-28%” runs from 40% down to 28%: write the lower end first."
    )
    assert refusal(**{name: "£1.2m-£800k"})


@pytest.mark.parametrize(
    "text", ["50%-10%-90%", "10%-50%-90%", "1-2-3", "1 - 2 - 3", "£1m–£2m–£3m"]
)
@pytest.mark.parametrize("name", FIGURES)
def test_a_range_of_three_parts_is_refused(name, text):
    assert refusal(**{name: text}) == (
        f"The {CALLED[name]} “{text}” has more than two ends: write one figure, or a range such as 28%-40%."
    )


@pytest.mark.parametrize("text", ["31-03-2023", "2023-03-31", "1-4-23"])
def test_a_day_is_no_range_but_no_figure_either(text):
    assert error_in("target", text, YEAR) == ""
    assert "cannot be read" in warning_in("target", text, YEAR)


@pytest.mark.parametrize("name", PERIODS)
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("99999/00", "99999"),
        ("2202/23", "2202"),
        ("to March 20222", "20222"),
        ("0000/01", "0000"),
        ("1971", "1971"),
        ("2073", "2073"),
        ("20210331", "20210331"),
        ("2021-9999", "9999"),
    ],
)
def test_a_period_far_from_the_edition_is_refused(name, text, named):
    assert refusal(**{name: text}) == (
        f"The {CALLED[name]} “{text}” names the year {named}, which is not within 50 "
        "years of the edition's own, 2022: write the real one, such as 2021/22."
    )


@pytest.mark.parametrize("text", ["1972", "2072"])
def test_a_period_within_fifty_years_is_kept(text):
    assert error_in("period", text, YEAR) == ""


def test_how_far_a_year_is_depends_on_the_edition():
    assert error_in("period", "2073", 2023) == ""
    assert "edition's own, 2024" in error_in("period", "1973/74", 2024)


def test_a_quartile_position_in_an_impossible_year_is_refused():
    assert refusal(quartile="2nd (99999)").startswith(
        "The quartile position “2nd (99999)” names the year 99999"
    )


@pytest.mark.parametrize("text", ["5th", "the best", "1", "2nd ()", "2nd quartile"])
def test_a_quartile_position_that_is_none_is_refused(text):
    assert refusal(quartile=text) == (
        f"The quartile position “{text}” is no quartile position: write 2nd, 2nd (2021) or -."
    )


def test_the_first_field_that_cannot_be_is_named():
    assert refusal(value="13%", period="99999", target="inf").startswith(
        "The period of the value “99999”"
    )


def test_what_can_be_is_let_through():
    check_possible({"value": "13%", "direction": "improved", "commentary": "1/0"}, YEAR)


@pytest.mark.parametrize("name", ["value", "previous"])
@pytest.mark.parametrize(
    "text", ["+1.5", "−3.2%", "1e5", "1,00,0", "12..5", "5%%", "12/20", "circa 40", "04-Jun", "٣"]
)
def test_digits_that_cannot_be_read_as_a_figure_are_worth_a_look(name, text):
    assert warning_in(name, text, YEAR) == (
        f"The {CALLED[name]} “{text}” holds digits and cannot be read as a number, so nothing is worked "
        "out from it."
    )


@pytest.mark.parametrize("text", ["95% by 2025", "Top 25%", "net zero 2045"])
def test_a_target_with_digits_that_cannot_be_read_is_worth_a_look(text):
    assert warning_in("target", text, YEAR) == (
        f"The target “{text}” holds digits and cannot be read as a number, a limit or a range, so "
        "it is not judged."
    )


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("period", ["1500", "99999", "Eng"])
def test_what_stands_beside_a_figure_and_is_no_period_is_worth_a_look(name, period):
    text = f"5% ({period})"
    assert error_in(name, text, YEAR) == ""
    message = warning_in(name, text, YEAR)
    assert message.startswith(
        f"The {CALLED[name]} “{text}” has “{period}” in brackets, where a period is read: it "
    )


@pytest.mark.parametrize("text", ["spring", "Apr-21", "21/22", "Q3"])
def test_a_period_without_a_year_is_worth_a_look(text):
    assert warning_in("period", text, YEAR) == (
        f"The period of the value “{text}” names no year of four digits, such as 2021/22."
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2021/23", "“2021/23” is no year: 2021 is followed by 22"),
        ("year to 2021/20", "“2021/20” is no year: 2021 is followed by 22"),
        ("2021-19", "“2021-19” is no period: it ends before it begins"),
        ("2018/19-17/18", "“2018/19-17/18” is no period: it ends before it begins"),
    ],
)
def test_a_period_whose_parts_do_not_fit_is_worth_a_look(text, why):
    assert error_in("previous_period", text, YEAR) == ""
    message = warning_in("previous_period", text, YEAR)
    assert message == f"The period of the previous value “{text}” cannot be read: {why}."


@pytest.mark.parametrize("text", ["2010/11", "2011", "2033", "2021-33", "1999/00"])
def test_a_period_more_than_ten_years_off_is_worth_a_look(text):
    message = warning_in("period", text, YEAR)
    assert message.endswith("more than 10 years from the edition's own year, 2022.")


def test_a_quartile_position_of_no_year_is_worth_a_look():
    assert warning_in("quartile", "2nd (soon)", YEAR) == (
        "The quartile position “2nd (soon)” has “soon” in brackets, where a period is read: it "
        "names no year of four digits, such as 2021/22."
    )


@given(st.sampled_from(FIELDS["indicator"]), st.text(max_size=40))
def test_any_text_can_be_asked_about(name, text):
    fault, doubt = error_in(name, text, YEAR), warning_in(name, text, YEAR)
    if name not in CHECKED:
        assert (fault, doubt) == ("", "")
