"""Every page of compared councils: for ours and for any other, among any group."""

import pytest

from callbacks.comparison import comparison
from domain.comparison.terms import Theme
from domain.errors import NotFound
from tests.app.product import address
from tests.callbacks.compared import (
    HAMPSHIRE,
    OURS,
    PATHS,
    SURREY,
    asked_by,
    chosen,
    lead,
    links,
    page,
    sheet,
    table,
    unsaid,
)

pytestmark = pytest.mark.usefixtures("asking")

INDICATOR = "/comparison/indicators/lait-revcp"
GROUPS = ["county-councils", "upper-tier", "region-london"]
FORMS = [path for path in PATHS if path != "/methods/comparison"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("code", "name"), [(SURREY, "Surrey"), (HAMPSHIRE, "Hampshire")])
def test_a_page_is_about_the_council_that_its_address_asks_for(path, code, name):
    assert name in lead(f"{path}?ours={code}")
    assert "Leicestershire" not in lead(f"{path}?ours={code}")
    assert unsaid(page(f"{path}?ours={code}")) == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_page_answers_among_any_group_whether_or_not_ours_is_a_member(path, group):
    assert "Leicestershire" in lead(f"{path}?group={group}")
    assert unsaid(page(f"{path}?group={group}")) == []


@pytest.mark.parametrize("path", FORMS)
def test_the_form_shows_what_the_address_asks_for(path):
    assert chosen(path).items() >= {"ours": OURS, "group": "counties-and-county-unitaries"}.items()
    asked = {"ours": SURREY, "group": "county-councils"}
    question = "&".join(f"{name}={value}" for name, value in asked.items())
    assert chosen(f"{path}?{question}").items() >= asked.items()


@pytest.mark.parametrize("path", PATHS)
def test_what_is_not_known_is_ignored(path):
    question = "?ours=E99999999&group=nothing&theme=nothing&across=up&labels=x&period=1066"
    assert page(path + question).text == page(path).text


@pytest.mark.parametrize("path", PATHS)
def test_every_link_keeps_the_council_and_the_group(path):
    asked = {"ours": SURREY, "group": "county-councils"}
    positions = links(f"{path}?ours={SURREY}&group=county-councils")
    own = [
        position for position in positions if position.get("data-trace")
    ]  # each leads to its own council
    lost = [
        position.get("href")
        for position in positions
        if position not in own and not asked_by(position).items() >= asked.items()
    ]
    assert lost == []
    assert all(asked_by(link)["group"] == "county-councils" for link in own)


@pytest.mark.parametrize("path", PATHS)
def test_the_page_one_is_on_is_marked_among_those_of_its_part(path):
    marked = [link.get("href") for link in links(path) if link.get("aria-current") == "page"]
    assert marked == ([] if path == INDICATOR else [path])


@pytest.mark.parametrize("slug", ["nothing", "LAIT-REVCP", "lait_revcp", "%00", "1f"])
def test_an_indicator_that_is_not_there_is_not_found(browser, slug):
    path = f"/comparison/indicators/{slug}"
    assert browser.get(path).status_code == 404
    if slug.isascii() and "%" not in slug:
        with pytest.raises(NotFound):
            sheet(path)


def test_where_ours_stands_overall_is_what_was_worked_out_before():
    assert "Leicestershire is 4th of the 31 county councils and county unitaries" in lead(
        "/comparison"
    )
    assert "Leicestershire is 3rd of the 24 county councils" in lead(
        "/comparison?group=county-councils"
    )


@pytest.mark.parametrize(
    ("theme", "rank"),
    [
        ("Overall", "4th"), ("Children's Social Care", "2nd"), ("Health - Child", "5th"),
        ("Economy", "10th"), ("Environment & Waste", "22nd"),
    ],
)  # fmt: skip
def test_our_rank_by_theme_is_what_was_worked_out_before(theme, rank):
    rows = {row[0]: row for row in table("/comparison", "Leicestershire's rank by theme")}
    assert rows[theme][1] == rank


def test_the_league_lists_every_member_the_ranked_first_and_in_order():
    _, *rows = table("/comparison?theme=economy", "Economy: average rank")
    assert len(rows) == 33
    averages = [float(row[3]) for row in rows if row[1] != "not ranked"]
    assert averages == sorted(averages)
    ranked = [row[1] != "not ranked" for row in rows]
    assert ranked == sorted(ranked, reverse=True)


def test_the_themes_of_the_page_are_all_nine():
    rows = table("/comparison", "Leicestershire's rank by theme")[1:]
    assert len(rows) == len(Theme)


def test_outside_of_its_group_a_council_has_no_chart_of_ranks():
    document = page("/comparison?group=region-london")
    assert document.all("figure") == []
    assert "not ranked overall" in lead("/comparison?group=region-london")


def test_a_view_has_one_title_for_menu_and_browser():
    shown = comparison.view(address("/comparison"))
    assert (shown.title, shown.menu) == ("Councils compared", "/comparison")
    assert shown.description == lead("/comparison")
