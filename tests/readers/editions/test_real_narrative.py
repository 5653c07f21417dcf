"""The shipped narrative of 2022, against itself and against the reference beside the repository."""

import csv
import re
from decimal import Decimal

import pytest

from app.web.pages import page_at
from tests.builders import DATA
from tests.readers.editions.test_real_edition import REFERENCE, of_reference

EDITION = DATA / "2022"
NARRATIVE = EDITION / "narrative"
REPORTS = REFERENCE.parent / "seeds"

LONGEST_SLUG = 60
COPIED = 12
NOT_OUR_VOICE = r"!|\bplease\b|\bsuccessfully\b"

Number = tuple[Decimal, str]
SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "million": 10**6, "billion": 10**9}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
IN_TEXT = re.compile(rf"(?<![\w.,])(£?)({DIGITS})(?: ?(k|m|bn|million|billion)\b)?(%?)")
IN_FIGURES = re.compile(rf"({DIGITS})(?: (£|%)(k|m|bn)?)?")
WORDS = {
    word: Decimal(number)
    for number, words in {
        2: "two", 3: "three third", 4: "four", 5: "five", 6: "six", 7: "seven",
        8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve",
    }.items()
    for word in words.split()
}  # fmt: skip


def scaled(digits: str, scale: str) -> Decimal:
    return Decimal(digits.replace(",", "")) * SCALES.get(scale, 1)


def in_digits(text: str) -> set[Number]:
    """The numbers of a text with their units: £2.6m is 2,600,000 with “£”, 20% is 20 with “%”."""
    return {
        (scaled(digits, scale), pounds or percent)
        for pounds, digits, scale, percent in IN_TEXT.findall(text)
    }


def in_words(text: str) -> set[Number]:
    return {(WORDS[word], "") for word in re.findall(r"[a-z]+", text.lower()) if word in WORDS}


def numbers_of(text: str) -> set[Number]:
    return in_digits(text) | in_words(text)


def numbers_of_figures(cell: str) -> set[Number]:
    """The numbers of a cell such as “funding=1.3 £m; length=5-10 minutes”, as of a text."""
    values = [figure.partition("=")[2] for figure in cell.split("; ")]
    return {
        (scaled(digits, scale), unit)
        for value in values
        for digits, unit, scale in IN_FIGURES.findall(value)
    }


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words that it would be a copy, without case and punctuation."""
    words = re.findall(r"\w+", text.lower().replace("'", ""))
    return {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


def published_reports() -> str:
    """The real committee reports beside the repository, one after the other."""
    paths = sorted(REPORTS.glob("*.txt"))
    if not paths:
        pytest.skip(f"there are no reports to compare with at {REPORTS}")
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def in_table(name: str) -> list[dict[str, str]]:
    with (EDITION / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(row: dict[str, str]) -> tuple[str, str]:
    return row["outcome"], row["sub_outcome"]


@pytest.fixture(scope="module")
def sections():
    return in_table("sections.csv")


@pytest.fixture(scope="module")
def texts():
    return {path.stem: path.read_text(encoding="utf-8") for path in NARRATIVE.iterdir()}


@pytest.fixture(scope="module")
def plan():
    return in_table("strategic_plan.csv")


@pytest.fixture(scope="module")
def by_place(sections, texts):
    return {place(row): texts[row["slug"]] for row in sections if row["sub_outcome"]}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("£1m, £2.6bn and £250k", {(1000000, "£"), (2600000000, "£"), (250000, "£")}),
        ("£11 million", {(11000000, "£")}),
        ("1,800 miles by 2026, or 97%.", {(1800, ""), (2026, ""), (97, "%")}),
        ("the last 5-10 minutes in 2021/22", {(5, ""), (10, ""), (2021, ""), (22, "")}),
        ("the A512 at M1 Junction 23", {(23, "")}),
        ("two-year-olds in the third of six places", {(2, ""), (3, ""), (6, "")}),
    ],
)
def test_the_numbers_of_a_text_are_found(text, numbers):
    assert numbers_of(text) == numbers


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("", set()),
        ("Government funding=1.3 £m; trial length=3 years", {(1300000, "£"), (3, "")}),
        ("reduction 2020/21=20 %; saving=600000 £ a year", {(20, "%"), (600000, "£")}),
        ("age range=16-19; index band=top 100", {(16, ""), (19, ""), (100, "")}),
    ],
)
def test_the_numbers_of_a_cell_of_figures_are_found(cell, numbers):
    assert numbers_of_figures(cell) == numbers


def test_every_section_has_its_file_and_every_file_its_section(sections):
    assert sorted(f"{row['slug']}.md" for row in sections) == sorted(
        path.name for path in NARRATIVE.iterdir()
    )


def test_the_sections_are_numbered_in_reading_order(sections):
    assert [row["position"] for row in sections] == [str(n) for n in range(1, len(sections) + 1)]
    assert [row["document"] for row in sections] == sorted(
        (row["document"] for row in sections), key=["delivery_report", "compendium"].index
    )


def test_every_slug_is_fit_for_an_address_and_stands_once(sections):
    slugs = [row["slug"] for row in sections]
    assert len(set(slugs)) == len(slugs)
    for slug in slugs:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
        assert len(slug) <= LONGEST_SLUG


def test_every_sub_outcome_has_one_section_after_the_opening_of_its_outcome(sections, plan):
    expected: list[tuple[str, str]] = []
    for row in plan:
        expected += [
            heading_place
            for heading_place in ((row["outcome"], ""), place(row))
            if heading_place not in expected
        ]
    assert [place(row) for row in sections if row["outcome"]] == expected


def test_every_aim_stands_verbatim_in_its_section(by_place, plan):
    for row in plan:
        assert f"\n- {row['aim']}\n" in by_place[place(row)]


def test_every_section_of_a_sub_outcome_has_the_same_parts(by_place):
    for text in by_place.values():
        headings = re.findall(r"^#+ .*$", text, flags=re.MULTILINE)
        assert headings == ["### Aims by 2026", "### Progress in 2021/22"]


def test_every_text_keeps_to_the_plain_subset(texts):
    for slug, text in texts.items():
        assert re.findall(r"[<>|\\`]|!\[|^# |^#{4,} |^ *\d+\. ", text, flags=re.MULTILINE) == [], (
            slug
        )
        assert text.strip() + "\n" == text, slug


def test_every_text_keeps_to_the_voice(texts):
    matches = {slug: re.findall(NOT_OUR_VOICE, text, re.IGNORECASE) for slug, text in texts.items()}
    assert {slug: words for slug, words in matches.items() if words} == {}


def test_every_link_leads_to_a_page_of_ours(texts):
    dashboards = {f"/dashboards/{row['slug']}" for row in in_table("dashboards.csv")}
    for text in texts.values():
        for address in re.findall(r"\]\(([^)]*)\)", text):
            assert page_at(address) is not None, address
            assert address in dashboards or not address.startswith("/dashboards/"), address


def test_every_fact_has_its_figures_in_its_section(by_place):
    facts = of_reference("delivery_facts_2022.csv")
    assert len(facts) == 194
    missing = {
        fact["fact"]: lacking
        for fact in facts
        if (lacking := numbers_of_figures(fact["figures"]) - numbers_of(by_place[place(fact)]))
    }
    assert missing == {}


def test_no_section_of_a_sub_outcome_has_a_figure_of_its_own(by_place, plan):
    known_numbers: dict[tuple[str, str], set[Number]] = {target: set() for target in by_place}
    for fact in of_reference("delivery_facts_2022.csv"):
        known_numbers[place(fact)] |= numbers_of(fact["fact"]) | numbers_of_figures(fact["figures"])
    for row in of_reference("sub_outcome_intros_2022.csv"):
        known_numbers[place(row)] |= numbers_of(row["intro"])
    for row in plan:
        known_numbers[place(row)] |= numbers_of(row["aim"])
    for target, text in by_place.items():
        without_headings = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
        assert in_digits(without_headings) - known_numbers[target] == set(), target


def test_no_sentence_of_the_published_reports_is_copied(texts):
    """The facts and openings of the reference are in our own words; its reports are not."""
    own_runs = {run: slug for slug, text in texts.items() for run in runs_of(text)}
    copied = {
        (own_runs[run], " ".join(run)) for run in runs_of(published_reports()) & own_runs.keys()
    }
    assert copied == set()
