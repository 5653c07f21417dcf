"""Filters: they narrow as asked, and an address gives the same view again."""

from urllib.parse import urlencode

import pytest

from callbacks.indicators import dashboard, indicators
from domain.indicators.filtering import CHOICES, Filters, filters_from, keep
from domain.indicators.terms import Direction, Quartile
from tests.app.product import address
from tests.callbacks.forms_at_once import at_once, question
from tests.callbacks.screens import NAMES, YEAR, document, shown

pytestmark = pytest.mark.usefixtures("asking")


def test_the_list_of_all_indicators_holds_all_of_them_in_printed_order(all_rows):
    assert shown("/indicators") == [row.name for row in all_rows]


EXPECTED = {
    "direction": lambda row: row.direction.value,
    "quartile": lambda row: row.quartile.position.value if row.quartile.position else "none",
    "rating": lambda row: row.rating.value if row.rating else "",
    "target": lambda row: row.judged.verdict.value,
    "plan": lambda row: "yes" if row.strategic_plan else "no",
}


@pytest.mark.parametrize(("name", "choice"), [pair for pair in NAMES if pair[0] != "sort"])
def test_a_choice_shows_exactly_the_indicators_that_it_names(all_rows, name, choice):
    wanted = [row.name for row in all_rows if EXPECTED[name](row) == choice]
    assert shown(f"/indicators?{name}={choice}") == wanted


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("direction=improved", 94),
        ("direction=no_change", 44),
        ("direction=worsened", 79),
        ("direction=undetermined", 26),
        ("quartile=1", 58),
        ("quartile=4", 22),
        ("quartile=1-2", 5),
        ("target=met", 36),
        ("target=missed", 21),
        ("target=not_judged", 10),
        ("dashboard=school-academy-performance", 12),
    ],
)
def test_the_choices_give_the_counts_of_the_printed_edition(question, number):
    assert len(shown(f"/indicators?{question}")) == number


@pytest.mark.parametrize("dashboard_slug", ["transport", "fair-funding", "police-crime"])
@pytest.mark.parametrize(
    "question", ["direction=improved", "quartile=none", "plan=yes", "text=the"]
)
def test_a_dashboard_is_narrowed_like_the_list_of_all(dashboard_slug, question):
    on_list = shown(f"/indicators?dashboard={dashboard_slug}&{question}")
    assert shown(f"/dashboards/{dashboard_slug}?{question}") == on_list


def test_choices_together_narrow_to_what_fits_them_all(all_rows):
    wanted = [
        row.name
        for row in all_rows
        if row.direction is Direction.WORSENED and row.quartile.position is Quartile.FIRST
    ]
    assert wanted
    assert shown("/indicators?direction=worsened&quartile=1") == wanted


@pytest.mark.parametrize(
    "question",
    ["direction=sideways", "quartile=9", "rating=", "sort=nothing", "nothing=1", "text=%20"],
)
def test_a_choice_that_is_not_declared_is_ignored(question):
    assert len(shown(f"/dashboards/transport?{question}")) == 17
    assert len(shown(f"/indicators?dashboard=transport&{question}")) == 17


def test_words_are_found_wherever_they_stand_whatever_their_capitals(all_rows):
    wanted = [row.name for row in all_rows if "recycl" in row.name.lower()]
    names_shown = shown("/indicators?text=RECYCL")
    assert wanted
    assert set(wanted) <= set(names_shown)
    assert shown("/indicators?text=no-such-words-at-all") == []


@pytest.mark.parametrize("order", CHOICES["sort"])
def test_the_order_is_that_asked_for(all_rows, order):
    some = [row for row in all_rows if row.direction is Direction.WORSENED]
    ordered = [row.name for row in keep(some, Filters(sort=order))]
    assert ordered != [row.name for row in some]
    assert shown(f"/indicators?direction=worsened&sort={order}") == ordered


def test_a_download_holds_the_rows_of_the_page(all_rows):
    edition, rows = indicators.chosen(filters_from({"target": "missed"}))
    assert edition.year == YEAR
    assert [row.name for row in rows] == shown("/indicators?target=missed")


class TestNarrowing:
    """What the form of a dashboard shows as chosen, and asks for by its address."""

    def asks(self, search: str) -> str:
        """What the form asks for on the page at this address."""
        sheet = dashboard.view(address(f"/dashboards/transport{search}"))
        (form,) = at_once(document(sheet))
        return question(form)

    def test_nothing_chosen_is_the_address_alone(self):
        assert self.asks("?direction=any&quartile=any&target=any&rating=any&plan=any&text=") == ""
        assert self.asks("?direction=&quartile=&target=&rating=&plan=&text=") == ""
        assert self.asks("") == ""

    @pytest.mark.parametrize(("name", "choice"), [pair for pair in NAMES if pair[0] != "sort"])
    def test_an_address_gives_the_same_view_again(self, name, choice):
        search = self.asks(f"?{name}={choice}")
        assert search == f"?{name}={choice}"
        assert shown(f"/dashboards/transport{search}") == shown(
            f"/indicators?dashboard=transport&{name}={choice}"
        )

    def test_words_survive_the_address(self):
        words = "cycling & walking = ü?#"
        search = self.asks(f"?{urlencode({'text': words})}")
        asked = address(f"/dashboards/transport{search}").query
        assert filters_from(asked).text == words

    @pytest.mark.parametrize("odd", ["nothing", "<script>", "['improved']", "Improved"])
    def test_what_is_not_one_of_the_choices_is_left_out(self, odd):
        names = ("direction", "quartile", "target", "rating", "plan")
        assert self.asks(f"?{urlencode(dict.fromkeys(names, odd))}") == ""

    @pytest.mark.parametrize(
        ("search", "wanted"),
        [
            ("?text=bus", "?text=bus"),
            ("?quartile=any&direction=worsened", "?direction=worsened"),
            ("?direction=sideways&sort=name", ""),
            ("?plan=yes&direction=improved", "?direction=improved&plan=yes"),
        ],
    )
    def test_the_form_asks_for_what_its_page_shows(self, search, wanted):
        assert self.asks(search) == wanted

    def test_the_form_shows_what_the_address_asks_for(self):
        sheet = dashboard.view(address("/dashboards/transport?direction=worsened&text=bus"))
        form = document(sheet).one("form")
        chosen = [
            option.get("value") for option in form.all("option") if "selected" in option.attributes
        ]
        assert chosen == ["worsened", "any", "any", "any", "any"]
        (words,) = [field.get("value") for field in form.all("input")]
        assert words == "bus"

    def test_a_dashboard_s_downloads_hold_what_is_shown(self):
        sheet = dashboard.view(address("/dashboards/transport?direction=worsened"))
        links = {link.text: link.get("href") for link in document(sheet).all("a")}
        assert links["CSV"] == "/indicators.csv?dashboard=transport&direction=worsened"
        assert links["Excel workbook"].startswith("/indicators.xlsx?dashboard=transport")
