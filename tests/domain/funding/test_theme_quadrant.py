"""A theme's performance against what councils spend on it, or how deprived they are."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from domain.comparison.quadrants import Across
from domain.comparison.ranking import ranks
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks
from domain.funding.core_spending_power import Service
from domain.funding.theme_quadrant import theme_quadrant
from tests.builders.councils import an_area
from tests.builders.leagues import some_spending

CODES = ("b", "a", "c")
AREAS = {code: an_area(code, f"{code.upper()}shire") for code in CODES}
FIGURES = SimpleNamespace(
    services=(
        Service("roads", "Roads", "", (Theme.TRANSPORT,)),
        Service("all", "All", "", (Theme.OVERALL,)),
    ),
    spending=pd.concat(
        [
            some_spending({"a": {"roads": 40, "all": 900}, "b": {"roads": 30}}),
            some_spending({"a": {"roads": 50}}, year="2022/23"),
            some_spending({"b": {"roads": 60}}, basis="budget"),
        ]
    ),
    deprivation=pd.DataFrame({"area_code": ["c", "a"], "average_score": [12.5, 30.0]}),
)


def points(across: Across) -> list[tuple[object, ...]]:
    """Name, rank of performance and figure across; a and b do equally well, c does worse."""
    performance = np.array([[9.0, 9.0, 1.0]])
    ranked = ThemeRanks(CODES, (0,), ranks(performance, np.ones(1)))
    table = theme_quadrant(ranked, Theme.TRANSPORT, across, FIGURES, AREAS)
    cells = table[["name", "performance_rank", "across_value"]].astype(object)
    return [tuple(row) for row in cells.where(cells.notna(), None).itertuples(index=False)]


def test_spending_is_the_outturn_per_head_of_the_theme_s_service_in_2021_22():
    assert points(Across.REVENUE) == [("Ashire", 1, 40.0), ("Bshire", 1, 30.0), ("Cshire", 3, None)]


def test_deprivation_is_the_average_score():
    assert points(Across.DEPRIVATION) == [
        ("Ashire", 1, 30.0),
        ("Bshire", 1, None),
        ("Cshire", 3, 12.5),
    ]
