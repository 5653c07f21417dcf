"""A floor's sentences."""

from domain.funding import floor_wording as wording
from domain.funding.floors import floor_request, floor_under
from tests.builders.leagues import FIRE, a_league

COUNTIES = ["alpha", "bravo", "ours", "echo", "hampshire"]


def under(typed: str, **league):
    table = a_league(**league)
    return floor_under(table, floor_request(typed, "")), table


def test_it_says_how_high_who_is_lifted_and_what_it_costs():
    assert wording.lead(*under("850")) == (
        "A floor of £850.00 per head lifts 3 of 6 areas and costs £90,000 a year in all."
    )
    assert wording.lead(*under("")).startswith(
        "A floor of £725.00 per head (25th percentile of 6 comparable areas) lifts 2 of 6"
    )


def test_a_floor_below_everybody_changes_nothing():
    result, table = under("500")
    assert wording.lead(result, table) == (
        "A floor of £500.00 per head changes nothing: no area of the group is below it."
    )
    assert wording.gainers(result, table) == "None of 6 areas gain."
    assert wording.gap(result) == "It stays £900.00 per head."
    assert wording.finding(result) == "No area has less than £500.00 per head"
    assert wording.council_gains(result, table) == "Ours is above the floor and gains nothing."


def test_it_says_what_ours_gains():
    result, table = under("850")
    assert wording.council_gains(result, table) == ("Ours gains £50,000 a year, £50.00 per head.")
    assert wording.council_per_head(result, table) == ("£50.00 per head: £800.00 becomes £850.00.")


def test_it_says_why_that_is_unknown_or_outside():
    unknown = under("850", council="hampshire")
    assert wording.council_gains(*unknown) == (f"What Hampshire would gain cannot be told. {FIRE}")
    outside = under("850", members=["alpha", "echo"], slug="two")
    assert wording.council_gains(*outside) == (
        "Ours is not in this group. The same floor would give it £50,000 a year, which is not "
        "in the cost."
    )
    for case in (unknown, outside):
        assert wording.council_per_head(*case) == wording.council_gains(*case)


def test_it_says_who_is_lifted_most_and_what_becomes_of_the_gap():
    result, table = under("850")
    assert wording.finding(result) == "3 areas are lifted, Echo most: £250.00 per head"
    assert wording.finding(under("650")[0]).startswith("1 area is lifted, Echo")
    assert wording.gap(result) == "It was £900.00 per head and becomes £650.00."
    assert wording.gainers(result, table) == "3 of 6 areas gain."
    assert wording.label(result) == "floor<br>£850.00"


def test_how_to_read_it_says_what_is_drawn():
    assert "Pale columns" in wording.how_to_read(a_league())
    assert "Pale columns" not in wording.how_to_read(a_league(members=COUNTIES, slug="counties"))


def test_a_column_says_its_gain():
    result, _ = under("850")
    sentence = {gain.area.code: wording.gain_words(gain) for gain in result.gains}
    assert sentence["echo"] == "Echo, £600.00, 6th: £250.00 more per head"
    assert sentence["alpha"] == "Alpha, £1,000.00, 2nd: above the floor"
    gains = {gain.area.code: wording.gain_and_after(gain) for gain in result.gains}
    assert gains["echo"] == ("£250.00", "£850.00")
    assert wording.gain_and_after(None) == ("not in the group", "")
    assert wording.share(50_000, 90_000) == "55.6%"


def test_what_was_refused_is_said_with_what_is_shown_meanwhile():
    assert wording.instead_of_typed(floor_request("x", "40")) == (
        "“x” is not an amount. Write pounds per head, such as 850 or £1,000. Shown meanwhile: "
        "the 40th percentile."
    )
    assert wording.instead_of_typed(floor_request("850", "")) == ""
