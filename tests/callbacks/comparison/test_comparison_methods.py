"""The methods of comparison: each worked example can be done again by hand from what is printed."""

import re

import pytest

from tests.callbacks.compared import HAMPSHIRE, SURREY, cells, page

pytestmark = pytest.mark.usefixtures("asking")

PATH = "/methods/comparison"
ASKED = ["", f"?ours={SURREY}", f"?ours={HAMPSHIRE}&group=county-councils"]
NUMBER = r"[\d,]+(?:\.\d+)?"


def said(question: str, pattern: str) -> list[float]:
    """The numbers that a sentence of the page holds where the pattern has groups."""
    match = re.search(pattern, page(PATH + question).text)
    assert match, pattern
    return [float(group.replace(",", "")) for group in match.groups()]


def tables(question: str) -> dict[str, list[list[str]]]:
    return {
        one_table.one("caption").text: cells(one_table)
        for one_table in page(PATH + question).all("table")
    }


def rank(words: str) -> int:
    return int(words.rstrip("stndrh"))


def amount(words: str) -> float:
    return float(re.sub(r"[£%,]", "", words))


@pytest.mark.parametrize("question", ASKED)
def test_the_example_of_a_rank_shows_a_tie_and_the_rank_after_it(question):
    (rows,) = [rows[1:] for head, rows in tables(question).items() if head.startswith("The first")]
    figures, ranks = [amount(row[1]) for row in rows], [rank(row[2]) for row in rows]
    assert figures in (sorted(figures), sorted(figures, reverse=True))
    assert ranks == [figures.index(figure) + 1 for figure in figures]
    assert len(set(ranks)) < len(ranks)


@pytest.mark.parametrize("question", ASKED)
def test_the_example_of_a_quartile_follows_from_its_formula(question):
    place, n = said(question, r" (\d+)(?:st|nd|rd|th) of (\d+) on the indicator")
    rank_, n_again, result, quartile = said(
        question, r"4 × \((\d+) − 1\) ÷ (\d+) = (\d+\.\d+)\D+ quartile (\d)"
    )
    assert (rank_, n_again) == (place, n)
    assert result == round(4 * (place - 1) / n, 2)
    assert quartile == int(4 * (place - 1) / n) + 1


@pytest.mark.parametrize("question", ASKED)
def test_the_example_of_a_theme_rank_is_the_average_of_the_ranks_in_its_table(question):
    (rows,) = [rows[1:] for head, rows in tables(question).items() if "'s ranks in" in head]
    ranks = [rank(row[1]) for row in rows]
    n, total, total_again, n_again, average = said(
        question, r"'s (\d+) ranks\D+(\d+); (\d+) ÷ (\d+) = (\d+\.\d+)"
    )
    assert n == n_again == len(ranks)
    assert total == total_again == sum(ranks)
    assert average == round(sum(ranks) / len(ranks), 2)


@pytest.mark.parametrize("question", ["", f"?ours={SURREY}"])
def test_the_example_per_head_is_its_pounds_by_its_residents(question):
    text = page(PATH + question).text
    rates = re.findall(rf"£({NUMBER}) ÷ ({NUMBER}) residents of mid-(\d+) = £({NUMBER})", text)
    assert [year for _, _, year, _ in rates] == ["2019", "2020"]
    for pounds, people, _, rate in rates:
        assert amount(rate) == round(amount(pounds) / amount(people), 2)


def test_our_pounds_per_head_are_those_that_were_published():
    assert "residents of mid-2019 = £760.92" in page(PATH).text


def test_where_a_figure_does_not_compare_there_is_no_example_per_head():
    text = page(f"{PATH}?ours={HAMPSHIRE}").text
    assert "Core spending power of 2021/22" in text
    assert "residents of mid-2019" not in text


def test_the_example_of_spending_gives_the_place_by_both_methods():
    spent = r"spent £[\d.]+ per head, \w+ of (\d+): quartile (\d) "
    assert said("", spent + "by the council") == [32, 2]
    n, quartile = said("", spent + "like with like")
    assert n <= 33
    assert 1 <= quartile <= 4


def test_a_group_s_members_are_counted_and_dated_in_the_list_of_groups():
    _, *rows = tables("")["Comparator groups"]
    assert [row[2] for row in rows] == ["33", "32", "24", "152"]
    assert all(re.fullmatch(r"\d+ \w+ \d{4}", row[1]) and row[3] for row in rows)


def test_every_method_names_its_source_or_is_about_gaps_and_groups():
    document = page(PATH)
    heads = [heading.text for heading in document.all("h2")]
    sources = [
        paragraph
        for paragraph in document.all("p")
        if paragraph.text.startswith("Source of the method")
    ]
    assert len(sources) == len(heads) - 1
    assert heads[-1] == "Comparator groups and changes of area"


def test_a_council_outside_the_group_has_no_example_of_its_rank_made_up():
    text = page(f"{PATH}?group=region-london").text
    assert "Leicestershire is 0th" not in text
    assert "quartile None" not in text
