"""The Delivery Report of the newest edition."""

from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import editions, sections
from domain import formatting
from domain.editions.terms import Document
from layouts.editions import report as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the narrative, outcome by outcome."""
    del address
    with reading() as session:
        edition = editions.latest(session)
        narrative = sections.of_document(session, edition.year, Document.DELIVERY_REPORT)
    return layout.page(
        edition.title, edition.data_year, narrative, approved=formatting.day(edition.council_on)
    )
