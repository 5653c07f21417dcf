"""Files to take away: the rows and the printed words of the screen, and no formulas."""

import csv
import io
from dataclasses import dataclass

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callbacks.indicators import indicators
from documents.indicators.indicator_table import as_csv, as_workbook
from domain.indicators import indicator_wording
from domain.indicators.fields import TABLE_COLUMNS
from domain.indicators.filtering import CHOICES, Filters, filters_from
from domain.indicators.terms import Rating
from tests.builders import an_indicator, printed

HEADINGS = tuple(column.heading for column in TABLE_COLUMNS)
BOM = b"\xef\xbb\xbf"
QUESTIONS = [
    "",
    "?direction=improved",
    "?dashboard=transport&direction=worsened",
    "?quartile=1&target=met",
    "?text=recycling&sort=better",
    "?rating=exceptional",
    "?text=no-such-words-at-all",
    "?direction=sideways",
]


@dataclass(frozen=True)
class Edition:
    year: int = 2022
    title: str = "Annual Delivery Report and Performance Compendium 2022"


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_workbook(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet_rows(content: bytes) -> list[dict[str, object]]:
    heads, *rows = read_workbook(content)["Indicators"].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def chosen(app, question: str):
    """The rows that the page with this question shows."""
    query = dict(part.split("=") for part in question.removeprefix("?").split("&") if part)
    with app.server.test_request_context("/"):
        return indicators.chosen(filters_from(query))[1]


def meant(row) -> dict[str, str]:
    """The columns that are words, as they must stand in any file."""
    return {
        "Dashboard": row.dashboard.name,
        "Section": row.section,
        "Indicator": row.name,
        "Value": row.value.text,
        "Period": row.period,
        "Value before": row.previous.text,
        "Period before": row.previous_period,
        "Direction of travel (published)": indicator_wording.DIRECTIONS[row.direction],
        "Direction of travel (by rule)": indicator_wording.DIRECTIONS[row.decision.direction],
        "Target": row.target.text,
        "Target met": indicator_wording.VERDICTS[row.judged.verdict],
        "Quartile": row.quartile.text,
        "Position": indicator_wording.position(row),
        "Rating": indicator_wording.RATINGS[row.rating] if row.rating else "",
        "Commentary": row.commentary,
        "Source": row.source,
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_csv_holds_exactly_the_rows_and_printed_words_of_the_page(app, browser, question):
    response = browser.get(f"/indicators.csv{question}")
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == 'attachment; filename="compendium-2022.csv"'
    rows = chosen(app, question)
    read = read_csv(response.data)
    assert [
        {name: line[name] for name in meant(row)} for line, row in zip(read, rows, strict=True)
    ] == [meant(row) for row in rows]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_workbook_holds_exactly_the_rows_and_printed_words_of_the_page(app, browser, question):
    response = browser.get(f"/indicators.xlsx{question}")
    assert "spreadsheetml" in response.mimetype
    assert response.headers["Content-Disposition"] == 'attachment; filename="compendium-2022.xlsx"'
    rows = chosen(app, question)
    read = [line for line in sheet_rows(response.data) if line["Number"] is not None]
    assert [
        {name: line[name] or "" for name in meant(row)}
        for line, row in zip(read, rows, strict=True)
    ] == [meant(row) for row in rows]


def test_numbers_are_numbers_in_both_and_what_is_missing_stays_empty(app, browser):
    rows = chosen(app, "")
    in_csv, in_workbook = (
        read_csv(browser.get("/indicators.csv").data),
        sheet_rows(browser.get("/indicators.xlsx").data),
    )
    for row, line, cells in zip(rows, in_csv, in_workbook, strict=True):
        for name, cell in (("Value", row.value), ("Value before", row.previous)):
            number = cell.low and float(cell.low.number)
            assert cells[f"{name} as a number"] == number
            assert line[f"{name} as a number"] == ("" if number is None else str(number))
        assert cells["Number"] == row.number


def test_pounds_survive_a_spreadsheet_that_guesses_the_encoding(browser):
    content = browser.get("/indicators.csv").data
    assert content.startswith(BOM)
    assert content.count(BOM) == 1
    assert "£789" in content.decode("utf-8-sig")
    assert any(line["Value"] == "£789" for line in sheet_rows(browser.get("/indicators.xlsx").data))


def test_every_column_has_a_name_of_its_own_and_a_width():
    assert len(set(HEADINGS)) == len(HEADINGS)
    (line,) = read_csv(as_csv(Edition(), [an_indicator()]))
    assert tuple(line) == HEADINGS


DANGEROUS = [
    "=1+1",
    '=HYPERLINK("https://evil.example","x")',
    "{=1+1}",
    "+44 1234",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\r",
    "-\t",
    "https://evil.example/=x",
    "ftp://evil.example",
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_a_formula_or_a_link_in_the_workbook(text):
    row = an_indicator(name=text, commentary=text, source=text, section=text, period=text)
    book = read_workbook(as_workbook(Edition(), [row], Filters()))
    cells = [cell for line in book["Indicators"].iter_rows() for cell in line]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    written = {cell.value for cell in cells if isinstance(cell.value, str)}
    assert text.replace("\r", "\n") in {value.replace("_x000D_", "\n") for value in written}


@pytest.mark.parametrize("text", [text for text in DANGEROUS if text[0] in "=+-@\t\r"])
def test_a_text_is_never_a_formula_when_the_csv_is_opened(text):
    row = an_indicator(name=text, commentary=text, source=text, section=text)
    (line,) = read_csv(as_csv(Edition(), [row]))
    for column in ("Indicator", "Commentary", "Source", "Section"):
        assert line[column] == f"'{text}"


@pytest.mark.parametrize("figure", ["-", "-£2.3m", "-0.4", "-5%"])
def test_a_figure_below_nothing_stands_in_the_csv_as_printed(figure):
    (line,) = read_csv(as_csv(Edition(), [an_indicator(value=printed(figure))]))
    assert line["Value"] == figure


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_any_text_comes_back_from_the_csv_as_it_was_and_harmless(text):
    (line,) = read_csv(as_csv(Edition(), [an_indicator(commentary=text)]))
    assert line["Commentary"].removeprefix("'") == text.removeprefix("'")
    assert not line["Commentary"].startswith(("=", "+", "@", "\t", "\r"))


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_text_comes_back_from_the_workbook_as_it_was(text):
    (line,) = sheet_rows(as_workbook(Edition(), [an_indicator(commentary=text)], Filters()))
    assert line["Commentary"] == text


@pytest.mark.parametrize("printed", ["-", "-£2.3m", "-4.5%", "N/A", "28%-40%", "<538.0", "MTFS"])
def test_a_figure_that_begins_with_a_minus_stays_as_printed(printed):
    row = an_indicator(value=printed, previous=printed, target=printed)
    (line,) = read_csv(as_csv(Edition(), [row]))
    (cells,) = sheet_rows(as_workbook(Edition(), [row], Filters()))
    assert [line["Value"], line["Value before"], line["Target"]] == [printed] * 3
    assert [cells["Value"], cells["Value before"], cells["Target"]] == [printed] * 3


def test_flags_and_ratings_are_words():
    rows = [
        an_indicator(rating=Rating.EXCEPTIONAL, strategic_plan=True),
        an_indicator(rating=None, strategic_plan=False),
    ]
    one, other = read_csv(as_csv(Edition(), rows))
    assert (one["Rating"], one["Strategic Plan"]) == ("Exceptional", "yes")
    assert (other["Rating"], other["Strategic Plan"]) == ("", "no")


def test_the_workbook_is_a_named_table_with_heads_that_stay_in_view():
    book = read_workbook(as_workbook(Edition(), [an_indicator()] * 3, Filters()))
    sheet = book["Indicators"]
    (table,) = sheet.tables.values()
    assert (table.name, table.ref) == ("Indicators", "A1:V4")
    assert sheet.freeze_panes == "E2"
    assert book.properties.title == Edition().title


@pytest.mark.parametrize(
    ("filters", "rows", "said"),
    [
        (Filters(), 3, "3 indicators: all of the edition."),
        (Filters(sort="name"), 1, "1 indicator: all of the edition."),
        (Filters(direction="improved"), 2, "2 indicators, narrowed by the reader's choice."),
    ],
)
def test_the_workbook_says_what_it_holds_where_it_is_from_and_under_which_licence(
    filters, rows, said
):
    book = read_workbook(as_workbook(Edition(), [an_indicator()] * rows, filters))
    notes = [line[0] for line in book["About"].iter_rows(values_only=True)]
    assert notes[:2] == [Edition().title, said]
    assert any("Open Government Licence" in note for note in notes)


def test_a_workbook_without_any_row_can_be_opened():
    book = read_workbook(as_workbook(Edition(), [], Filters(text="nothing")))
    assert [cell.value for cell in book["Indicators"][1]] == list(HEADINGS)


@pytest.mark.parametrize("order", CHOICES["sort"])
def test_files_keep_the_order_of_the_page(app, browser, order):
    names = [row.name for row in chosen(app, f"?sort={order}")]
    assert [
        line["Indicator"] for line in read_csv(browser.get(f"/indicators.csv?sort={order}").data)
    ] == names
