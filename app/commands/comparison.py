"""Commands that compare councils: ``league``, ``quadrant`` and ``standing``."""

import argparse
import json
import math
import os
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy.orm import Session

from app.commands.opening import reading
from app.settings import council_from
from db.queries import areas, funding
from db.queries.comparison import comparison_figures
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE, Geography
from domain.comparison.benchmark_positions import position_table
from domain.comparison.quadrants import Across
from domain.comparison.terms import Theme
from domain.errors import NotFound
from domain.funding.core_spending_power import BASES, better_off, league
from domain.funding.theme_quadrant import theme_quadrant

LEAGUE = ("area_code", "name", "class", "per_head", "rank", "difference", "comparable", "reason")
QUADRANT = (
    "area_code", "name", "average_rank", "performance_rank", "low", "high", "across_rank",
    "across_value", "quadrant", "indicators_used",
)  # fmt: skip
STANDING = ("area_code", "value", "rank", "quartile")


def add_league(command: argparse.ArgumentParser) -> None:
    """Add what ``league`` takes."""
    command.add_argument("measure", choices=["core-spending-power"])
    command.add_argument("year", help="a financial year, like 2021/22")
    command.add_argument("--group", default=EVERYWHERE, metavar="NAME")
    command.add_argument("--as", dest="other", default=None, metavar="AREA")
    command.add_argument(
        "--base", type=int, choices=BASES, default=BASES[0], help="mid-year residents"
    )
    _set(command, print_league)


def add_quadrant(command: argparse.ArgumentParser) -> None:
    """Add what ``quadrant`` takes."""
    command.add_argument("theme", type=_theme, help=", ".join(theme.value for theme in Theme))
    command.add_argument(
        "--across", choices=[measure.value for measure in Across], default="revenue"
    )
    command.add_argument("--group", default=DEFAULT_GROUP, metavar="NAME")
    _set(command, print_quadrant)


def add_standing(command: argparse.ArgumentParser) -> None:
    """Add what ``standing`` takes."""
    command.add_argument("indicator", help="its slug, as in the address of its page")
    command.add_argument("--group", default=DEFAULT_GROUP, metavar="NAME")
    command.add_argument("--period", default="", metavar="P", help="like 2020/21")
    _set(command, print_standing)


def _set(
    command: argparse.ArgumentParser,
    work: Callable[[Session, argparse.Namespace], dict[str, Any]],
) -> None:
    def do(arguments: argparse.Namespace) -> None:
        with reading() as session:
            areas.release(session)
            answer = work(session, arguments)
        print(json.dumps(answer, ensure_ascii=False) if arguments.json else _as_text(answer))

    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(do=do)


def _theme(text: str) -> Theme:
    slug = re.sub(r"[^a-z]+", "-", text.lower().replace("'", ""))
    if slug not in set(Theme):
        themes = ", ".join(theme.value for theme in Theme)
        raise argparse.ArgumentTypeError(f"“{text}” is no theme; there are {themes}")
    return Theme(slug)


def print_league(session: Session, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the funding league table and the council's gain at another area's rate."""
    geography = areas.geography(session)
    group = geography.group(arguments.group)
    council_code = _council_code(geography)
    power = funding.core_spending_power(session, arguments.year, arguments.base)
    table = league(power, council_code=council_code, members=group.members)
    answer = {
        "measure": arguments.measure,
        "year": arguments.year,
        "group": group.slug,
        "population_base": f"mid-{arguments.base}, first estimate",
        "n": int(table["rank"].notna().sum()),
        "ours": council_code,
    }
    if arguments.other is not None:
        answer["better_off"] = _better_off(
            power, council_code, geography.area(arguments.other).code
        )
    return {**answer, "rows": _records(table, LEAGUE)}


def _council_code(geography: Geography) -> str:
    """Return the code of the settings' council. Raises ``NotFound`` naming the setting."""
    code = council_from(os.environ).code
    if code not in geography.group(EVERYWHERE).members:
        raise NotFound(
            f"The setting COMPENDIUM_COUNCIL_CODE names {code}, which is no upper-tier council "
            "area of 2021/22."
        )
    return code


def _better_off(power: pd.DataFrame, council_code: str, other: str) -> dict[str, Any]:
    gain = better_off(power, council_code=council_code, other=other)
    if gain is None:
        reasons = power.set_index("area_code")["reason"]
        reasons_given = [str(reasons.get(code, "")) or "" for code in (council_code, other)]
        why = " ".join(filter(None, reasons_given)) or "There is no figure of that area."
        return {"as": other, "pounds": None, "reason": why}
    return {
        "as": other,
        "pounds": gain.pounds,
        "their_per_head": gain.other_per_head,
        "our_per_head": gain.council_per_head,
        "our_population": gain.people,
    }


def print_quadrant(session: Session, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return each council's rank on a theme and its rank of spending or deprivation."""
    figures = comparison_figures(session)
    group = figures.geography.group(arguments.group)
    across = Across(arguments.across)
    ranked = figures.theme_ranks(arguments.theme, group.members)
    points = theme_quadrant(ranked, arguments.theme, across, figures, figures.geography.areas)
    return {
        "theme": arguments.theme.value,
        "across": across.value,
        "group": group.slug,
        "indicators": len(ranked.series),
        "n": ranked.n,
        "rows": _records(points, QUADRANT),
    }


def print_standing(session: Session, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return every member's value, rank and quartile on an indicator."""
    figures = comparison_figures(session)
    geography, group = figures.geography, figures.geography.group(arguments.group)
    series = figures.benchmarks.find(arguments.indicator, arguments.period)
    rows = position_table(figures.benchmarks, series, group.members)
    with_value = rows[rows["value"].notna()]
    return {
        "indicator": series.indicator.slug,
        "name": series.indicator.name,
        "unit": series.indicator.unit,
        "polarity": series.indicator.polarity.value,
        "period": series.period.text,
        "group": group.slug,
        "n": len(with_value),
        "rows": _records(with_value, STANDING),
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
    about = [_line(name, value) for name, value in answer.items() if not isinstance(value, list)]
    return "\n".join([*about, "", *lines])


def _line(name: str, content: Any) -> str:
    if isinstance(content, dict):
        return f"{name}: {', '.join(f'{key} {_text(value)}' for key, value in content.items())}"
    return f"{name}: {_text(content)}"


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
