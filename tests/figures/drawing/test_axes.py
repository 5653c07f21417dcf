"""Axes: their ends, where a value lies between them, and which values are named and how."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.drawing.axes import PADDING, axis

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3))
VALUES = st.lists(NUMBERS, min_size=1, max_size=20)


def of(*values, from_zero=False, lines=True, **layout):
    return axis(layout, values, from_zero=from_zero, lines=lines)


def ends(*values, **more) -> tuple[float, float]:
    made = of(*values, **more)
    return made.start, made.end


def named(*values, **more) -> list[str]:
    return [words for _, words in of(*values, **more).ticks]


class TestEnds:
    """The first and the last value of an axis."""

    def test_a_range_that_is_given_is_kept_whatever_the_values(self):
        assert ends(1, 500, range=[0, 10]) == (0, 10)
        assert ends("a", "b", range=[-1, 3]) == (-1, 3)

    def test_a_range_may_run_backwards(self):
        backwards = of(range=[10, 0])
        assert (backwards.start, backwards.end) == (10, 0)
        assert [backwards.share(value) for value in (10, 5, 0)] == [0, 0.5, 1]

    def test_without_a_range_there_is_room_beyond_the_least_and_the_largest(self):
        low, high = ends(10, None, 20, 15)
        assert (low, high) == pytest.approx((10 - 10 * PADDING, 20 + 10 * PADDING))

    def test_a_reversed_axis_has_the_same_ends_the_other_way_round(self):
        assert ends(10, 20, autorange="reversed") == ends(10, 20)[::-1]
        assert ends("a", "b", autorange="reversed") == ends("a", "b")[::-1]

    @pytest.mark.parametrize(
        ("values", "wanted"),
        [
            ((10, 20), (0, 20 * (1 + PADDING))),
            ((-10, -20), (-20 * (1 + PADDING), 0)),
            ((-10, 10), (-10 - 20 * PADDING, 10 + 20 * PADDING)),
            ((0, 0), (0, 1)),
            ((), (0, 1 + PADDING)),
        ],
    )
    def test_bars_begin_at_zero_and_their_axis_has_room_on_the_side_where_they_end(
        self, values, wanted
    ):
        assert ends(*values, from_zero=True) == pytest.approx(wanted)

    @pytest.mark.parametrize("value", [0, 5, -5])
    def test_one_value_alone_lies_in_the_middle(self, value):
        assert of(value).share(value) == pytest.approx(0.5)

    def test_without_values_there_is_an_axis_all_the_same(self):
        low, high = ends(None, None)
        assert low < 0
        assert high > 1

    def test_categories_have_room_for_half_a_bar_or_for_a_mark_at_both_ends(self):
        assert ends("a", "b", "a", "c", lines=False) == (-0.5, 2.5)
        assert ends("a", "b", "a", "c", lines=True) == (-0.25, 2.25)

    @given(VALUES, st.booleans())
    def test_every_value_lies_between_the_ends(self, values, from_zero):
        made = of(*values, from_zero=from_zero)
        assert all(0 <= made.share(value) <= 1 for value in values)
        assert not from_zero or 0 <= made.share(0) <= 1


class TestPlaces:
    """Where a value lies."""

    def test_a_category_lies_at_its_position_in_the_order_of_first_use(self):
        made = of("b", "a", "b", "c", range=[0, 2])
        assert made.categories == ("b", "a", "c")
        assert [made.number(value) for value in ("b", "a", "c")] == [0, 1, 2]
        assert [made.share(value) for value in ("b", "a", "c")] == [0, 0.5, 1]

    def test_a_number_on_an_axis_of_categories_is_a_position(self):
        assert of("b", "a").number(0.5) == 0.5

    def test_a_number_written_as_words_is_a_number_where_there_are_no_categories(self):
        assert of(1, 2).number("1.5") == 1.5


class TestTicks:
    """Which values are named."""

    def test_ticks_that_are_given_are_kept_with_their_words(self):
        made = of(range=[0, 9], tickvals=[0, 5], ticktext=["none", 5])
        assert made.ticks == ((0.0, "none"), (5.0, "5"))

    def test_ticks_that_are_given_without_words_are_named_by_their_numbers(self):
        assert named(range=[0, 9], tickvals=[0, 5], ticksuffix="%") == ["0%", "5%"]
        assert named(range=[0, 9], tickvals=[], ticktext=[]) == []

    def test_every_category_is_named_with_what_is_put_after_it(self):
        assert of("a", "b", ticksuffix="  ").ticks == ((0.0, "a  "), (1.0, "b  "))

    @pytest.mark.parametrize(("n", "wanted"), [(4, 4), (8, 4), (9, 3), (30, 4)])
    def test_of_many_categories_every_few_are_named_from_the_first_on(self, n, wanted):
        shown = named(*(f"period {place}" for place in range(n)), nticks=4)
        assert shown[0] == "period 0"
        assert len(shown) == wanted

    @pytest.mark.parametrize(
        ("ends_", "wanted"),
        [
            ((0, 10), ["0", "2", "4", "6", "8", "10"]),
            ((10, 0), ["0", "2", "4", "6", "8", "10"]),
            ((-0.1, 0.75), ["0", "0.2", "0.4", "0.6"]),
            ((-7, 7), ["−6", "−4", "−2", "0", "2", "4", "6"]),
            ((0.29, 0.41), ["0.3", "0.32", "0.34", "0.36", "0.38", "0.4"]),
        ],
    )
    def test_numbers_are_named_in_round_steps_between_the_ends(self, ends_, wanted):
        assert named(range=list(ends_)) == wanted

    def test_no_more_are_named_than_are_asked_for(self):
        assert named(range=[0, 100], nticks=2) == ["0", "50", "100"]
        assert named(range=[0, 100], nticks=1) == ["0", "100"]
        assert named(range=[0, 1220], nticks=6) == ["0", "500", "1000"]

    @given(VALUES, st.integers(1, 12))
    def test_ticks_are_evenly_apart_between_the_ends_and_not_too_many(self, values, most):
        made = of(*values, nticks=most)
        at = [value for value, _ in made.ticks]
        assert all(-1e-6 <= made.share(value) <= 1 + 1e-6 for value in at)
        assert len(at) <= most + 1
        steps = [after - before for before, after in itertools.pairwise(at)]
        assert all(step == pytest.approx(steps[0]) for step in steps)
        if steps:
            digits = steps[0] / 10 ** math.floor(math.log10(steps[0]) + 1e-9)
            assert round(digits, 6) in (1, 2, 5)


class TestWords:
    """How a number is written along an axis."""

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [
            (0, "0"), (5, "5"), (0.1 + 0.2, "0.3"), (-5, "−5"), (1500, "1500"), (9999, "9999"),
            (10_000, "10k"), (12_500, "12.5k"), (-250_000, "−250k"), (1_000_000, "1M"),
            (-2_500_000, "−2.5M"),
        ],
    )  # fmt: skip
    def test_long_numbers_are_told_by_thousands_or_millions(self, value, wanted):
        assert named(range=[0, 1], tickvals=[value]) == [wanted]

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [(0, "£0"), (800, "£800"), (1200, "£1,200"), (-1200, "−£1,200"), (1e6, "£1,000,000")],
    )
    def test_whole_pounds_have_their_sign_before_and_commas(self, value, wanted):
        pounds = {"tickprefix": "£", "tickformat": ",.0f"}
        assert named(range=[0, 1], tickvals=[value], **pounds) == [wanted]

    def test_what_comes_before_and_after_a_number_stands_around_it(self):
        shown = named(range=[0, 1], tickvals=[-20_000], tickprefix="£", ticksuffix=" a head")
        assert shown == ["−£20k a head"]


@pytest.mark.parametrize(
    ("layout", "labels", "grid"),
    [
        ({}, True, True),
        ({"visible": False}, False, False),
        ({"showticklabels": False}, False, True),
        ({"showgrid": False}, True, False),
    ],
)
def test_labels_and_lines_are_drawn_unless_they_are_hidden(layout, labels, grid):
    made = of(1, 2, **layout)
    assert (made.shows_labels, made.shows_grid) == (labels, grid)
