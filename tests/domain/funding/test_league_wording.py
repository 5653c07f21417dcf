"""The funding pages' sentences."""

import pytest

from domain.comparison.terms import AreaClass
from domain.funding import league_wording as wording
from domain.funding.core_spending_power import BetterOff
from domain.funding.league_table import LeagueTable, OtherRate
from tests.builders.leagues import FIRE, a_league, an_amount, some_amounts

ALPHA = OtherRate("alpha", "Alpha", False, True, BetterOff(1000, 800, 1000))
UNKNOWN = OtherRate("alpha", "Alpha", False, False, None)
COUNTIES = ["alpha", "bravo", "ours", "echo", "hampshire"]


def area(table: LeagueTable, code: str):
    return next(area for area in table.areas if area.code == code)


class TestStanding:
    """Where ours stands."""

    def test_among_everybody_it_is_the_place_of_all_and_of_the_class(self):
        assert wording.position_in_words(a_league()) == (
            "Ours has £800.00 of core spending power per head in 2021/22: 4th of the 6 areas that "
            "compare, and 3rd of the 4 county council areas whose figures compare."
        )

    def test_among_its_class_the_class_is_not_said_twice(self):
        sentence = wording.position_in_words(a_league(members=COUNTIES, slug="counties"))
        assert sentence == wording.position_in_words(a_league())

    def test_in_another_group_its_place_there_comes_first(self):
        sentence = wording.position_in_words(
            a_league(members=["ours", "delta", "alpha"], slug="some-areas")
        )
        assert (
            ": 2nd of the 3 whose figures compare among “Some areas”, 4th of the 6 areas"
            in sentence
        )

    def test_outside_the_group_it_has_no_rank_there(self):
        sentence = wording.position_in_words(a_league(members=["alpha"], slug="one"))
        assert sentence.endswith(
            "It is not in the group chosen here, so it has no rank among them."
        )

    def test_without_a_figure_that_compares_it_says_why(self):
        sentence = wording.position_in_words(a_league(council="hampshire"))
        assert sentence.startswith(
            f"Hampshire is not ranked by core spending power in 2021/22. {FIRE} So its difference"
        )
        assert "cannot be told" in wording.position_in_words(a_league(council="bolton"))


@pytest.mark.parametrize(
    ("rank", "n", "sentence"),
    [
        (136, 138, "136th of the 138"),
        (23, 23, "the lowest of the 23"),
        (1, 9, "the highest of the 9"),
        (1, 1, "the only one of the"),
    ],
)
def test_a_place_is_said_in_words(rank, n, sentence):
    assert wording.place(rank, n) == sentence


def test_another_s_rate_is_said_with_what_it_would_be_worth():
    assert wording.at_rate("Ours", ALPHA) == "At Alpha's rate Ours would have £200,000 more a year."
    less = OtherRate("st", "St. Helens", True, False, BetterOff(800, 1000, 2_000_000))
    assert wording.at_rate("Ours", less) == (
        "At St. Helens' rate Ours would have £400.0m less a year."
    )
    same = OtherRate("a", "A", True, False, BetterOff(800, 800, 10))
    assert wording.at_rate("Ours", same) == "At A's rate Ours would have the same."
    assert wording.at_rate("Ours", UNKNOWN) == ""


def test_the_formula_stands_with_its_numbers():
    worth = BetterOff(924.1001, 760.9159, 706155)
    assert wording.formula(worth) == "(£924.10 − £760.92) × 706,155 residents = £115,233,339"
    assert wording.formula(BetterOff(700, 800, 10)).endswith("= −£1,000")


def test_why_an_area_s_rate_stands_there_is_said_unless_it_was_chosen():
    council = a_league().council
    assert "best funded of the county council areas that are less deprived than Ours" in (
        wording.why_this_rate(council, ALPHA)
    )
    assert "best funded of the other county council areas" in wording.why_this_rate(
        council, UNKNOWN
    )
    assert wording.why_this_rate(council, OtherRate("a", "A", True, False, None)) == ""


def test_the_estimate_of_residents_is_named():
    assert "mid-2019" in wording.residents(2019)
    assert "published figures per head agree" in wording.residents(2019)
    assert "mid-2020" in wording.residents(2020)
    assert "use the one of mid-2019" in wording.residents(2020)


def test_the_short_table_is_headed_by_what_it_holds():
    assert wording.in_view_heading(a_league()) == "Ours and its neighbours"
    assert "three on each side" in wording.in_view_caption(a_league())
    apart = a_league(council="bolton")
    assert wording.in_view_heading(apart) == "Bolton beside the highest and the lowest"
    assert wording.in_view_caption(apart) == "the highest and the lowest"


def test_the_columns_are_headed_by_ours_against_the_middle():
    assert (
        wording.league_finding(a_league()) == "Ours has £50.00 per head less than the middle area"
    )
    assert "more than the middle" in wording.league_finding(a_league(council="bravo"))
    three = a_league(members=["alpha", "ours", "echo"], slug="three")
    assert wording.league_finding(three) == "Ours is the middle area: £800.00 per head"
    assert wording.league_finding(a_league(council="hampshire")) == (
        "Areas have between £600.00 and £1,500.00 per head"
    )


def test_how_to_read_the_columns_says_what_is_drawn_and_nothing_else():
    sentence = wording.league_read(a_league(), ALPHA)
    assert "middle area of 6, £850.00" in sentence
    assert "The hatched column is Alpha" in sentence
    assert "Pale columns compare only partly." in sentence
    assert sentence.endswith("Cut at the edge: London (£1,500.00).")
    counties = wording.league_read(a_league(members=COUNTIES, slug="counties"), UNKNOWN)
    assert counties.endswith("£850.00.")
    for word in ("hatched", "Pale", "Cut"):
        assert word not in counties


def test_the_cells_of_an_area_are_words_where_there_is_no_figure():
    table = a_league(members=["alpha", "bolton", "hampshire"], slug="some")
    council, alpha, bolton = table.council, area(table, "alpha"), area(table, "bolton")
    assert [wording.rank_in_group(area) for area in (alpha, council, bolton)] == [
        "1st", "not in the group", "does not compare",
    ]  # fmt: skip
    assert wording.rank_of_class(table, alpha) == "1st of 4"
    assert wording.rank_of_all(alpha) == "2nd"
    assert wording.rank_of_class(table, bolton) == wording.rank_of_all(bolton) == ""
    assert (wording.per_head(alpha), wording.per_head(bolton)) == ("£1,000.00", "no figure")
    assert wording.column_words(alpha) == "Alpha, £1,000.00, 1st"


def test_a_difference_carries_its_sign_and_ours_has_none():
    table = a_league()
    assert wording.from_council(area(table, "alpha")) == "+£200.00"
    assert wording.from_council(area(table, "echo")) == "−£200.00"
    assert wording.worth(area(table, "london")) == "+£700,000"
    assert wording.from_council(table.council) == wording.worth(table.council) == ""
    assert wording.from_council(area(table, "bolton")) == ""
    assert wording.signed(0.001, wording.pounds) == "£0.00"


def test_a_group_says_n_and_that_the_rest_is_named():
    assert wording.group_and_n(a_league(members=["alpha"], slug="one")) == "One: n = 1."
    assert wording.group_and_n(a_league(members=COUNTIES, slug="counties")) == (
        "Counties: n = 4 of 5. 1 area is not ranked, named below with the reason."
    )
    assert "2 areas are not ranked" in wording.group_and_n(a_league())


class TestMap:
    """The thirds in words."""

    def test_ours_is_in_a_third(self):
        assert wording.map_lead(a_league()) == (
            "Ours, with £800.00 of core spending power per head in 2021/22, is in the middle third "
            "of the 6 areas that compare."
        )

    def test_or_it_says_why_in_none(self):
        assert wording.map_lead(a_league(members=["alpha"], slug="one")) == (
            "Ours is in none of the thirds: it is not in the group chosen here."
        )
        assert wording.map_lead(a_league(council="hampshire")) == (
            f"Hampshire is in none of the thirds: its figure does not compare. {FIRE}"
        )

    def test_a_third_has_its_range(self):
        table = a_league()
        assert wording.third_range(table, 1) == "Highest third: 2 areas, £1,000.00 to £1,500.00"
        one = a_league(members=["alpha"], slug="one")
        assert wording.third_range(one, 1) == "Highest third: 1 area, £1,000.00 to £1,000.00"
        assert wording.third_range(one, 3) == "Lowest third: no area"

    def test_an_area_says_its_third_or_why_in_none(self):
        table = a_league(members=["alpha", "bolton"], slug="two")
        assert wording.third_of(area(table, "alpha")) == "Highest third"
        assert wording.third_of(area(table, "bolton")) == "Does not compare"
        assert wording.third_of(table.council) == "Not in the group"
        assert wording.map_words("Alpha", area(table, "alpha")) == "Alpha: £1,000.00, highest third"
        assert wording.map_words("Bolton", area(table, "bolton")) == (
            "Bolton: no figure, does not compare"
        )
        assert wording.map_words("Kent", None) == "Kent: not in the group"

    def test_the_heading_says_where_the_thirds_begin(self):
        assert wording.map_finding(a_league()) == (
            "A third of areas have at most £700.00 per head, a third at least £1,000.00"
        )
        one = a_league(members=["alpha"], slug="one")
        assert wording.map_finding(one) == "There are too few areas for thirds"

    def test_how_to_read_it_names_ours(self):
        assert wording.map_read(a_league()).endswith("Ours is ringed and named.")


def test_every_class_has_its_name_in_a_sentence():
    for kind in AreaClass:
        if kind is AreaClass.ENGLAND:
            continue
        power = some_amounts(an_amount("ours", 800, kind=kind), an_amount("b", 900, kind=kind))
        assert f"the lowest of the 2 {wording.CLASSES[kind]} whose" in wording.position_in_words(
            a_league(power)
        )
