"""The list of editions."""

from callbacks.address import Address
from callbacks.editions.edition_request import may_read
from callbacks.request_context import reading
from db.queries import governance
from domain.editions.terms import Stage
from layouts.governance import editions as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the editions that the current user may read, and the withdrawn ones."""
    del address
    with reading() as session:
        everything = governance.everything(session)
    statuses = [
        status for status in everything if may_read(status.stage) or status.stage is Stage.WITHDRAWN
    ]
    return layout.page(statuses)
