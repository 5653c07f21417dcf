"""A floor for all, and the thirds on a map, on the real figures."""

import pytest

from domain.funding.floors import PERCENTILES
from tests.callbacks.funding_screens import (
    BOLTON,
    beneath,
    chosen,
    figure,
    figures_in,
    lead,
    page,
    table,
)

pytestmark = pytest.mark.usefixtures("asking")


class TestFloor:
    """A floor for all."""

    def test_it_opens_with_the_25th_percentile(self):
        assert figures_in(lead("/funding/floor")) == [
            "£843.74", "25th", "138", "35", "138", "£511.8m", "£58.5m", "£82.83",
        ]  # fmt: skip

    def test_a_typed_floor_wins_and_the_form_keeps_it(self):
        path = "/funding/floor?floor=%C2%A3850&percentile=50"
        assert lead(path).startswith("A floor of £850.00 per head lifts 39 of 138 areas")
        assert chosen(path)["floor"] == "£850"
        assert chosen(path)["percentile"] == "50"

    @pytest.mark.parametrize("percentile", PERCENTILES)
    def test_any_percentile_can_be_chosen(self, percentile):
        path = f"/funding/floor?percentile={percentile}"
        assert f"({percentile}th percentile of 138" in lead(path)

    @pytest.mark.parametrize("typed", ["abc", "-5", "99999", "%3Cscript%3E"])
    def test_what_cannot_be_used_is_said_at_the_top_and_beside_the_field(self, typed):
        path = f"/funding/floor?floor={typed}"
        document = page(path)
        refusal = next(div for div in document.all("div") if div.get("class") == "refusal")
        label = next(label for label in document.all("label") if label.text.startswith("Floor"))
        fault = label.all("small")[0].text
        assert fault in refusal.text
        assert "Shown meanwhile: the 25th percentile." in refusal.text
        assert lead(path) == lead("/funding/floor")

    def test_who_gains_adds_up_to_the_cost(self):
        heads, *rows = table("/funding/floor", "Areas lifted to £843.74")
        assert heads[3:6] == ["Gain per head", "Gain a year", "Share of the cost"]
        assert len(rows) == 35
        assert sum(float(row[5].rstrip("%")) for row in rows) == pytest.approx(100, abs=1)
        council = next(row for row in rows if row[1].startswith("Leicestershire"))
        assert council[2:6] == ["£760.92", "£82.83", "£58.5m", "11.4%"]

    def test_nobody_gains_from_a_floor_below_all(self):
        path = "/funding/floor?floor=600"
        assert "changes nothing" in lead(path)
        captions = [caption.text for caption in page(path).all("caption")]
        assert not [caption for caption in captions if caption.startswith("Areas lifted")]

    @pytest.mark.parametrize("question", ["", "?floor=900", "?group=region-london", "?floor=600"])
    def test_the_columns_and_their_gains_are_the_figures_of_the_table_beneath(self, question):
        path = f"/funding/floor{question}"
        below, added = figure(path).data
        rows = beneath(path)
        assert [f"£{height:,.2f}" for height in below.y] == [row[1] for row in rows]
        gains = ["£0.00" if row[2] == "not in the group" else row[2] for row in rows]
        assert [f"£{gain:,.2f}" for gain in added.y] == gains

    def test_the_floor_s_line_stands_at_the_floor(self):
        (line,) = figure("/funding/floor?floor=900").layout.shapes
        assert line.y0 == 900

    def test_a_council_that_does_not_compare_is_told_that_its_gain_is_unknown(self):
        assert "What Bolton would gain" in lead(f"/funding/floor?ours={BOLTON}")

    def test_ours_outside_the_group_is_told_what_the_same_floor_would_give(self):
        sentence = lead("/funding/floor?group=region-london")
        assert "Leicestershire" in sentence
        assert figures_in(sentence)[-1] == "£189.2m"


class TestMap:
    """The thirds on a map."""

    def test_it_opens_with_the_third_that_ours_is_in(self):
        assert "the lowest third of the 138" in lead("/funding/map")

    def test_the_key_gives_each_third_its_range(self):
        key = [item.text for item in page("/funding/map").one("figcaption").all("li")]
        assert key == [
            "Highest third: 46 areas, £968.10 to £3,705.62",
            "Middle third: 46 areas, £861.86 to £966.63",
            "Lowest third: 46 areas, £682.85 to £861.44",
            "No figure that compares",
        ]

    def test_a_group_leaves_the_others_pale_and_says_so(self):
        key = [
            item.text
            for item in page("/funding/map?group=region-london").one("figcaption").all("li")
        ]
        assert key[-1] == "Not in the group"
        assert "No figure that compares" not in key

    def test_the_table_beneath_stands_open_and_holds_what_is_drawn(self):
        assert "open" in page("/funding/map").one("details").attributes
        rows = beneath("/funding/map")
        assert len(rows) == 138
        drawn = {
            words
            for trace in figure("/funding/map").data
            if trace.type == "choropleth" and trace.geo == "geo"
            for words in trace.customdata
        }
        assert len(drawn) == 152
        for _, name, rate, third, _ in rows:
            bare = name.removesuffix("partly comparable").removesuffix("ours, ")
            assert f"{bare.removesuffix('ours')}: {rate}, {third.lower()}" in drawn

    def test_what_does_not_compare_is_crossed(self):
        marks = [trace for trace in figure("/funding/map").data if trace.type == "scattergeo"]
        (crosses,) = [mark for mark in marks if mark.marker.symbol == "x-thin"]
        assert len(crosses.locations) == 14
