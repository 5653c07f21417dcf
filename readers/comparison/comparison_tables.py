"""The tables that councils are compared by, as stored in ``data/comparison/``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE
from domain.comparison.terms import AreaClass, Theme
from domain.funding.core_spending_power import BASES
from domain.funding.spending import POPULATION_OF
from domain.funding.terms import Basis, Comparable
from domain.terms import Polarity
from readers.cells import (
    LONGEST_YEAR,
    Parser,
    at_most,
    day,
    number,
    number_or_empty,
    or_empty,
    slug,
    some_text,
    text,
    whole_number,
    word_of,
    yes_or_no,
)
from readers.comparison.cells import (
    area_code,
    edition_of_estimate,
    financial_year,
    not_negative,
    people,
    period,
    pounds,
    themes,
    year_of_spending,
)
from readers.tables import Problem, Row, Table, check_known, check_unique, read_table

FOLDER = "comparison"


COMPARISON_COLUMNS: Mapping[str, Mapping[str, Parser]] = {
    "areas.csv": {
        "area_code": area_code,
        "name": some_text,
        "official_name": some_text,
        "class": word_of(AreaClass),
        "region": text,
        "began": or_empty(day),
        "ended": or_empty(day),
    },
    "area_changes.csv": {
        "old_code": area_code,
        "old_name": some_text,
        "new_code": area_code,
        "new_name": some_text,
        "on": day,
    },
    "groups.csv": {"group": slug, "name": some_text, "as_of": day, "basis": some_text},
    "group_members.csv": {"group": slug, "area_code": area_code},
    "population.csv": {
        "area_code": area_code,
        "year": whole_number,
        "edition": edition_of_estimate,
        "population": people,
    },
    "core_spending_power.csv": {
        "area_code": area_code,
        "year": financial_year,
        "pounds": not_negative,
        "comparable": word_of(Comparable),
        "holds": text,
        "reason": text,
    },
    "services.csv": {
        "service": slug,
        "name": some_text,
        "indicator": or_empty(slug),
        "themes": themes,
    },
    "spending.csv.gz": {
        "area_code": area_code,
        "year": year_of_spending,
        "basis": word_of(Basis),
        "service": slug,
        "pounds": pounds,
    },
    "deprivation.csv": {"area_code": area_code, "average_score": number, "rank": whole_number},
    "benchmark_indicators.csv": {
        "slug": slug,
        "name": some_text,
        "theme": word_of(Theme),
        "subject": text,
        "county_function": yes_or_no,
        "polarity": word_of(Polarity),
        "unit": text,
        "primary": yes_or_no,
        "publisher": some_text,
        "source": some_text,
        "snapshot_period": or_empty(period),
        "note": text,
    },
    "benchmark_values.csv.gz": {
        "indicator": slug,
        "period": at_most(LONGEST_YEAR + 5, period),
        "area_code": area_code,
        "value": number,
        "lower": number_or_empty,
        "upper": number_or_empty,
    },
}

UNIQUE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("areas.csv", ("area_code",)),
    ("area_changes.csv", ("old_code", "new_code")),
    ("groups.csv", ("group",)),
    ("group_members.csv", ("group", "area_code")),
    ("population.csv", ("area_code", "year", "edition")),
    ("core_spending_power.csv", ("area_code", "year")),
    ("services.csv", ("service",)),
    ("spending.csv.gz", ("area_code", "year", "basis", "service")),
    ("deprivation.csv", ("area_code",)),
    ("benchmark_indicators.csv", ("slug",)),
    ("benchmark_values.csv.gz", ("indicator", "period", "area_code")),
)
REFERENCES = (
    ("group_members.csv", "group", "groups.csv", "group"),
    *(
        (name, "area_code", "areas.csv", "area_code")
        for name in (
            "group_members.csv",
            "population.csv",
            "core_spending_power.csv",
            "spending.csv.gz",
            "deprivation.csv",
            "benchmark_values.csv.gz",
        )
    ),
    ("spending.csv.gz", "service", "services.csv", "service"),
    ("benchmark_values.csv.gz", "indicator", "benchmark_indicators.csv", "slug"),
)


@dataclass(frozen=True, slots=True)
class ComparisonTables:
    """The tables that were read, one for each name of ``COLUMNS``."""

    tables: dict[str, Table]

    def __getitem__(self, name: str) -> Table:
        """Return one table by its file's name."""
        return self.tables[name]

    @property
    def problems(self) -> list[Problem]:
        """Return every fault, in the order of the tables."""
        return [problem for table in self.tables.values() for problem in table.problems]


def read_comparison(folder: Path) -> ComparisonTables:
    """Read every table of ``folder/comparison`` and check that they fit together."""
    read = ComparisonTables(
        {
            name: read_table(folder, f"{FOLDER}/{name}", how)
            for name, how in COMPARISON_COLUMNS.items()
        }
    )
    if not read.problems:
        _check_together(read)
    return read


def _check_together(read: ComparisonTables) -> None:
    for name, columns in UNIQUE:
        check_unique(read[name], *columns)
    for name, column, other, other_column in REFERENCES:
        codes = {row[other_column] for row in read[other].rows}
        check_known(read[name], column, codes, other)
    _check_reasons(read["core_spending_power.csv"])
    _check_snapshots(read)
    _check_residents(read)
    _check_groups(read["groups.csv"])


def _check_reasons(table: Table) -> None:
    for row in table.rows:
        if row["comparable"] is not Comparable.YES and not row["reason"]:
            table.blame(row.line, "reason", "a figure that does not compare needs its reason")
        if row["comparable"] is not Comparable.NO and row["pounds"] is None:
            table.blame(row.line, "pounds", "a figure that compares must be there")


def _check_snapshots(read: ComparisonTables) -> None:
    present = {(row["indicator"], row["period"]) for row in read["benchmark_values.csv.gz"].rows}
    table = read["benchmark_indicators.csv"]
    for row in table.rows:
        if row["snapshot_period"] and (row["slug"], row["snapshot_period"]) not in present:
            table.blame(row.line, "snapshot_period", "the indicator has no values for it")


def _check_residents(read: ComparisonTables) -> None:
    """Check that every area with a figure in pounds has residents."""
    codes = {(r["area_code"], r["year"], r["edition"]) for r in read["population.csv"].rows}
    for name, estimates in NEEDED.items():
        for row in read[name].rows:
            for year, edition in estimates(row):
                if (row["area_code"], year, edition) not in codes:
                    what = f"population.csv has no {edition} estimate of mid-{year} for this area"
                    read[name].blame(row.line, "area_code", what)


def _of_the_settlement(row: Row) -> list[tuple[int, str]]:
    del row  # every year needs the same estimates
    return [(base, "original") for base in BASES]


def _of_the_year(row: Row) -> list[tuple[int, str]]:
    return [(POPULATION_OF[row["year"]], "revised")]


NEEDED: Mapping[str, Callable[[Row], list[tuple[int, str]]]] = {
    "core_spending_power.csv": _of_the_settlement,
    "spending.csv.gz": _of_the_year,
}
"""The estimates of residents by which figures in pounds are divided: year and edition."""


def _check_groups(table: Table) -> None:
    present = {row["group"] for row in table.rows}
    for slug_ in (EVERYWHERE, DEFAULT_GROUP):
        if slug_ not in present:
            table.blame(1, "group", f"the group “{slug_}” must be there: pages begin with it")
