"""Commands that compare councils: ``league``, ``quadrant`` and ``standing``."""

import argparse
import json
import math
import os
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy.orm import Session

from app.settings import council_from
from db.queries import areas, benchmarks, funding
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE, Geography
from domain.comparison.benchmark_positions import position_table
from domain.comparison.quadrants import Across
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import theme_ranks
from domain.errors import NotFound
from domain.funding.core_spending_power import BASES, Service, better_off, league
from domain.funding.theme_quadrant import theme_quadrant

Reading = Callable[[], AbstractContextManager[Session]]
LEAGUE = ("area_code", "name", "class", "per_head", "rank", "difference", "comparable", "reason")
QUADRANT = (
    "area_code", "name", "average_rank", "performance_rank", "low", "high", "across_rank",
    "across_value", "quadrant", "indicators_used",
)  # fmt: skip
STANDING = ("area_code", "value", "rank", "quartile")


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", reading: Reading
) -> None:
    """Add the three commands; each reads in a session that ``reading`` opens."""
    one = _add(commands, "league", "rank areas by what they have per head", print_league, reading)
    one.add_argument("measure", choices=["core-spending-power"])
    one.add_argument("year", help="a financial year, like 2021/22")
    one.add_argument("--group", default=EVERYWHERE, metavar="NAME")
    one.add_argument("--as", dest="other", default=None, metavar="AREA")
    one.add_argument("--base", type=int, choices=BASES, default=BASES[0], help="mid-year residents")
    two = _add(commands, "quadrant", "performance against spend by theme", print_quadrant, reading)
    two.add_argument("theme", type=_theme, help=", ".join(each.value for each in Theme))
    two.add_argument("--across", choices=[each.value for each in Across], default="revenue")
    two.add_argument("--group", default=DEFAULT_GROUP, metavar="NAME")
    three = _add(commands, "standing", "rank areas on one indicator", print_standing, reading)
    three.add_argument("indicator", help="its slug, as in the address of its page")
    three.add_argument("--group", default=DEFAULT_GROUP, metavar="NAME")
    three.add_argument("--period", default="", metavar="P", help="like 2020/21")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    told: str,
    work: Callable[[Session, argparse.Namespace], dict[str, Any]],
    reading: Reading,
) -> argparse.ArgumentParser:
    def do(asked: argparse.Namespace) -> None:
        with reading() as session:
            areas.release(session)
            answer = work(session, asked)
        print(json.dumps(answer, ensure_ascii=False) if asked.json else _as_text(answer))

    command = commands.add_parser(name, help=told, description=told)
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(do=do)
    return command


def _theme(text: str) -> Theme:
    wanted = re.sub(r"[^a-z]+", "-", text.lower().replace("'", ""))
    if wanted not in set(Theme):
        known = ", ".join(each.value for each in Theme)
        raise argparse.ArgumentTypeError(f"“{text}” is no theme; there are {known}")
    return Theme(wanted)


def print_league(session: Session, asked: argparse.Namespace) -> dict[str, Any]:
    """The funding league table, and what another area's rate would be worth to ours."""
    geography = areas.geography(session)
    group = geography.group(asked.group)
    ours = _our_code(geography)
    power = funding.core_spending_power(session, asked.year, asked.base)
    table = league(power, ours=ours, members=group.members)
    answer = {
        "measure": asked.measure,
        "year": asked.year,
        "group": group.slug,
        "population_base": f"mid-{asked.base}, first estimate",
        "n": int(table["rank"].notna().sum()),
        "ours": ours,
    }
    if asked.other is not None:
        answer["better_off"] = _better_off(power, ours, geography.area(asked.other).code)
    return {**answer, "rows": _records(table, LEAGUE)}


def _our_code(geography: Geography) -> str:
    """The council of the settings. Raises ``NotFound`` naming the setting where it is not there."""
    code = council_from(os.environ).code
    if code not in geography.group(EVERYWHERE).members:
        raise NotFound(
            f"The setting COMPENDIUM_COUNCIL_CODE names {code}, which is no upper-tier council "
            "area of 2021/22."
        )
    return code


def _better_off(power: pd.DataFrame, ours: str, other: str) -> dict[str, Any]:
    found = better_off(power, ours=ours, other=other)
    if found is None:
        reasons = power.set_index("area_code")["reason"]
        told = [str(reasons.get(code, "")) or "" for code in (ours, other)]
        why = " ".join(filter(None, told)) or "There is no figure of that area."
        return {"as": other, "pounds": None, "reason": why}
    return {
        "as": other,
        "pounds": found.pounds,
        "their_per_head": found.theirs,
        "our_per_head": found.ours,
        "our_population": found.people,
    }


@dataclass(frozen=True, slots=True)
class AcrossTables:
    """The tables that the axis across is made of, as ``theme_quadrant`` takes them."""

    services: Sequence[Service]
    spending: pd.DataFrame
    deprivation: pd.DataFrame


def print_quadrant(session: Session, asked: argparse.Namespace) -> dict[str, Any]:
    """Where each council of a group stands on a theme, and what it spends or how deprived it is."""
    geography = areas.geography(session)
    group = geography.group(asked.group)
    across = Across(asked.across)
    held = benchmarks.benchmarks(session)
    status = theme_ranks(held, held.snapshot(asked.theme), group.members)
    figures = AcrossTables(
        funding.services(session), funding.spending(session), funding.deprivation(session)
    )
    points = theme_quadrant(status, asked.theme, across, figures, geography.areas)
    return {
        "theme": asked.theme.value,
        "across": across.value,
        "group": group.slug,
        "indicators": len(status.series),
        "n": status.n,
        "rows": _records(points, QUADRANT),
    }


def print_standing(session: Session, asked: argparse.Namespace) -> dict[str, Any]:
    """Every member's value, rank and quartile on an indicator."""
    geography = areas.geography(session)
    group = geography.group(asked.group)
    held = benchmarks.benchmarks(session)
    series = held.find(asked.indicator, asked.period)
    rows = position_table(held, series, group.members)
    there = rows[rows["value"].notna()]
    return {
        "indicator": series.indicator.slug,
        "name": series.indicator.name,
        "unit": series.indicator.unit,
        "polarity": series.indicator.polarity.value,
        "period": series.period.text,
        "group": group.slug,
        "n": len(there),
        "rows": _records(there, STANDING),
        "missing": [
            {"area_code": code, "reason": geography.why_missing(code, series.period)}
            for code in rows.loc[rows["value"].isna(), "area_code"]
        ],
    }


def _records(table: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
    chosen = table[list(columns)].to_dict("records")
    return [{str(name): _plain(cell) for name, cell in row.items()} for row in chosen]


def _plain(cell: Any) -> Any:
    if cell is pd.NA or (isinstance(cell, float) and math.isnan(cell)):
        return None
    return cell.item() if isinstance(cell, np.generic) else cell


def _as_text(answer: dict[str, Any]) -> str:
    rows = answer["rows"]
    heads = list(rows[0]) if rows else []
    lines = ["\t".join(heads)]
    lines += ["\t".join(_text(row[head]) for head in heads) for row in rows]
    about = [_line(name, told) for name, told in answer.items() if not isinstance(told, list)]
    return "\n".join([*about, "", *lines])


def _line(name: str, told: Any) -> str:
    if isinstance(told, dict):
        return f"{name}: {', '.join(f'{key} {_text(value)}' for key, value in told.items())}"
    return f"{name}: {_text(told)}"


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
