"""Spending by service in plain English."""

from collections.abc import Mapping, Sequence

from domain.comparison.areas import NOT_PUBLISHED, Geography
from domain.formatting import counted, listed, ordinal, pounds
from domain.funding.service_spending import MIDDLE, Quarter, ServiceRow, ServiceTable
from domain.funding.spending import POPULATION_OF, SpendingMethod
from domain.periods import read_period

METHODS: Mapping[SpendingMethod, str] = {
    SpendingMethod.COUNCIL: "The council's method",
    SpendingMethod.OUTTURN: "Outturn throughout",
    SpendingMethod.BUDGET: "Budgets throughout",
}
HELD_AGAINST: Mapping[SpendingMethod, str] = {
    SpendingMethod.COUNCIL: "its outturn against the others' budgets",
    SpendingMethod.OUTTURN: "outturn against outturn",
    SpendingMethod.BUDGET: "budget against budget",
}
NO_FIGURE = "no figure"
NOT_RANKED = "not ranked"
ALL_SERVICES = "over all services without education and public health"


def lead(name: str, table: ServiceTable, why: str) -> str:
    """Return the council's total spending, its rank, and on how many services it is lowest.

    ``why`` is the reason for a missing figure of the council.
    """
    net = table.rows[0]
    if net.council_per_head is None:
        return f"{name} has no figure of {table.year} to compare ({why})."
    spent = "planned to spend" if table.method is SpendingMethod.BUDGET else "spent"
    sentence = (
        f"{name} {spent} {pounds(net.council_per_head)} per head in {table.year} {ALL_SERVICES}"
    )
    if net.rank is None:
        return f"{sentence}. {_not_ranked(net)}"
    lowest = len(table.lowest_quarter)
    return (
        f"{sentence}: {spending_place(net.rank, net.n)}, where the middle is {pounds(net.median)}. On "
        f"{lowest or 'none'} of {len(table.rows)} lines, the services and their net total, it is in the quarter that spends least "
        f"({HELD_AGAINST[table.method]})."
    )


def _not_ranked(net: ServiceRow) -> str:
    return (
        "It is not in the group chosen here, so it is not ranked; the group's middle is "
        f"{pounds(net.median)}."
    )


def spending_place(rank: int, n: int) -> str:
    """Return the highest of 32, 12th highest of 32, the lowest of 32."""
    if rank == 1:
        return f"the highest of {n}"
    return f"the lowest of {n}" if rank == n else f"{ordinal(rank)} highest of {n}"


def finding(name: str, table: ServiceTable) -> str:
    """Return the heading of the chart: where the council is furthest from the middle."""
    placed = [
        (share, row)
        for row in table.rows
        if (share := row.of_middle(row.council_per_head)) is not None
    ]
    if not placed:
        return "The group's range for each service"
    low = min(placed, key=lambda position: position[0])
    high = max(placed, key=lambda position: position[0])
    if high[0] <= MIDDLE:
        return f"{name} is above the middle on no service, and furthest below on {_service(low[1])}"
    if low[0] >= MIDDLE:
        return (
            f"{name} is below the middle on no service, and furthest above on {_service(high[1])}"
        )
    return (
        f"{name} is furthest below the middle on {_service(low[1])}, highest on {_service(high[1])}"
    )


def _service(row: ServiceRow) -> str:
    name = row.service.name.split(",")[0]
    return name[:1].lower() + name[1:]


def how_to_read(name: str, table: ServiceTable) -> str:
    """Return how to read the chart."""
    sentence = (
        "What the middle council of the group spends per head on a service is 100. The line goes "
        "from the lowest to the highest of the group. A figure with an arrow lies beyond the edge."
    )
    if any(row.council_per_head is not None for row in table.rows):
        sentence = f"{sentence} The dot is {name}."
    left = [row.service.name for row in table.rows if row.median <= 0]
    if left:
        sentence += (
            f" Not drawn, because the middle council has more income than spending: {listed(left)}."
        )
    return sentence


def quarter(position: Quarter | None) -> tuple[str, str]:
    """Return the quarter and the number of councils: 4th, and n = 32."""
    if position is None:
        return NOT_RANKED, ""
    return ordinal(position.quartile), f"n = {position.n}"


def rank(row: ServiceRow) -> str:
    """Return a rank: 32nd of 32; 1 spends the most."""
    return NOT_RANKED if row.rank is None else f"{ordinal(row.rank)} of {row.n}"


def per_head(pounds_per_head: float | None) -> str:
    """Return pounds per head, £516.66, or that there is no figure."""
    return NO_FIGURE if pounds_per_head is None else pounds(pounds_per_head)


def of_middle(share: float | None) -> str:
    """Return a share of the middle, which is 100: 76.2."""
    return "not drawn" if share is None else f"{share:.1f}"


def agreement(table: ServiceTable, published: Mapping[str, int]) -> str:
    """Return how many published quarters each method gives again; ``published`` by indicator."""
    rows = [row for row in table.rows if row.service.indicator in published]
    if not table.both or not rows:
        return ""
    council = sum(1 for row in rows if row.council and _same(row.council, row, published))
    alike = sum(1 for row in rows if row.alike and _same(row.alike, row, published))
    return (
        f"Of {counted(len(rows), 'published quarter', 'published quarters')}, the council's method "
        f"gives {council} again and like with like {alike}."
    )


def _same(quarter: Quarter, row: ServiceRow, published: Mapping[str, int]) -> bool:
    return quarter.quartile == published[row.service.indicator]


def method_explained(table: ServiceTable) -> str:
    """Return what the columns are, and what the 4th quarter means here."""
    base = (
        f"Pounds per head are net current expenditure divided by the revised estimate of residents "
        f"of mid-{POPULATION_OF[table.year]}. Rank 1 and the 1st quarter spend the most; the 4th "
        "quarter is the one that spends least."
    )
    if not table.both:
        return f"{base} For {table.year} only outturn is held: every figure is what was spent."
    return (
        f"{base} The council's method is the one of the printed Compendium: what the council spent "
        "(outturn) against what the others planned (budget). Like with like holds what all of them "
        f"spent against each other. The first figures and the chart are "
        f"{HELD_AGAINST[table.method]}."
    )


def no_return(geography: Geography, codes: Sequence[str], year: str, method: SpendingMethod) -> str:
    """Return the members without a return, each with the reason; empty where all made one."""
    if not codes:
        return ""
    what = "outturn" if method is SpendingMethod.OUTTURN else "budget"
    reasons: dict[str, list[str]] = {}
    for code in codes:
        why = why_no_return(geography, code, year, what)
        reasons.setdefault(why, []).append(geography.areas[code].name)
    sentence = "; ".join(f"{listed(names)} ({why})" for why, names in reasons.items())
    return f"Left out of the {what} figures of {year}: {sentence}."


def why_no_return(geography: Geography, code: str, year: str, what: str) -> str:
    """Return why an area has no figure: its boundary change, or no return in the tables."""
    why = geography.why_missing(code, read_period(year))
    return f"no {what} return in the published tables" if why == NOT_PUBLISHED else why


def row_label(row: ServiceRow) -> str:
    """Return a service's name without what it leaves out, for the chart."""
    return f"<b>{row.service.name.split(',')[0]}</b>"


def dot_words(name: str, row: ServiceRow) -> str:
    """Return what a dot says when it is looked at."""
    return f"{name}: {per_head(row.council_per_head)}, the middle {pounds(row.median)}"
