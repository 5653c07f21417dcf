"""Every kind of chart that the product draws, from rows made up by Hypothesis."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.comparison import rank_wording
from domain.comparison.quadrants import Across
from figures.comparison.quadrant import KINDS as COUNCILS
from figures.comparison.quadrant import quadrant
from figures.comparison.rank_history import rank_history
from figures.comparison.rank_intervals import rank_intervals
from figures.comparison.value_history import value_history
from figures.comparison.value_strip import STACKING, value_strip
from figures.funding.england_map import FILLS, england_map
from figures.funding.league_columns import FILLS as COLUMNS
from figures.funding.league_columns import floor_columns, league_columns
from figures.funding.spending_bars import spending_bars
from figures.indicators.change_strip import COLOURS, change_strip
from figures.indicators.value_bars import value_bars
from figures.indicators.year_counts import year_counts
from figures.template import Figure, Trace
from tests.figures.drawing.reading import HOSTILE

Draw = Callable[[SearchStrategy], object]

WORDS = st.sampled_from(HOSTILE) | st.text("ab c<>&\"'/;=#-£%é…", max_size=12)
SIZES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3))
POSITIVE = st.floats(0, 2000).map(lambda number: round(number, 2))
COUNTS = st.integers(0, 99) | st.none()
RANKS = st.integers(1, 33)
CODES = tuple(f"E{place}" for place in range(6))


def rows(least: int = 1, most: int = 8, **columns: SearchStrategy) -> SearchStrategy:
    return st.lists(st.fixed_dictionaries(columns), min_size=least, max_size=most)


def boundaries(address: str) -> bytes:
    """A small square for each code."""
    features = [
        {"id": code, "geometry": {"type": "Polygon", "coordinates": [_square(-4 + place, 52)]}}
        for place, code in enumerate(CODES)
    ]
    return json.dumps({"features": features}).encode()


def _square(left: float, bottom: float) -> list[tuple[float, float]]:
    right, top = left + 0.5, bottom + 0.5
    return [(left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)]


def _quadrant(draw: Draw) -> Figure:
    points = rows(0, name=WORDS, across=RANKS, up=RANKS, words=WORDS,
                  kind=st.sampled_from(sorted(COUNCILS)))  # fmt: skip
    return quadrant(
        draw(points),
        medians=(draw(RANKS), draw(RANKS)),
        axes=(draw(WORDS), draw(WORDS)),
        corners=rank_wording.QUADRANTS[Across.REVENUE],
        labels=draw(st.sampled_from(["ours", "all"])),
    )


def _rank_history(draw: Draw, *, intervals: bool) -> Figure:
    columns = {"year": WORDS, "rank": RANKS | st.none(), "n": st.integers(1, 40)}
    years = draw(rows(most=20, **columns))
    if intervals:
        ends = [(None, None) if year["rank"] is None else sorted((draw(RANKS), draw(RANKS)))
                for year in years]  # fmt: skip
        years = [{**year, "low": low, "high": high}
                 for year, (low, high) in zip(years, ends, strict=True)]  # fmt: skip
    return rank_history(years)


def _rank_intervals(draw: Draw) -> Figure:
    ranks = rows(name=WORDS, rank=RANKS, low=RANKS, high=RANKS, words=WORDS)
    return rank_intervals(draw(ranks), furthest=33)


def _value_history(draw: Draw) -> Figure:
    gaps = dict.fromkeys(("ours", "median", "england", "lower", "upper"), SIZES | st.none())
    periods = draw(rows(period=WORDS, **gaps))
    names = {"ours": draw(WORDS), "median": draw(WORDS), "england": draw(WORDS)}
    return value_history(periods, names=names)


def _value_strip(draw: Draw) -> Figure:
    values = draw(rows(name=WORDS, value=SIZES, kind=st.sampled_from(STACKING), words=WORDS))
    return value_strip(
        values,
        cuts=draw(st.lists(SIZES, min_size=3, max_size=3) | st.just([])),
        lines=draw(st.dictionaries(WORDS, SIZES, max_size=3)),
        lower_is_better=draw(st.booleans()),
    )


def _england_map(draw: Draw) -> Figure:
    regions = st.sampled_from(["London", "South East", "South West"])
    areas = rows(name=WORDS, region=regions, kind=st.sampled_from(sorted(FILLS)), words=WORDS)
    coded = [{**area, "area_code": code} for area, code in zip(draw(areas), CODES, strict=False)]
    return england_map(coded, council_code=draw(st.sampled_from([*CODES, "none"])))


def _columns(draw: Draw) -> list[dict]:
    kinds = st.sampled_from(sorted(COLUMNS))
    return draw(
        rows(name=WORDS, per_head=POSITIVE, rank=RANKS | st.none(), kind=kinds, words=WORDS)
    )


def _league_columns(draw: Draw) -> Figure:
    return league_columns(_columns(draw), middle=draw(POSITIVE), reach=800)


def _floor_columns(draw: Draw) -> Figure:
    lifted = [{**row, "gain": draw(POSITIVE)} for row in _columns(draw)]
    return floor_columns(lifted, floor=draw(POSITIVE), label=draw(WORDS), reach=800)


def _spending_bars(draw: Draw) -> Figure:
    columns = {"label": WORDS, "ours": SIZES | st.none(), "low": SIZES, "high": SIZES}
    return spending_bars(draw(rows(**columns, words=WORDS)))


def _change_strip(draw: Draw) -> Figure:
    directions = st.sampled_from(sorted(COLOURS))
    columns = {"name": WORDS, "better_by": SIZES, "size": WORDS, "quarter": WORDS}
    return change_strip(draw(rows(**columns, direction=directions)))


def _value_bars(draw: Draw) -> Figure:
    figures = rows(label=WORDS, number=SIZES, printed=WORDS, now=st.booleans())
    return value_bars(
        draw(figures), target=draw(SIZES | st.none()), target_label=f"target {draw(WORDS)}"
    )


def _year_counts(draw: Draw) -> Figure:
    parts = dict.fromkeys(("improved", "no_change", "worsened", "undetermined"), COUNTS)
    return year_counts(draw(rows(edition=WORDS, **parts)))


KINDS: Mapping[str, Callable[[Draw], Figure]] = {
    "quadrant": _quadrant,
    "rank history": partial(_rank_history, intervals=False),
    "rank history with intervals": partial(_rank_history, intervals=True),
    "rank intervals": _rank_intervals,
    "value history": _value_history,
    "value strip": _value_strip,
    "england map": _england_map,
    "league columns": _league_columns,
    "floor columns": _floor_columns,
    "spending bars": _spending_bars,
    "change strip": _change_strip,
    "value bars": _value_bars,
    "year counts": _year_counts,
}


def points_of(trace: Trace) -> int:
    """How many points of a trace have values and are drawn as marks."""
    if trace["type"] in ("choropleth", "scattergeo"):
        return len(trace["locations"])
    if trace["type"] == "bar":
        along = trace["x"] if trace.get("orientation") == "h" else trace["y"]
        return sum(1 for value in along if value is not None)
    pairs = zip(trace["x"], trace["y"], strict=True)
    known = [(x, y) for x, y in pairs if x is not None and y is not None]
    return len(known) if "markers" in trace["mode"] else 0
