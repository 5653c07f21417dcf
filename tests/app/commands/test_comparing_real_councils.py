"""The commands that compare councils, on the real figures, for two councils."""

import json

import pytest

from tests.builders.comparisons import LEICESTERSHIRE, SURREY

pytestmark = pytest.mark.unmeasured

LEAGUE = ["league", "core-spending-power", "2021/22"]


@pytest.fixture
def answered(compared_url, monkeypatch, said):
    """Run a command on the real figures; gives its JSON."""
    monkeypatch.setenv("COMPENDIUM_DATABASE", compared_url)
    return lambda *arguments: json.loads(said(*arguments, "--json"))


def row_of(answer, code: str) -> dict[str, object]:
    (row,) = (row for row in answer["rows"] if row["area_code"] == code)
    return row


def test_the_league_shows_leicestershire_s_published_figure_and_place(answered):
    answer = answered(*LEAGUE, "--as", "Surrey")
    ours = row_of(answer, LEICESTERSHIRE)
    assert (round(ours["per_head"], 2), ours["rank"], answer["n"]) == (760.92, 136, 138)
    assert len(answer["rows"]) == 152
    assert round(answer["better_off"]["pounds"] / 1e6) == 115
    assert row_of(answer, SURREY)["difference"] == pytest.approx(
        answer["better_off"]["pounds"] / answer["better_off"]["our_population"]
    )


def test_leicestershire_is_the_last_of_the_counties_that_have_a_figure(answered):
    answer = answered(*LEAGUE, "--group", "County councils and county unitaries")
    ranked = [row for row in answer["rows"] if row["rank"]]
    assert ranked[-1]["area_code"] == LEICESTERSHIRE
    assert [row["name"] for row in answer["rows"] if not row["rank"]] == ["Hampshire"]
    assert len(ranked) == answer["n"] == 32


def test_leicestershire_is_third_of_the_county_councils_overall(answered):
    answer = answered("quadrant", "overall", "--group", "county-councils")
    ours = row_of(answer, LEICESTERSHIRE)
    assert (answer["indicators"], answer["n"], ours["performance_rank"]) == (165, 24, 3)
    assert ours["low"] <= 3 <= ours["high"]
    assert ours["quadrant"].startswith("high-")


def test_in_the_group_of_33_leicestershire_is_fourth_of_the_31_that_can_be_ranked(answered):
    answer = answered("quadrant", "overall", "--across", "deprivation")
    assert len(answer["rows"]) == 33
    assert answer["n"] == 31
    assert row_of(answer, LEICESTERSHIRE)["performance_rank"] == 4
    assert [row["name"] for row in answer["rows"] if row["performance_rank"] is None] == [
        "North Northamptonshire",
        "West Northamptonshire",
    ]


def test_another_county_can_be_ours(answered, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_COUNCIL_CODE", SURREY)
    answer = answered(*LEAGUE, "--as", "Leicestershire")
    assert answer["ours"] == SURREY
    assert row_of(answer, SURREY)["difference"] == 0
    assert row_of(answer, LEICESTERSHIRE)["difference"] < 0
    better = answer["better_off"]
    assert better["our_population"] == 1196236
    assert better["pounds"] == pytest.approx(
        (better["their_per_head"] - better["our_per_head"]) * 1196236
    )


def test_a_standing_says_who_is_missing_and_why(answered):
    answer = answered("standing", "ascof_1f")
    assert answer["n"] + len(answer["missing"]) == 33
    assert {each["reason"] for each in answer["missing"]} == {
        "began on 1 April 2021; before, Northamptonshire had the figures"
    }
    assert max(row["rank"] for row in answer["rows"]) <= answer["n"]
