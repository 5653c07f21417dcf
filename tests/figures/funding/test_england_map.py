"""England in thirds, from our own boundaries and nobody else's."""

import itertools
import json

import pandas as pd
import pytest

from domain.council import contrast
from figures.funding.england_map import BOUNDARIES, FILLS, NOT_COMPARED, OUTSIDE, england_map
from figures.template import Rows
from tests.builders import DATA, REPOSITORY
from tests.figures.reading import validated

READABLE = 3
CODES = ("E10000018", "E10000030", "E09000001", "E08000001", "E06000052", "E10000014")


def areas(**changes) -> Rows:
    columns = {
        "area_code": CODES,
        "name": ["Leicestershire", "Surrey", "City of London", "Bolton", "Cornwall", "Hampshire"],
        "region": [
            "East Midlands", "South East", "London", "North West", "South West", "South East",
        ],
        "kind": ["3", "2", "1", NOT_COMPARED, OUTSIDE, NOT_COMPARED],
        "words": [f"words of {code}" for code in CODES],
        **changes,
    }  # fmt: skip
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def drawn(council: str = "E10000018", **changes):
    return validated(england_map(areas(**changes), council_code=council))


def of(figure, kind: str, geo: str = "geo") -> list:
    return [trace for trace in figure.data if trace.type == kind and trace.geo == geo]


def boundaries() -> dict:
    file = REPOSITORY / "app" / BOUNDARIES.removeprefix("/")
    return json.loads(file.read_text(encoding="utf-8"))


def rings(geometry) -> list:
    whole = geometry["coordinates"]
    return [whole] if geometry["type"] == "Polygon" else whole


def signed_area(ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def test_every_area_is_filled_once_by_its_kind():
    filled = of(drawn(), "choropleth")[:-1]
    by_fill = {trace.colorscale[0][1]: list(trace.locations) for trace in filled}
    drawn_codes = [code for trace in filled for code in trace.locations]
    assert sorted(drawn_codes) == sorted(CODES)
    assert by_fill[FILLS["1"]] == ["E09000001"]
    assert by_fill[FILLS["3"]] == ["E10000018"]


def test_each_third_can_be_told_from_the_others():
    for one, other in itertools.combinations(["1", "2", "3"], 2):
        assert contrast(FILLS[one], FILLS[other]) >= READABLE


def test_what_does_not_compare_is_crossed_and_not_only_coloured():
    crosses = [trace for trace in of(drawn(), "scattergeo") if trace.marker.symbol == "x-thin"]
    assert [list(cross.locations) for cross in crosses] == [["E08000001", "E10000014"]]
    everything = drawn(kind=["1"] * 6)
    assert all(trace.marker.symbol == "circle" for trace in of(everything, "scattergeo"))


def test_ours_is_outlined_ringed_and_named():
    figure = drawn()
    outline, ring = of(figure, "choropleth")[-1], of(figure, "scattergeo")[-1]
    assert list(outline.locations) == list(ring.locations) == ["E10000018"]
    assert (list(ring.text), ring.mode) == (["<b>Leicestershire</b>"], "markers+text")
    assert of(figure, "scattergeo", "geo2") == []


def test_a_name_stands_where_there_is_room_and_a_long_one_in_lines():
    assert of(drawn("E06000052"), "scattergeo")[-1].textposition == "middle right"
    assert of(drawn("E10000030"), "scattergeo")[-1].textposition == "middle left"
    long = drawn(name=["Bournemouth, Christchurch and Poole", *"bcdef"])
    assert "<br>" in of(long, "scattergeo")[-1].text[0]


def test_london_is_drawn_again_larger_and_ours_ringed_there_too():
    figure = drawn("E09000001")
    assert [list(trace.locations) for trace in of(figure, "choropleth", "geo2")] == [
        ["E09000001"]
    ] * 2
    (ring,) = of(figure, "scattergeo", "geo2")
    assert ring.mode == "markers"


def test_nothing_is_drawn_of_a_base_map_and_nothing_comes_from_elsewhere():
    figure = drawn()
    for geo in (figure.layout.geo, figure.layout.geo2):
        shown = {name: value for name, value in geo.to_plotly_json().items() if "show" in name}
        assert len(shown) == 8
        assert not any(shown.values())
        assert geo.visible is False
    assert {trace.geojson for trace in figure.data} == {BOUNDARIES}
    assert "http" not in figure.to_json()


def test_the_boundaries_are_those_of_the_upper_tier_areas():
    known = pd.read_csv(DATA / "comparison" / "group_members.csv")
    members = set(known.loc[known["group"] == "upper-tier", "area_code"])
    assert {feature["id"] for feature in boundaries()["features"]} == members


def test_the_boundaries_are_wound_so_that_an_area_and_not_the_globe_is_filled():
    for feature in boundaries()["features"]:
        for outer, *holes in rings(feature["geometry"]):
            assert signed_area(outer) < 0, feature["id"]
            assert all(signed_area(hole) > 0 for hole in holes), feature["id"]


@pytest.mark.parametrize("council", CODES)
def test_the_same_areas_give_the_same_picture(council):
    rows = areas()
    one, other = (validated(england_map(rows, council_code=council)) for _ in range(2))
    assert one.to_json() == other.to_json()
    assert rows == areas()
