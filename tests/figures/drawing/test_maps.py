"""Maps: areas from a file of boundaries, marks in their middles, and one part larger."""

import json
import re

import pytest

from figures.drawing.maps import WIDTH
from tests.figures.drawing.reading import HOSTILE, drawn, label, labels, marks, only, titles
from tests.figures.drawing.traces import chart

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
HEIGHT = 620
EDGE = {"color": "#ffffff", "width": 0.7}
WHOLE = {"domain": {"x": [0, 1], "y": [0, 1]}}
EQUATOR = {**WHOLE, "lonaxis": {"range": [-10, 10]}, "lataxis": {"range": [-10, 10]}}


def square(left: float, bottom: float, size: float) -> list[list[float]]:
    right, top = left + size, bottom + size
    return [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]


GEOMETRIES = {
    "plain": {"type": "Polygon", "coordinates": [square(0, 0, 5)]},
    "holed": {"type": "Polygon", "coordinates": [square(-9, -9, 6), square(-7, -7, 2)]},
    "islands": {
        "type": "MultiPolygon",
        "coordinates": [[square(5, -9, 1)], [square(7, -9, 0.001)], [square(5, -6, 3)]],
    },
    "high": {"type": "Polygon", "coordinates": [[[*point, 99] for point in square(0, 6, 3)]]},
}


def boundaries(address: str) -> bytes:
    assert address == "/maps/small.geojson"
    features = [{"id": name, "geometry": shape} for name, shape in GEOMETRIES.items()]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def filled(*names: str, **more):
    return {
        "type": "choropleth",
        "geo": "geo",
        "geojson": "/maps/small.geojson",
        "locations": list(names),
        "colorscale": [[0, "#0b2239"], [1, "#0b2239"]],
        "marker": {"line": EDGE},
        "customdata": [f"words of {name}" for name in names],
        "hovertemplate": "%{customdata}<extra></extra>",
        **more,
    }


def marked(*names: str, **more):
    marker = {"symbol": "circle", "size": 12, "color": "#fffff0", "line": EDGE}
    return filled(*names) | {"type": "scattergeo", "mode": "markers", "marker": marker, **more}


def a_map(*traces, **layout):
    whole = chart(*traces, height=HEIGHT, **{"geo": EQUATOR, **layout})
    return drawn(whole, read=boundaries)


def outlines(mark) -> list[list[tuple[float, float]]]:
    """The closed lines of an area: the corners of each, in the drawing's own units."""
    found = []
    for line in (mark.get("d") or "").removesuffix("z").split("z"):
        start, steps = (
            [float(number) for number in NUMBER.findall(part)] for part in line.split("l")
        )
        corners = [(start[0], start[1])]
        for across, down in zip(steps[::2], steps[1::2], strict=True):
            corners.append((round(corners[-1][0] + across, 1), round(corners[-1][1] + down, 1)))
        found.append(corners)
    return found


def test_a_map_is_one_drawing_of_its_own_size_that_is_hidden_from_the_ear():
    svg = only(a_map(filled("plain")), "svg")
    assert svg.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    assert (svg.get("width"), svg.get("height")) == ("100%", str(HEIGHT))
    assert svg.get("aria-hidden") == "true"


def test_an_area_is_a_closed_line_where_it_lies():
    (area,) = marks(a_map(filled("plain")))
    ((first, *others),) = outlines(area)
    assert first == (WIDTH / 2, HEIGHT / 2)
    assert others[-1] == first
    right, top = WIDTH / 2 + WIDTH / 4, HEIGHT / 2 - WIDTH / 4
    assert others[1] == pytest.approx((right, top), abs=1)


def test_an_area_of_several_parts_and_one_with_a_hole_have_a_line_for_each():
    picture = a_map(filled("plain", "holed", "islands"))
    assert [len(outlines(area)) for area in marks(picture)] == [1, 2, 2]


def test_a_part_too_small_to_be_seen_breaks_no_line():
    (area,) = marks(a_map(filled("islands")))
    assert "lz" not in (area.get("d") or "")


def test_a_height_above_the_sea_is_left_out():
    (area,) = marks(a_map(filled("high")))
    assert len(outlines(area)[0]) == 5


def test_towards_the_pole_areas_are_larger_as_in_mercator_s_projection():
    def tall(name: str) -> float:
        ys = [y for _, y in outlines(marks(a_map(filled(name), geo=north))[0])[0]]
        return max(ys) - min(ys)

    north = {**WHOLE, "lonaxis": {"range": [0, 20]}, "lataxis": {"range": [0, 70]}}
    assert tall("high") / 3 > tall("plain") / 5


def test_areas_are_filled_and_edged_as_their_trace_says():
    picture = a_map(filled("plain"), filled("holed", colorscale=[[0, "#dfeaf6"], [1, "#dfeaf6"]]))
    groups = [group for group in picture.iter("g") if group.get("data-trace")]
    assert [group.get("fill") for group in groups] == ["#0b2239", "#dfeaf6"]
    assert {(group.get("stroke"), group.get("stroke-width")) for group in groups} == {
        ("#ffffff", "0.7")
    }


def test_an_area_says_its_own_words_when_it_is_pointed_at():
    assert titles(a_map(filled("plain", "holed"))) == ["words of plain", "words of holed"]


def test_a_mark_stands_in_the_middle_of_the_largest_part_of_its_area():
    def middle(name: str) -> list[float]:
        (mark,) = marks(a_map(marked(name)))
        return [float(number) for number in NUMBER.findall(mark.get("transform") or "")]

    scale = WIDTH / 20
    assert middle("plain") == pytest.approx([310 + 2.5 * scale, 310 - 2.5 * scale], abs=1)
    assert middle("islands") == pytest.approx([310 + 6.5 * scale, 310 + 4.5 * scale], abs=1)
    assert middle("holed") == pytest.approx([310 - 6 * scale, 310 + 6 * scale], abs=1)


def test_marks_are_filled_or_drawn_as_lines_alone():
    cross = {"symbol": "x-thin", "size": 8, "line": EDGE}
    picture = a_map(marked("plain"), marked("plain", "holed", marker=cross))
    groups = [group for group in picture.iter("g") if group.get("data-trace")]
    assert [group.get("fill") for group in groups] == ["#fffff0", "none"]
    assert [len(marks(picture, number)) for number in (0, 1)] == [1, 2]
    assert titles(picture, 1) == ["words of plain", "words of holed"]


@pytest.mark.parametrize(
    ("side", "anchor", "moved"), [("left", "end", "-12.0"), ("right", "start", "12.0")]
)
def test_a_name_stands_beside_its_mark(side, anchor, moved):
    named = {
        "mode": "markers+text",
        "text": ["<b>Poole</b>"],
        "textposition": f"middle {side}",
        "textfont": {"size": 16, "color": "#1b2330"},
    }
    words = label(a_map(marked("plain", **named)), "Poole")
    assert (words.get("text-anchor"), words[0].get("dx")) == (anchor, moved)
    assert (words.get("fill"), words.get("class")) == ("#1b2330", "halo")


def test_a_part_of_the_map_is_drawn_again_larger_in_its_own_corner():
    corner = {
        "domain": {"x": [0, 0.5], "y": [0.5, 1]},
        "lonaxis": {"range": [0, 5]},
        "lataxis": {"range": [0, 5]},
    }
    picture = a_map(filled("plain"), filled("plain", geo="geo2"), geo2=corner)
    (small,), (large,) = (outlines(marks(picture, number)[0]) for number in (0, 1))
    assert max(x for x, _ in large) - min(x for x, _ in large) == pytest.approx(310, abs=1)
    assert max(x for x, _ in small) - min(x for x, _ in small) == pytest.approx(155, abs=1)
    assert all(-1 <= x <= 311 and -1 <= y <= 311 for x, y in large)


@pytest.mark.parametrize("longitudes", [[-10, 10], [-40, 40]])
def test_the_whole_range_is_in_view_in_the_middle_of_its_room(longitudes):
    wide = {**EQUATOR, "lonaxis": {"range": longitudes}}
    ((corner, *_),) = outlines(marks(a_map(filled("plain"), geo=wide))[0])
    assert corner == (310, 310)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_looks_like_markup_is_written_as_words(words):
    picture = a_map(filled("plain", customdata=[words]), annotations=[{"text": words}])
    assert titles(picture) == [words]
    assert labels(picture) == [words]


def test_an_area_that_is_not_in_the_file_is_an_error():
    with pytest.raises(KeyError):
        a_map(filled("nowhere"))
