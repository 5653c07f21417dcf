"""Figures taken away, filled in and brought back: exactly what differs is saved, or nothing is."""

import csv
import io

import pytest

from db.queries import revisions
from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import read
from tests.app.product import Browser, database_of
from tests.app.stepping import BASE, Stepping, controls, form_address, form_in, stepping
from tests.builders.audit import entries
from tests.builders.workflow import SMOKING, YEAR

pytestmark = pytest.mark.usefixtures("in_autumn")

FILE = f"{BASE}/figures.csv"
DOOR = f"{BASE}/figures"
MARK = "\ufeff"
Rows = list[dict[str, str]]


@pytest.fixture
def product(stages):
    """The small edition in drafting."""
    with stepping(stages, Stage.DRAFTING) as product:
        yield product


@pytest.fixture
def officer(product) -> Browser:
    """An officer's browser."""
    return product.browser(Role.BI_OFFICER)


def taken(browser: Browser) -> Rows:
    text = browser.get(FILE).get_data().decode()
    assert text.startswith(MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


def row_of(rows: Rows, slug: str) -> dict[str, str]:
    return next(row for row in rows if row["indicator"] == slug)


def written(rows: Rows, **how: str) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), **how)
    writer.writeheader()
    writer.writerows(rows)
    return f"{MARK}{file.getvalue()}".encode()


def bring(browser: Browser, content: bytes, **more: object):
    """Post a file with the form of the page."""
    answer = browser.get(f"{BASE}/text")
    page = answer.text if answer.status_code == 200 else ""
    forms = [each for each in read(page).all("form") if each.get("action") == DOOR]
    held = controls(forms[0])[0] if forms else {"csrf_token": browser.token(), "version": "1"}
    return browser.client.post(
        DOOR, data={**held, **more, "file": (io.BytesIO(content), "figures-2022.csv")}
    )


def refusal(response) -> str:
    assert response.status_code == 400
    (said,) = [each for each in read(response.text).all("div") if each.get("class") == "refusal"]
    return said.text


def numbers(product: Stepping) -> dict[str, int]:
    with database_of(product.app).reading_scope() as session:
        return revisions.numbers(session, YEAR)


def test_the_file_holds_every_indicator_with_its_fields_and_revision(product, officer):
    response = officer.get(FILE)
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="figures-2022.csv"' in response.headers["Content-Disposition"]
    rows = taken(officer)
    assert [row["indicator"] for row in rows] == ["waste-recycled", "smoking"]
    smoking = row_of(rows, "smoking")
    assert (smoking["name"], smoking["value"], smoking["revision"]) == (
        "Adults who smoke", "13.0% (2021)", "1",
    )  # fmt: skip


def test_a_file_that_nobody_changed_changes_nothing(product, officer):
    before = product.dump()
    response = bring(officer, officer.get(FILE).get_data())
    assert response.location == f"{BASE}/text"
    assert "0 indicators saved" in officer.text(f"{BASE}/text")
    assert product.dump() == before


def test_a_space_that_a_spreadsheet_leaves_behind_is_no_change(product, officer):
    rows, before = taken(officer), product.dump()
    row_of(rows, "smoking")["value"] += " "
    assert bring(officer, written(rows)).status_code == 303
    assert "0 indicators saved" in officer.text(f"{BASE}/text")
    assert product.dump() == before


@pytest.mark.parametrize(
    "how",
    [{}, {"lineterminator": "\n"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_MINIMAL}],
    ids=str,
)
def test_exactly_the_rows_that_differ_are_saved_each_as_an_edit_of_its_own(product, officer, how):
    rows, before, told = taken(officer), numbers(product), entries(database_of(product.app))
    row_of(rows, "smoking").update(value="12.1%", period="2022", commentary="Fewer\nsmoke.")
    assert bring(officer, written(rows, **how)).status_code == 303
    assert "1 indicator saved" in officer.text(f"{BASE}/text")
    assert numbers(product) == {**before, SMOKING: 2}
    (entry,) = entries(database_of(product.app))[len(told) :]
    assert (entry.action, entry.actor, entry.outcome) == ("edit", "bi_officer", "done")
    assert entry.after["value"] == "12.1%"
    assert entry.after["commentary"] == "Fewer\nsmoke."
    assert entry.reason == "Brought in with a file of figures"
    again = row_of(taken(officer), "smoking")
    assert (again["value"], again["commentary"], again["revision"]) == (
        "12.1%", "Fewer\nsmoke.", "2",
    )  # fmt: skip


def test_an_arrow_left_to_the_rule_follows_the_new_value(product, officer):
    rows = taken(officer)
    waste = row_of(rows, "waste-recycled")
    assert waste["direction"] == "rule"
    waste["value"] = "40.1%"
    assert bring(officer, written(rows)).status_code == 303
    (*_, entry) = entries(database_of(product.app))
    assert entry.after["direction"] == "worsened"
    assert row_of(taken(officer), "waste-recycled")["direction"] == "rule"


WRONG = {
    "an unknown slug": ({"indicator": "no-such"}, ["line 3", "no indicator “no-such”"]),
    "a slug left out": ({"indicator": " "}, ["line 3", "indicator", "is empty"]),
    "a slug twice": ({"indicator": "waste-recycled"}, ["line 3", "line 2"]),
    "a revision that is none": ({"revision": "1.0"}, ["line 3", "“1.0”"]),
    "a quartile that is none": ({"quartile": "5th"}, ["line 3", "“5th”"]),
    "a value that is none": ({"value": "1/0"}, ["line 3", "value “1/0” divides by 0"]),
    "a period that is none": ({"period": "99999/00"}, ["line 3", "names the year 99999"]),
    "a direction that is none": ({"direction": "up"}, ["line 3", "“up” is no direction"]),
    "a rating that is none": ({"rating": "good"}, ["line 3", "“good” is no rating"]),
    "a judgement without a reason": ({"rating": "issue"}, ["line 3", "needs its reason"]),
    "an arrow without a reason": ({"direction": "worsened"}, ["line 3", "needs its reason"]),
    "a value of two lines": ({"value": "1\n2"}, ["line 3", "one line"]),
    "a value that is too long": ({"value": "9" * 200}, ["line 3", "200 characters"]),
}


@pytest.mark.parametrize(("cells", "said"), WRONG.values(), ids=WRONG)
def test_a_row_that_cannot_be_saved_is_named_by_its_line_and_nothing_is_saved(
    product, officer, cells, said
):
    rows, before = taken(officer), product.dump()
    row_of(rows, "waste-recycled")["value"] = "46.0%"
    row_of(rows, "smoking").update(cells)
    told = refusal(bring(officer, written(rows)))
    assert [words for words in said if words not in told] == []
    assert "Nothing was" in told
    assert product.dump() == before


def test_a_row_that_somebody_has_saved_since_is_named_and_nothing_is_saved(product, officer):
    rows = taken(officer)
    row_of(rows, "waste-recycled")["value"] = "46.0%"
    row_of(rows, "smoking")["value"] = "12.0%"
    form = controls(form_in(officer.text(f"{BASE}/edit?place={SMOKING}"), Action.EDIT))[0]
    edited = {**form, "field-value": "12.5%"}
    assert officer.client.post(form_address(Action.EDIT), data=edited).status_code == 303
    before = product.dump()
    told = refusal(bring(officer, written(rows)))
    assert "line 3" in told
    assert product.dump() == before


def test_a_row_that_somebody_has_saved_since_and_the_file_left_alone_is_left_alone(
    product, officer
):
    rows = taken(officer)
    row_of(rows, "waste-recycled")["value"] = "46.0%"
    form = controls(form_in(officer.text(f"{BASE}/edit?place={SMOKING}"), Action.EDIT))[0]
    officer.client.post(form_address(Action.EDIT), data={**form, "field-value": "12.5%"})
    assert bring(officer, written(rows)).status_code == 303
    assert row_of(taken(officer), "smoking")["value"] == "12.5%"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "column is missing"),
        (b"indicator;revision;value\nsmoking;1;12%\n", "column is missing"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"indicator,revision\nsmoking\n", "column is missing"),
        (b"\x00", "null character"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_words(product, officer, content, said):
    before = product.dump()
    assert said in refusal(bring(officer, content))
    assert product.dump() == before


def test_a_form_without_a_file_says_so(product, officer):
    form = {"csrf_token": officer.token(), "version": "1"}
    assert "the file" in refusal(officer.client.post(DOOR, data=form))


ODD = [
    "=1+1",
    "+3.2%",
    "@SUM(A1)",
    "=cmd|'/C calc'!A0",
    "'=1",
    "''+1",
    "-2+3",
    "-cmd|x",
    "'-2",
    "-",
]


@pytest.mark.parametrize("value", [*ODD, "-3.2%", "-£2.3m", "'Good'"])
def test_no_cell_of_the_file_is_a_formula_and_each_comes_back_as_it_was(product, officer, value):
    form = controls(form_in(officer.text(f"{BASE}/edit?place={SMOKING}"), Action.EDIT))[0]
    officer.client.post(form_address(Action.EDIT), data={**form, "field-source": value})
    before, cell = product.dump(), row_of(taken(officer), "smoking")["source"]
    assert cell.lstrip("'") == value.lstrip("'")
    assert not cell.startswith(("=", "+", "@", "\t", "-2", "-c"))
    assert bring(officer, officer.get(FILE).get_data()).status_code == 303
    assert product.dump() == before


def test_the_same_figures_cannot_be_brought_to_an_edition_that_moved_on(product, officer):
    rows = taken(officer)
    row_of(rows, "smoking")["value"] = "12.0%"
    product.move()
    before = product.dump()
    assert "moved on" in refusal(bring(officer, written(rows), version="1"))
    assert product.dump() == before


@pytest.mark.parametrize("stage", list(Stage))
def test_figures_are_brought_back_by_officers_while_they_write_and_by_nobody_else(stages, stage):
    with stepping(stages, stage) as product:
        rows = taken(product.browser(Role.BI_OFFICER))
        row_of(rows, "smoking")["value"] = "12.0%"
        _, version = product.status()
        before, writing = product.dump(), stage in (Stage.DRAFTING, Stage.REVISION)
        for role in [None, *(each for each in Role if each is not Role.BI_OFFICER)]:
            response = bring(product.browser(role), written(rows), version=str(version))
            assert response.status_code in (400, 403, 404), role
            assert product.dump() == before, role
        response = bring(product.browser(Role.BI_OFFICER), written(rows), version=str(version))
        assert (response.status_code == 303) is writing
        assert (product.dump() != before) is writing
