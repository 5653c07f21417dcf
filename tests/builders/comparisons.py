"""A folder of valid comparison tables with four areas."""

from pathlib import Path

from readers.comparison.comparison_tables import read_comparison
from tests.builders.editions import Folder

LEICESTERSHIRE, SURREY, CORNWALL = "E10000018", "E10000030", "E06000052"
NORTHAMPTONSHIRE, WEST_NORTHAMPTONSHIRE = "E10000021", "E06000062"
ENGLAND = "E92000001"

_AREAS = (
    (LEICESTERSHIRE, "Leicestershire", "county", "East Midlands"),
    (SURREY, "Surrey", "county", "South East"),
    (CORNWALL, "Cornwall", "county unitary", "South West"),
    (WEST_NORTHAMPTONSHIRE, "West Northamptonshire", "county unitary", "East Midlands"),
    (NORTHAMPTONSHIRE, "Northamptonshire", "county", "East Midlands"),
    (ENGLAND, "England", "england", ""),
)
_DIVIDED = "2021-04-01"
_GROUPS = {
    "counties-and-county-unitaries": "County councils and county unitaries",
    "county-councils": "County councils",
    "upper-tier": "All upper-tier authorities of England",
}
_MEMBERS = {
    "counties-and-county-unitaries": (LEICESTERSHIRE, SURREY, CORNWALL, WEST_NORTHAMPTONSHIRE),
    "county-councils": (LEICESTERSHIRE, SURREY),
    "upper-tier": (LEICESTERSHIRE, SURREY, CORNWALL, WEST_NORTHAMPTONSHIRE),
}
_PEOPLE = {LEICESTERSHIRE: 700, SURREY: 1200, CORNWALL: 570, WEST_NORTHAMPTONSHIRE: 400}
_POUNDS = {LEICESTERSHIRE: "532000", SURREY: "1080000", CORNWALL: "570000"}
_VALUES = {
    "apprentices": (("2019/20", "5", "7", "6"), ("2020/21", "6", "8", "")),
    "jobless": (("2020", "3.5", "2", "4"),),
}

TABLES: dict[str, list[dict[str, str]]] = {
    "areas.csv": [
        {
            "area_code": code,
            "name": name,
            "official_name": f"{name} Council",
            "class": kind,
            "region": region,
            "began": _DIVIDED if code == WEST_NORTHAMPTONSHIRE else "",
            "ended": _DIVIDED if code == NORTHAMPTONSHIRE else "",
        }
        for code, name, kind, region in _AREAS
    ],
    "area_changes.csv": [
        {
            "old_code": NORTHAMPTONSHIRE,
            "old_name": "Northamptonshire",
            "new_code": WEST_NORTHAMPTONSHIRE,
            "new_name": "West Northamptonshire",
            "on": _DIVIDED,
        }
    ],
    "groups.csv": [
        {"group": slug, "name": name, "as_of": _DIVIDED, "basis": "made for these tests"}
        for slug, name in _GROUPS.items()
    ],
    "group_members.csv": [
        {"group": slug, "area_code": code} for slug, codes in _MEMBERS.items() for code in codes
    ],
    "population.csv": [
        {"area_code": code, "year": str(year), "edition": edition, "population": str(people)}
        for code, people in _PEOPLE.items()
        for year, edition in ((2019, "original"), (2020, "original"), (2021, "revised"))
    ],
    "core_spending_power.csv": [
        *(
            {
                "area_code": code,
                "year": "2021/22",
                "pounds": pounds,
                "comparable": "yes",
                "holds": "the county and its districts",
                "reason": "",
            }
            for code, pounds in _POUNDS.items()
        ),
        {
            "area_code": WEST_NORTHAMPTONSHIRE,
            "year": "2021/22",
            "pounds": "",
            "comparable": "no",
            "holds": "",
            "reason": "No figure is published.",
        },
    ],
    "services.csv": [
        {"service": "net", "name": "Net", "indicator": "net-spend", "themes": "overall la-core"},
        {"service": "highways", "name": "Highways", "indicator": "", "themes": "economy"},
    ],
    "spending.csv.gz": [
        {
            "area_code": code,
            "year": "2021/22",
            "basis": basis,
            "service": service,
            "pounds": str(people * pounds),
        }
        for code, people in _PEOPLE.items()
        for basis in ("budget", "outturn")
        for service, pounds in (("net", 500), ("highways", 50))
    ],
    "deprivation.csv": [
        {"area_code": code, "average_score": score, "rank": rank}
        for code, score, rank in (
            (LEICESTERSHIRE, "12.3", "3"),
            (SURREY, "10.1", "4"),
            (CORNWALL, "23.1", "1"),
            (NORTHAMPTONSHIRE, "18.6", "2"),
        )
    ],
    "benchmark_indicators.csv": [
        {
            "slug": slug,
            "name": name,
            "theme": "economy",
            "subject": "Work",
            "county_function": "no",
            "polarity": polarity,
            "unit": unit,
            "primary": "yes",
            "publisher": "A department",
            "source": "Statistics of work",
            "snapshot_period": period,
            "note": "",
        }
        for slug, name, polarity, unit, period in (
            ("apprentices", "Apprentices", "high", "per 1,000", "2020/21"),
            ("jobless", "Out of work", "low", "%", "2020"),
        )
    ],
    "benchmark_values.csv.gz": [
        {
            "indicator": indicator,
            "period": period,
            "area_code": code,
            "value": value,
            "lower": "",
            "upper": "",
        }
        for indicator, periods in _VALUES.items()
        for period, *values in periods
        for code, value in zip((LEICESTERSHIRE, SURREY, CORNWALL), values, strict=True)
        if value
    ],
}


def a_comparison(path: Path) -> Folder:
    """Return a folder of valid comparison tables; its paths are relative to them."""
    folder = Folder(path / "comparison")
    for table, rows in TABLES.items():
        folder.write(table, rows)
    return folder


def faults(folder: Folder) -> list[str]:
    """Return the faults that the reader reports for such a folder."""
    return [str(fault) for fault in read_comparison(folder.path.parent).problems]
