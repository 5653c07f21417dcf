"""The ranks and funding figures that an edition is frozen with."""

from copy import deepcopy
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from db.queries import areas, funding
from db.queries.comparison import ComparisonFigures, comparison_figures
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE
from domain.comparison.terms import Theme
from domain.errors import NotFound
from domain.funding.core_spending_power import BASES, league


def comparison_snapshot(session: Session) -> dict[str, Any]:
    """Return the comparison as loaded now, as plain data; empty where none is loaded.

    ``funding`` has core spending power per head and rank of every upper-tier area in the newest
    year; ``themes`` each theme's ranks in the default group; ``files`` is the digest of the files
    they come from. Numbers are written as text, rounded to pence. The same files give the same
    figures, so a process computes them once.
    """
    try:
        release = areas.release(session)
    except NotFound:
        return {}
    snapshot = _worked_out.get(release)
    if snapshot is None:
        snapshot = _standing(session, comparison_figures(session))
        _worked_out.clear()
        _worked_out[release] = snapshot
    return deepcopy(snapshot)


_worked_out: dict[str, dict[str, Any]] = {}
"""The figures of the newest files, by the digest of the files."""


def _standing(session: Session, figures: ComparisonFigures) -> dict[str, Any]:
    group = figures.geography.groups[DEFAULT_GROUP]
    themes = {}
    for theme in Theme:
        ranked = figures.theme_ranks(theme, group.members)
        themes[theme.value] = {
            code: int(rank)
            for code, rank in zip(ranked.members, ranked.ranks, strict=True)
            if not np.isnan(rank)
        }
    return {
        "files": figures.release,
        "group": {"slug": group.slug, "as_of": group.as_of.isoformat(), "n": group.n},
        "themes": themes,
        "funding": _funding(session, figures.geography.groups[EVERYWHERE].members),
    }


def _funding(session: Session, members: tuple[str, ...]) -> dict[str, Any]:
    year = funding.years(session)[0]
    power = funding.core_spending_power(session, year, BASES[0])
    table = league(power, council_code=members[0], members=members)
    ranked = table[table["rank"].notna()]
    return {
        "year": year,
        "base": BASES[0],
        "per_head": {
            str(code): f"{rate:.2f}"
            for code, rate in zip(ranked["area_code"], ranked["per_head"], strict=True)
        },
        "rank": {
            str(code): int(rank)
            for code, rank in zip(ranked["area_code"], ranked["rank"], strict=True)
        },
    }
