"""How the figures are made."""

from collections import Counter

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, indicators
from layouts.indicators import methods as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the methods, with the rules that this edition's indicators have."""
    del address
    with reading() as session:
        edition = editions.latest(session)
        rows = indicators.of_edition(session, edition.year)
    cells = [
        (row, column, cell)
        for row in rows
        for column, cell in (("Value", row.value), ("Before", row.previous), ("Target", row.target))
    ]
    return layout.page(
        rows=rows,
        rules=Counter(str(row.rule) for row in rows).most_common(),
        unread=[(row, column, cell.text) for row, column, cell in cells if cell.is_words],
    )
