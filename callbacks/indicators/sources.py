"""Sources and licence."""

from callbacks.address import Address
from callbacks.request_context import council, reading
from db.queries import editions
from layouts.indicators import sources as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show where every table comes from."""
    del address
    with reading() as session:
        return layout.page(editions.sources(session), council())
