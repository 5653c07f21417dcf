"""Every view shows what its address asks for, from the real edition."""

import csv

import pytest
from sqlalchemy import update

from callbacks.indicators import dashboard, dashboards, indicator, methods
from db.models import Indicator
from domain.errors import NotFound
from tests.app.markup import cells
from tests.app.product import address
from tests.builders import REPOSITORY
from tests.callbacks.screens import change, count_table, document, names_in

pytestmark = pytest.mark.usefixtures("asking")


def test_every_dashboard_shows_all_of_its_indicators_and_counts_them(all_dashboards, all_rows):
    assert len(all_dashboards) == 17
    for dashboard_row in all_dashboards:
        rows = [row for row in all_rows if row.dashboard.slug == dashboard_row.slug]
        sheet = dashboard.view(address(f"/dashboards/{dashboard_row.slug}"))
        assert sheet.title == dashboard_row.name
        assert names_in(sheet) == [row.name for row in rows]
        assert f"Of {len(rows)} indicators" in document(sheet).text


def test_each_dashboard_s_counts_are_those_printed(all_dashboards):
    file = REPOSITORY / "tests" / "published_counts_2022.csv"
    with file.open(encoding="utf-8", newline="") as published:
        printed = {row.pop("dashboard"): list(row.values()) for row in csv.DictReader(published)}
    del printed["school-academy-performance"]  # the paper counts 10 of its 12 rows
    slugs = {dashboard_row.name: dashboard_row.slug for dashboard_row in all_dashboards}
    counted = {slugs[row[0]]: row[1:6] for row in count_table("/improvement") if row[0] in slugs}
    assert len(printed) >= 14
    assert {slug: counted[slug] for slug in printed} == printed


@pytest.mark.unmeasured
def test_every_indicator_has_a_page_that_says_its_figure_as_printed(all_rows):
    assert len(all_rows) == 243
    for row in all_rows:
        sheet = indicator.view(address(f"/indicators/{row.slug}"))
        facts = document(sheet).one("dl")
        facts_by_name = dict(zip(facts.all("dt"), facts.all("dd"), strict=True))
        said = {name.text: value.text for name, value in facts_by_name.items()}
        assert sheet.title == row.name
        assert said["Figure as printed"] == (row.value.text or "nothing printed")
        assert said["Figure before as printed"] == (row.previous.text or "nothing printed")
        assert said["Target as printed"] == (row.target.text or "nothing printed")
        assert said["Quartile as printed"] == (row.quartile.text or "nothing printed")
        assert said["Row of the edition"] == str(row.number)


def test_one_can_walk_through_a_dashboard_from_indicator_to_indicator(all_rows):
    family = [row for row in all_rows if row.dashboard.slug == "transport"]
    slug, walked = family[0].slug, []
    while slug:
        walked.append(slug)
        last = document(indicator.view(address(f"/indicators/{slug}"))).all("p")[-1]
        onward = [link for link in last.all("a") if link.text not in before(family, slug)]
        slug = onward[0].get("href").removeprefix("/indicators/") if onward else ""
    assert walked == [row.slug for row in family]


def before(family, slug) -> set[str]:
    place = [row.slug for row in family].index(slug)
    return {row.name for row in family[:place]}


@pytest.mark.parametrize("path", ["/dashboards/nothing", "/dashboards/transport-", "/dashboards/'"])
def test_a_dashboard_that_is_not_there_is_not_found(path):
    with pytest.raises(NotFound):
        dashboard.view(address(path))


def test_an_indicator_that_is_not_there_is_not_found():
    with pytest.raises(NotFound):
        indicator.view(address("/indicators/nothing"))


def test_a_dashboard_without_two_figures_to_compare_has_no_picture(own_app):
    change(own_app, update(Indicator).values(previous_text="-"))
    with own_app.server.test_request_context("/"):
        page = document(dashboard.view(address("/dashboards/transport")))
    assert page.all("figure") == []
    assert len(page.one("table").all("tbody")[0].all("tr")) >= 1


def test_the_methods_list_every_cell_that_is_words_and_every_arrow_that_differs(all_rows):
    page = document(methods.view(address("/methods")))
    tables = {table.one("caption").text: cells(table)[1:] for table in page.all("table")}
    differing = [row.name for row in all_rows if row.rule_differs]
    named = tables["Indicators whose published arrow differs from the declared rule"]
    assert [line[0] for line in named] == differing
    kept = tables["Printed cells that are words"]
    assert sorted(line[2] for line in kept) == sorted(
        cell.text
        for row in all_rows
        for cell in (row.value, row.previous, row.target)
        if cell.is_words
    )
    (rules,) = (lines for caption, lines in tables.items() if caption.startswith("Rules of"))
    assert sum(int(line[1]) for line in rules) == len(all_rows)


def test_the_methods_say_so_when_every_cell_could_be_read(own_app):
    figures = {"value_text": "1", "previous_text": "1", "target_text": "1"}
    change(own_app, update(Indicator).values(**figures))
    with own_app.server.test_request_context("/"):
        page = document(methods.view(address("/methods")))
    captions = [table.one("caption").text for table in page.all("table")]
    assert "Printed cells that are words" not in captions


def test_the_list_of_dashboards_holds_each_under_its_outcome_with_the_plan_s_aims(all_dashboards):
    page = document(dashboards.view(address("/dashboards")))
    assert [node.text for node in page.all("h3")] == [row.name for row in all_dashboards]
    outcomes = list(dict.fromkeys(row.outcome for row in all_dashboards))
    assert [node.text for node in page.all("h2")] == outcomes
    assert len(page.all("details")) >= 5
    assert "17 dashboards hold 243 indicators" in page.text
