"""Quadrants, lists, indicators and the heat map say of each council what its figures say."""

import pytest

from callbacks.comparison.benchmarks import LISTED
from domain.comparison.benchmark_wording import place_of
from domain.comparison.quadrants import Quadrant
from tests.callbacks.compared import HAMPSHIRE, OURS, SURREY, asked_by, lead, page, sheet, table
from tests.figures.reading import charts, graphs

pytestmark = pytest.mark.usefixtures("asking")

QUADRANT, LOWEST, LIST, HEAT = (
    f"/comparison/{page_name}"
    for page_name in ("quadrant", "lowest-quartile", "indicators", "heat-map")
)

OUTSIDE = place_of(None, member=False)


def names_in(path: str):
    return [link for link in page(path).all("a") if link.get("data-trace")]


def figure(path: str):
    ((figure_drawn, _),) = charts(sheet(path))
    return figure_drawn


@pytest.mark.parametrize("question", ["", f"?ours={SURREY}", "?group=upper-tier&theme=economy"])
def test_each_name_in_the_lists_leads_to_its_council_and_knows_its_own_mark(question):
    drawn = figure(QUADRANT + question)
    listed = names_in(QUADRANT + question)
    for name in listed:
        trace = drawn.data[int(name.get("data-trace"))]
        assert trace.customdata[int(name.get("data-place"))].startswith(f"{name.text}:")
    assert len({asked_by(item)["ours"] for item in listed}) == len(listed)
    assert len(listed) == sum(len(trace.x) for trace in drawn.data)


def test_the_four_lists_hold_every_council_of_the_chart_once():
    document = page(QUADRANT)
    sections = document.all("section")
    assert len(sections) == len(Quadrant)
    sizes = [int(section.one("h3").text.rpartition("(")[2].rstrip(")")) for section in sections]
    assert sizes == [len(section.all("li")) for section in sections]
    assert sum(sizes) == len(names_in(QUADRANT)) == 31


def test_ours_is_picked_out_in_its_list_and_in_the_chart():
    (council,) = [bold for bold in page(QUADRANT).all("b") if bold.all("a")]
    assert council.text == "Leicestershire"
    assert figure(QUADRANT).data[2].name == "Leicestershire"
    assert figure(f"{QUADRANT}?ours={HAMPSHIRE}").data[2].name == "Hampshire"


def test_a_quadrant_without_a_council_says_so():
    document = page(f"{QUADRANT}?group=class-county-unitary&theme=health-child")
    sentence = {section.one("h3").text: section.text for section in document.all("section")}
    assert all(("No council." in text) is head.endswith("(0)") for head, text in sentence.items())
    assert any(head.endswith("(0)") for head in sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("", "fewer than 70% of the 165"),
        ("?theme=health-adult&across=deprivation", "a score of deprivation"),
        (
            "?group=counties-and-county-unitaries-to-2021&theme=environment-waste",
            "a return of spending: Northamptonshire.",
        ),
    ],
)
def test_those_that_are_not_drawn_are_named_beneath_with_the_reason(question, sentence):
    (note,) = [
        paragraph
        for paragraph in page(QUADRANT + question).all("p")
        if paragraph.get("class") == "scope"
    ]
    assert sentence in note.text
    drawn = {
        words.partition(":")[0]
        for trace in figure(QUADRANT + question).data
        for words in trace.customdata
    }
    named = note.text.partition(sentence)[2] or note.text
    assert not [name for name in drawn if f"{name} (" in named]


def test_where_everyone_is_drawn_there_is_no_note():
    bare = page(f"{QUADRANT}?group=county-councils&across=deprivation")
    assert not [paragraph for paragraph in bare.all("p") if paragraph.get("class") == "scope"]


def test_all_names_are_drawn_where_the_address_asks_for_them():
    assert figure(QUADRANT).data[0].mode == "markers"
    assert figure(f"{QUADRANT}?labels=all").data[0].mode == "markers+text"


def test_where_ours_is_not_a_member_the_chart_is_drawn_without_it():
    path = f"{QUADRANT}?group=region-london"
    assert "not on this chart" in lead(path)
    assert len(figure(path).data[2].x) == 0


def test_the_lowest_quartile_and_the_improvers_are_as_many_as_the_page_says():
    for question in ("", f"?ours={SURREY}", f"?ours={HAMPSHIRE}&group=county-councils"):
        tables = page(LOWEST + question).all("table")
        rows = {"in the 4th": 0, "left the 4th": 0}
        for one_table in tables:
            kind = (
                "left the 4th" if "left the 4th" in one_table.one("caption").text else "in the 4th"
            )
            rows[kind] += len(one_table.one("tbody").all("tr"))
        sentence = lead(LOWEST + question)
        assert f" {rows['in the 4th']} are in the 4th" in sentence
        assert f"{rows['left the 4th']} other" in sentence
        assert all(rows.values())


def test_each_of_the_lowest_is_in_the_last_quarter_and_says_what_would_lift_it():
    for one_table in page(LOWEST).all("table"):
        if "in the 4th" in one_table.one("caption").text:
            for row in one_table.one("tbody").all("tr"):
                rank, _, n = row.all("td")[2].text.partition(" of ")
                assert int(rank.rstrip("stndrh")) > 3 * int(n) / 4
                assert "or more (" in row.text or "or less (" in row.text


def test_outside_of_its_group_a_council_has_no_position():
    assert "has no position" in lead(f"{LOWEST}?group=region-london")
    assert page(f"{LOWEST}?group=region-london").all("table") == []


def test_the_list_of_a_theme_leads_to_each_of_its_indicators():
    _, *rows = table(f"{LIST}?theme=environment-waste")
    leading = page(f"{LIST}?theme=environment-waste").one("table").all("a")
    assert len(leading) == len(rows) > 5
    assert f"{len(rows)} indicators" in lead(f"{LIST}?theme=environment-waste")


def test_every_indicator_is_in_the_list_of_one_theme():
    every = [
        link.get("href")
        for theme in LISTED
        for link in page(f"{LIST}?theme={theme.value}").one("table").all("a")
    ]
    assert len(every) == len(set(every)) == 232


def test_an_indicator_that_does_not_count_says_so_in_the_list_and_on_its_page():
    text = page(f"{LIST}?theme=transport-highways").text
    assert "not counted" in text
    assert "No: an index score" in page(f"{LIST}/coverage-4g").text
    assert "No: no direction" in page(f"{LIST}/oflog-requests").text
    assert "no rank: no direction" in lead(f"{LIST}/oflog-requests")


def test_an_indicator_is_shown_in_the_period_that_is_asked_for():
    _, *rows = table(f"{LIST}/lait-revcp", "Figures by period")
    newest, oldest = rows[-1], rows[0]
    for row in (newest, oldest):
        sentence = lead(f"{LIST}/lait-revcp?period={row[0]}")
        assert f"Leicestershire: {row[1]} in {row[0]}" in sentence


def test_the_nearest_period_may_be_asked_for_by_its_word():
    asked, plain = sheet(f"{LIST}/lait-revcp?period=nearest"), sheet(f"{LIST}/lait-revcp")
    assert asked.notices == ()
    assert page(f"{LIST}/lait-revcp?period=nearest").text == page(f"{LIST}/lait-revcp").text
    assert asked.description == plain.description


def test_the_figures_of_a_group_come_by_rank_and_those_of_others_by_name_after_them():
    _, *rows = table(f"{LIST}/lait-revcp?group=county-councils")
    members = [row for row in rows if row[4] != OUTSIDE]
    others = [row[0] for row in rows if row[4] == OUTSIDE]
    assert rows[: len(members)] == members
    ranks = [int(row[3].rstrip("stndrh")) for row in members]
    assert ranks == sorted(ranks)
    assert others == sorted(others)
    assert len(members) <= 24 < len(others)


def test_the_heat_map_writes_the_quartile_in_every_cell_ours_first():
    heads, *rows = table(HEAT)
    assert heads[1] == "Leicestershire"
    assert len(heads) == 34
    assert {cell for row in rows for cell in row[1:]} == {"1", "2", "3", "4", "–"}


def test_the_heat_map_s_cells_are_marked_with_their_quartile_and_ours_with_its_own():
    for row in page(HEAT).one("tbody").all("tr"):
        for place, cell in enumerate(row.all("td")):
            kind, *classes = cell.get("class").split()
            assert kind == f"q{cell.text if cell.text != '–' else 0}"
            assert classes == (["mine"] if place == 0 else [])


def test_the_heat_map_s_first_sentence_counts_our_own_column():
    _, *rows = table(f"{HEAT}?ours={SURREY}")
    own_quartiles = [row[1] for row in rows]
    sentence = lead(f"{HEAT}?ours={SURREY}")
    assert f"Of {len(rows)} indicators of Economy, Surrey has" in sentence
    for quartile, words in zip("1234", ("1st", "2nd", "3rd", "4th"), strict=True):
        assert f"{own_quartiles.count(quartile)} in the {words}" in sentence


def test_where_ours_is_not_a_member_no_column_of_the_heat_map_is_ours():
    document = page(f"{HEAT}?group=region-london")
    assert not [cell for cell in document.all("td", "th") if "mine" in cell.get("class")]
    assert "has no position" in lead(f"{HEAT}?group=region-london")


def test_pages_without_a_chart_have_none():
    for path in (LOWEST, LIST, HEAT, "/methods/comparison"):
        assert list(graphs(list(sheet(path).content))) == []


def test_ours_is_set_where_the_address_names_it_though_it_goes_without_saying():
    assert page(f"{QUADRANT}?ours={OURS}").text == page(QUADRANT).text
