"""Spending by service, on the real figures."""

import re

import pytest

from callbacks.funding import spending
from domain.funding.service_spending import ServiceRow, ServiceTable
from domain.funding.spending import SpendingMethod
from tests.builders.leagues import SERVICES as LEAGUE_SERVICES
from tests.callbacks.funding_screens import (
    CITY,
    CUMBRIA,
    SURREY,
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


SERVICES = 8


class TestServices:
    """Spending by service."""

    def rows(self, question: str = "") -> list[list[str]]:
        return table(f"/funding/services{question}", "Net current expenditure per head")

    def test_it_opens_with_the_whole(self):
        assert figures_in(lead("/funding/services")) == [
            "£516.66", "2021/22", "32", "£678.42", "5", "8",
        ]  # fmt: skip
        assert lead("/funding/services").startswith("Leicestershire spent")
        assert "the lowest of 32" in lead("/funding/services")

    def test_the_council_s_method_gives_the_published_quarters_again(self):
        _, *rows = self.rows()
        council = [row[4].removesuffix("n = 32") for row in rows]
        published = [row[6].split("*")[0] for row in rows]
        assert council == published == ["4th", "4th", "4th", "4th", "2nd", "3rd", "4th", "3rd"]
        alike = [row[5].removesuffix("n = 33") for row in rows]
        assert alike == ["4th", "4th", "4th", "4th", "3rd", "2nd", "4th", "3rd"]
        sentence = page("/funding/services").text
        agreement = re.findall(r"Of (\d) published quarters\D+(\d) again\D+(\d)", sentence)
        assert agreement == [("8", "8", "6")]

    def test_pounds_per_head_are_those_published(self):
        _, *rows = self.rows()
        assert [round(pounds(row[1])) for row in rows[1:]] == [380, 264, 124, 52, 50, 43, 14]
        assert [row[6].split("£")[1] for row in rows[1:]] == [
            "380", "264", "124", "52", "50", "43", "14",
        ]  # fmt: skip

    def test_each_published_quarter_leads_to_its_indicator(self):
        document = page("/funding/services")
        links = [link.get("href") for link in document.all("a") if link.text.endswith("*")]
        assert len(links) == SERVICES
        assert "/indicators/net-expenditure-per-head-of-population" in links

    def test_what_is_published_is_left_out_for_another_council(self):
        heads, *_ = self.rows(f"?ours={SURREY}")
        assert not [head for head in heads if "published" in head]
        assert "As published" not in page(f"/funding/services?ours={SURREY}").text

    @pytest.mark.parametrize(
        ("method", "n"),
        [(SpendingMethod.COUNCIL, 32), (SpendingMethod.OUTTURN, 33), (SpendingMethod.BUDGET, 32)],
    )
    def test_a_method_changes_the_rank_and_what_it_is_among(self, method, n):
        _, *rows = self.rows(f"?method={method.value}")
        assert rows[0][3] == f"{n}{'rd' if n == 33 else 'nd'} of {n}"
        assert chosen(f"/funding/services?method={method.value}")["method"] == method.value

    def test_who_made_no_return_is_named(self):
        for question in ("", "?method=outturn", "?method=budget"):
            sentence = page(f"/funding/services{question}").text
            assert sentence.count("Shropshire (no budget return") == 1
        everybody = page("/funding/services?group=upper-tier").text
        assert "Shropshire and Medway (no budget return" in everybody

    @pytest.mark.parametrize(("year", "n"), [("2022/23", 33), ("2023/24", 29), ("2024/25", 30)])
    def test_a_later_year_is_outturn_alone(self, year, n):
        heads, *rows = self.rows(f"?year={year}")
        assert heads[-1] == "Quarter, like with like"
        assert rows[0][3].endswith(f"of {n}")
        assert "only outturn is held" not in page("/funding/services").text
        assert "only outturn is held" in page(f"/funding/services?year={year}").text

    def test_councils_that_ended_are_named_with_what_became_of_them(self):
        sentence = page("/funding/services?year=2023/24").text
        assert re.search(r"Cumbria \([^)]*1 April 2023[^)]*Cumberland", sentence)
        assert "Cornwall (no outturn return" in sentence

    def test_ours_without_a_return_is_told_why(self):
        path = f"/funding/services?year=2023/24&ours={CUMBRIA}"
        assert lead(path).startswith("Cumbria has no figure")
        assert "1 April 2023" in lead(path)
        assert self.rows(f"?year=2023/24&ours={CUMBRIA}")[1][1] == "no figure"
        budget = "/funding/services?method=budget&ours=E06000051"
        assert lead(budget).startswith("Shropshire has no figure")
        assert "(no budget return" in lead(budget)

    @pytest.mark.parametrize(
        "question", ["", "?method=outturn", "?year=2023/24", f"?ours={CITY}&group=region-london"]
    )
    def test_the_chart_is_the_figures_of_the_table_beneath(self, question):
        path = f"/funding/services{question}"
        lines, dots = figure(path).data
        rows = [row for row in beneath(path) if row[2] != "not drawn"]
        assert [f"{x:.1f}" for x in reversed(dots.x)] == [row[1] for row in rows]
        ends = [f"{x:.1f}" for x in lines.x if x is not None]
        lows, highs = list(reversed(ends[::2])), list(reversed(ends[1::2]))
        assert lows == [row[2] for row in rows]
        assert highs == [row[3] for row in rows]

    def test_there_is_no_chart_where_nothing_has_a_middle(self):
        none = spending._figure("Ours", _without_a_middle())
        assert none is None


def _without_a_middle():
    row = ServiceRow(LEAGUE_SERVICES[0], 1.0, 0.0, 0.0, 0.0, 1, 1, None, None, None)
    return ServiceTable("2021/22", SpendingMethod.COUNCIL, (row,), (), ())
