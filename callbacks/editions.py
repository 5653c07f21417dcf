"""The list of editions."""

from callbacks.asking import reading
from callbacks.processing import may_read
from callbacks.wiring import Address
from db.queries import process
from domain.terms import Stage
from layouts import editions as layout
from layouts.shell import Sheet


def view(address: Address) -> Sheet:
    """Show the editions that the person asking may read, and the ones withdrawn."""
    del address
    with reading() as session:
        standings = process.everything(session)
    shown = [each for each in standings if may_read(each.stage) or each.stage is Stage.WITHDRAWN]
    return layout.page(shown)
