"""The shapes of points: each around its own centre, as large as it is said to be."""

import math
import re

import pytest

from figures.drawing.symbols import is_open, symbol

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SHAPES = (
    "circle", "circle-open", "square", "diamond", "star", "triangle-up", "triangle-down",
    "x-thin", "line-ns",
)  # fmt: skip


def corners(shape: str, size: float = 20) -> list[tuple[float, float]]:
    numbers = [float(number) for number in NUMBER.findall(symbol(shape, size))]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_twice_the_size_is_twice_as_large(shape):
    flags = shape.startswith("circle")
    if not flags:
        small, large = corners(shape, 10), corners(shape, 20)
        for one, other in zip(small, large, strict=True):
            assert other == pytest.approx((2 * one[0], 2 * one[1]), abs=0.02)
    assert symbol(shape, 10) != symbol(shape, 20)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if not shape.startswith("circle")])
def test_a_shape_reaches_as_far_to_the_left_as_to_the_right(shape):
    across = [x for x, _ in corners(shape)]
    assert min(across) == pytest.approx(-max(across), abs=0.02)


@pytest.mark.parametrize(
    ("shape", "n"),
    [("square", 4), ("diamond", 4), ("star", 10), ("triangle-up", 3), ("triangle-down", 3)],
)
def test_a_filled_shape_is_a_closed_line_of_its_corners(shape, n):
    path = symbol(shape, 20)
    assert len(corners(shape)) == n
    assert len(set(corners(shape))) == n
    assert (path[0], path[-1]) == ("M", "Z")


def test_a_circle_is_two_halves_around_its_centre():
    assert symbol("circle", 10) == "M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0Z"
    assert symbol("circle-open", 10) == symbol("circle", 10)


def test_a_triangle_points_up_or_down():
    up, down = corners("triangle-up"), corners("triangle-down")
    assert min(up, key=lambda corner: corner[1]) == (0, -10)
    assert max(down, key=lambda corner: corner[1]) == (0, 10)
    assert up == [(x, -y) for x, y in down]


def test_a_star_has_its_first_corner_on_top_and_every_other_one_further_in():
    far = [math.hypot(x, y) for x, y in corners("star")]
    assert corners("star")[0] == (0, -14)
    assert far[::2] == pytest.approx([14] * 5, abs=0.02)
    assert far[1::2] == pytest.approx([5.35] * 5, abs=0.02)


def test_lines_are_crossed_or_upright():
    assert corners("x-thin", 8) == [(-4, -4), (4, 4), (-4, 4), (4, -4)]
    assert corners("line-ns", 10) == [(0, -7), (0, 7)]


def test_shapes_of_lines_alone_are_open():
    assert [shape for shape in SHAPES if is_open(shape)] == ["circle-open", "x-thin", "line-ns"]


def test_a_shape_that_is_not_known_is_an_error():
    with pytest.raises(KeyError):
        symbol("pentagon", 10)
