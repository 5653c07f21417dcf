"""The overview, and improvement over a chosen scope."""

import csv
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

import pytest
from sqlalchemy import delete, update

from callbacks.indicators import home, improvement
from db.models import Indicator, YearCount
from domain.indicators import counting
from domain.indicators.terms import Verdict
from tests.app.markup import cells
from tests.app.product import address
from tests.builders import DATA
from tests.callbacks.forms_at_once import at_once, question
from tests.callbacks.screens import HEADLINE, change, count_table, document

pytestmark = pytest.mark.usefixtures("asking")

OF_FUNDING = Indicator.slug == home.CORE_SPENDING_POWER


def of_dashboards(slugs: Sequence[str]) -> str:
    """The query of an address that names these dashboards."""
    return f"?{urlencode([('dashboard', slug) for slug in slugs])}"


class TestImprovement:
    """Improvement and reduction over a scope that the reader chooses."""

    def counts(self, path: str) -> list[str]:
        """The last row of the table of counts."""
        return count_table(path)[-1]

    def asks(self, search: str) -> list[str]:
        """The dashboards that the form asks for on the page at this address."""
        (form,) = at_once(document(improvement.view(address(f"/improvement{search}"))))
        return [slug for _, slug in parse_qsl(question(form).removeprefix("?"))]

    def test_over_all_dashboards_it_counts_all_indicators(self):
        assert self.counts("/improvement")[:6] == ["Together", "243", "94", "44", "79", "26"]

    def test_without_schools_and_crime_it_counts_as_the_printed_headline(self, all_dashboards):
        kept = [dashboard.slug for dashboard in all_dashboards if dashboard.counted_in_headline]
        path = f"/improvement{of_dashboards(kept)}"
        assert len(kept) == 15
        assert tuple(map(int, self.counts(path)[2:6])) == HEADLINE
        text = document(improvement.view(address(path))).text
        assert "all but School & Academy Performance; Police & Crime" in text

    def test_the_link_to_the_printed_scope_counts_as_the_printed_headline(self):
        links = document(improvement.view(address("/improvement"))).all("a")
        printed = next(link for link in links if "printed compendium" in link.text)
        assert tuple(map(int, self.counts(printed.get("href"))[2:6])) == HEADLINE

    def test_each_dashboard_alone_counts_its_own(self, all_dashboards, all_rows):
        for dashboard in all_dashboards:
            path = f"/improvement{of_dashboards([dashboard.slug])}"
            own = counting.count((r for r in all_rows if r.dashboard == dashboard), scope="")
            assert self.counts(path)[1] == str(own.total)

    def test_an_address_ticks_the_same_boxes_again(self):
        sheet = improvement.view(address(f"/improvement{of_dashboards(['transport', 'housing'])}"))
        boxes = [box for box in document(sheet).all("input") if box.get("type") == "checkbox"]
        assert len(boxes) == 17
        assert {box.get("value") for box in boxes if "checked" in box.attributes} == {
            "transport",
            "housing",
        }

    @pytest.mark.parametrize(
        ("search", "slugs"),
        [
            ("", []),
            ("?dashboard=nothing", []),
            ("?dashboard=transport", ["transport"]),
            ("?dashboard=transport&dashboard=housing", ["housing", "transport"]),
            ("?dashboard=transport&dashboard=nothing", ["transport"]),
        ],
    )
    def test_the_form_asks_for_the_dashboards_that_its_address_names(self, search, slugs):
        assert sorted(self.asks(search)) == slugs

    def test_all_dashboards_need_no_question(self, all_dashboards):
        every = [dashboard.slug for dashboard in all_dashboards]
        assert self.asks(of_dashboards(every)) == []
        assert len(self.asks(of_dashboards(every[1:]))) == len(every) - 1

    @pytest.mark.parametrize("slugs", [[], ["nothing"], ["nothing", ""]])
    def test_a_scope_that_names_none_of_ours_is_all_of_them(self, slugs):
        assert self.counts(f"/improvement{of_dashboards(slugs)}")[1] == "243"

    def test_every_paragraph_names_every_indicator_once(self, all_rows):
        text = document(improvement.view(address("/improvement"))).text
        assert [row.name for row in all_rows if row.name not in text] == []

    def test_the_years_since_2018_are_shown_with_their_papers(self):
        tables = document(improvement.view(address("/improvement"))).all("table")
        years = next(cells(table) for table in tables if cells(table)[0][0] == "Edition")
        assert years[0][-2:] == ["Rank", "Paper"]
        with (DATA / "year_counts.csv").open(encoding="utf-8", newline="") as file:
            kept = [row for row in csv.DictReader(file) if row["level"] == "overall"]
        parts = ("improved", "no_change", "worsened", "undetermined")
        assert [row[1:5] for row in years[1:]] == [[row[part] for part in parts] for row in kept]
        assert [row[0][:4] for row in years[1:]] == [row["report_year"] for row in kept]


class TestHome:
    """The overview."""

    def test_it_counts_all_and_gives_the_printed_headline_beside_it(self):
        text = document(home.view(address("/"))).text
        assert "Of 243 indicators, 94 improved, 79 worsened" in text
        assert (
            "leaves out School & Academy Performance and Police & Crime: 91 improved, 38 no real "
            "change, 73 worsened, 19 cannot be told" in text
        )
        assert "7 December 2022" in text

    def test_it_links_every_dashboard_under_its_outcome(self, all_dashboards):
        links = [link.get("href") for link in document(home.view(address("/"))).all("a")]
        for dashboard in all_dashboards:
            assert f"/dashboards/{dashboard.slug}" in links

    def test_what_changed_most_is_what_moved_furthest(self, all_rows):
        lists = [
            node
            for node in document(home.view(address("/"))).all("ul")
            if node.get("class") == "changes"
        ]
        moved = [row for row in all_rows if row.better_by is not None]
        best = sorted(moved, key=lambda row: -(row.better_by or 0))[:5]
        worst = sorted(moved, key=lambda row: row.better_by or 0)[:5]
        listed = [[link.text for link in node.all("a")] for node in lists[:2]]
        assert listed == [[row.name for row in best], [row.name for row in worst]]

    def test_its_cards_say_where_the_council_stands(self, all_rows):
        text = document(home.view(address("/"))).text
        met = sum(1 for row in all_rows if row.judged.verdict is Verdict.MET)
        assert f"{met} of 57 met" in text
        assert "£789 a head" in text

    def test_without_a_rank_and_a_figure_of_funding_there_are_fewer_cards(self, own_app):
        change(own_app, delete(YearCount), delete(Indicator).where(OF_FUNDING))
        with own_app.server.test_request_context("/"):
            assert self.cards() == ["Targets that can be judged"]

    @pytest.mark.parametrize("printed", ["", "-", "TBC"])
    def test_funding_without_a_figure_has_no_card(self, own_app, printed):
        change(own_app, update(Indicator).where(OF_FUNDING).values(value_text=printed))
        with own_app.server.test_request_context("/"):
            assert not [card for card in self.cards() if "Core spending power" in card]

    def cards(self) -> list[str]:
        """What the cards are about."""
        sections = document(home.view(address("/"))).all("section")
        return [node.one("h2").text for node in sections if node.get("class") == "card-plain"]
