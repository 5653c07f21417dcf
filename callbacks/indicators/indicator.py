"""One indicator."""

from collections.abc import Sequence

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, indicators
from domain.indicators.indicator import Indicator
from domain.indicators.notation import Printed
from figures.indicators.value_bars import value_bars
from figures.template import Figure
from layouts.indicators import indicator as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the indicator at this address."""
    with reading() as session:
        edition = editions.latest(session)
        row = indicators.by_slug(session, edition.year, address.parts["slug"])
        history = indicators.history(session, row.slug)
        family = indicators.of_dashboard(session, edition.year, row.dashboard.slug)
    index = [indicator.slug for indicator in family].index(row.slug)
    return layout.page(
        row,
        edition=edition.year,
        values=_values(row),
        value_rows=_value_rows(row),
        history=history,
        before=family[index - 1] if index else None,
        after=family[index + 1] if index + 1 < len(family) else None,
    )


def _values(row: Indicator) -> Figure | None:
    """Return a chart of the figure and the one before, or None if the two cannot be compared."""
    change = row.change
    if change is None:
        return None
    figures = [
        {
            "label": row.period,
            "number": float(change.value.number),
            "printed": row.value.without_period,
            "now": True,
        },
        {
            "label": row.previous_period or "before, period not stated",
            "number": float(change.previous.number),
            "printed": row.previous.without_period,
            "now": False,
        },
    ]
    aim = row.target.amount
    comparable = aim is not None and aim.unit is change.value.unit
    return value_bars(
        figures,
        target=float(aim.number) if aim is not None and comparable else None,
        target_label=f"target {row.target.without_period}",
    )


def _value_rows(row: Indicator) -> Sequence[Sequence[object]]:
    rows = [
        ("This edition", row.period, _shown(row.value)),
        ("Before", row.previous_period or "not stated", _shown(row.previous)),
    ]
    if not row.target.absent:
        rows.append(("Target", row.target.period, row.target.without_period))
    return rows


def _shown(printed: Printed) -> str:
    return "not available" if printed.absent else printed.without_period
