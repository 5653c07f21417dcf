"""A figure over its periods: ours, the group's median and England, told apart by dash and mark."""

from figures.comparison.value_history import value_history
from figures.template import Rows, column
from tests.figures.reading import faults, looks, validated

NAMES = {"ours": "Kent", "median": "the group's median", "england": "England"}


def periods(**changes) -> Rows:
    columns = {
        "period": ["2018/19", "2019/20", "2020/21"],
        "ours": [10.0, None, 12.5],
        "median": [9.0, 9.5, 10.0],
        "england": [8.0, 8.5, None],
        "lower": [9.0, None, None],
        "upper": [12.0, None, None],
        **changes,
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def history(table=None):
    return validated(value_history(periods() if table is None else table, names=NAMES))


def test_each_line_holds_the_figures_of_its_column_over_all_periods():
    table = periods()
    for which, line in zip(NAMES, history(table).data, strict=True):
        assert line.name == NAMES[which]
        assert list(line.x) == column(table, "period")
        assert list(line.y) == column(table, which)


def test_a_period_without_a_figure_leaves_a_gap():
    council, _, england = history().data
    assert not any(line.connectgaps for line in (council, england))
    assert [y is None for y in council.y] == [False, True, False]
    assert [y is None for y in england.y] == [False, False, True]


def test_a_line_without_any_figure_is_not_drawn_and_not_named():
    figure = history(periods(england=[None] * 3))
    assert [line.name for line in figure.data] == ["Kent", "the group's median"]


def test_lines_are_told_apart_by_dash_and_mark_as_well_as_by_colour():
    figure = history()
    assert looks(figure) == [("circle", "solid"), ("diamond", "dash"), ("square", "dot")]
    assert figure.layout.showlegend


def test_the_published_interval_of_ours_is_drawn_to_both_of_its_ends():
    council, *others = history().data
    up, *no_more = council.error_y.array
    down, *_ = council.error_y.arrayminus
    assert (up, down) == (2.0, 1.0)
    assert all(value is None for value in no_more)
    assert council.error_y.symmetric is False
    assert [line.error_y.array for line in others] == [None, None]


def test_where_no_interval_is_published_none_is_drawn():
    council, *_ = history(periods(lower=[None] * 3, upper=[None] * 3)).data
    assert council.error_y.array is None


def test_periods_stand_in_the_order_given_as_words_and_not_as_dates():
    figure = history(periods(period=["2019", "2019-21", "2020-04"]))
    assert figure.layout.xaxis.type == "category"
    assert list(figure.data[0].x) == ["2019", "2019-21", "2020-04"]


def test_the_chart_keeps_the_rules_of_every_chart():
    assert faults(history()) == []
    assert history().to_json() == history().to_json()


def test_what_is_handed_over_is_left_as_it_is():
    table = periods()
    history(table)
    assert table == periods()
