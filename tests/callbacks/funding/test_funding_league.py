"""The funding league table, on the real figures."""

import pytest

from tests.callbacks.funding_screens import (
    BOLTON,
    HAMPSHIRE,
    SCILLY,
    beneath,
    chosen,
    figure,
    figures_in,
    lead,
    page,
    pounds,
    table,
)

pytestmark = pytest.mark.usefixtures("asking")


class TestLeagueTable:
    """The funding league table."""

    def test_it_opens_with_where_leicestershire_stands_and_what_surrey_s_rate_is_worth(self):
        assert figures_in(lead("/funding")) == [
            "£760.92", "2021/22", "136th", "138", "23", "£115.2m",
        ]  # fmt: skip
        assert lead("/funding").startswith("Leicestershire has £760.92")
        assert "At Surrey's rate" in lead("/funding")

    def test_the_formula_stands_with_its_numbers_and_the_estimate_of_residents(self):
        sentence = page("/funding").text
        assert "(£924.10 − £760.92) × 706,155 residents = £115,233,369 a year" in sentence
        assert "first estimate of mid-2019" in sentence
        assert "less deprived than Leicestershire" in sentence

    def test_another_estimate_gives_other_pounds_per_head(self):
        path = "/funding?base=2020"
        assert "£753.52" in lead(path)
        assert "first estimate of mid-2020" in page(path).text
        assert chosen(path)["base"] == "2020"

    def test_the_reader_picks_any_area_that_compares(self):
        path = "/funding?as=E09000020"
        assert "At Kensington and Chelsea's rate Leicestershire would have £447.5m" in lead(path)
        assert "stands here because" not in page(path).text
        assert chosen(path)["as"] == "E09000020"
        assert chosen(f"/funding?as={BOLTON}")["as"] == "by-itself"

    def test_every_area_that_compares_stands_in_order_with_its_difference(self):
        heads, *rows = table("/funding", "Core spending power per head, 2021/22: All upper-tier")
        assert heads == [
            "Rank of 138", "Area", "Per head", "More or less than ours", "Worth to ours", "Class",
            "Rank in class",
        ]  # fmt: skip
        rates = [pounds(row[2]) for row in rows]
        assert len(rows) == 138
        assert rates == sorted(rates, reverse=True)
        surrey = next(row for row in rows if row[1].startswith("Surrey"))
        assert surrey == [
            "66th", "Surreyrate used above", "£924.10", "+£163.18", "+£115.2m", "county council",
            "4th of 23",
        ]  # fmt: skip
        council = next(row for row in rows if row[1] == "Leicestershireours")
        assert council[2:5] == ["£760.92", "", ""]

    def test_ours_stands_among_its_neighbours_above_the_chart(self):
        rows = table("/funding", "Core spending power per head, 2021/22: the highest")[1:]
        assert [row[0] for row in rows] == [
            "1st", "133rd", "134th", "135th", "136th", "137th", "138th",
        ]  # fmt: skip

    def test_areas_that_do_not_compare_stand_apart_with_the_reason(self):
        rows = table("/funding", "Areas that do not compare")[1:]
        assert len(rows) == 14
        reasons = {row[0]: row[3] for row in rows}
        assert "Greater Manchester" in reasons["Bolton"]
        assert "fire authority" in reasons["Hampshire"]

    def test_london_compares_partly_and_the_reason_is_said_once(self):
        sentence = page("/funding").text
        assert sentence.count("Partly comparable (33): ") == 1
        assert sentence.count("Greater London Authority") == 1

    def test_a_group_has_ranks_of_its_own_beside_those_of_all(self):
        path = "/funding?group=counties-and-county-unitaries"
        heads, *rows = table(path, "Core spending power per head, 2021/22: County councils")
        assert (heads[0], heads[-1], len(rows)) == ("Rank of 32", "Rank of all 138", 32)
        assert rows[-1][0] == "32nd"
        assert rows[-1][-1] == "136th"

    def test_ours_is_a_row_without_a_rank_where_it_is_not_of_the_group(self):
        path = "/funding?group=region-london"
        rows = table(path, "Core spending power per head, 2021/22: London")[1:]
        assert len(rows) == 34
        assert rows[-1][:2] == ["not in the group", "Leicestershireours"]

    @pytest.mark.parametrize(
        ("council", "why"), [(HAMPSHIRE, "lacks the Hampshire"), (BOLTON, "No figure of its own")]
    )
    def test_a_council_that_does_not_compare_is_told_why(self, council, why):
        path = f"/funding?ours={council}"
        assert why in lead(path)
        assert "residents =" not in page(path).text
        rows = table(path, "Core spending power per head, 2021/22: the highest")[1:]
        assert rows[-1][0] == "does not compare"
        assert rows[-1][1].endswith("ours")

    def test_a_member_of_whom_nothing_is_held_is_named(self):
        sentence = page("/funding?group=counties-and-county-unitaries-to-2021").text
        assert "Without a figure: Northamptonshire (ended on 1 April 2021" in sentence

    @pytest.mark.parametrize("question", ["", "?group=county-councils", f"?ours={SCILLY}"])
    def test_the_columns_are_the_figures_of_the_table_beneath(self, question):
        path = f"/funding{question}"
        (bars,) = figure(path).data
        rows = beneath(path)
        assert [f"£{height:,.2f}" for height in bars.y] == [row[2] for row in rows]
        assert list(bars.customdata) == [f"{name}, {rate}, {rank}" for name, rank, rate in rows]

    def test_the_columns_name_ours_and_the_rate_that_is_used(self):
        named = [annotation.text for annotation in figure("/funding").layout.annotations]
        assert named == ["Surrey", "<b>Leicestershire</b>"]
        alone = [
            annotation.text
            for annotation in figure(f"/funding?ours={HAMPSHIRE}").layout.annotations
        ]
        assert alone == []
