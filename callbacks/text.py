"""What is written in an edition: sign-offs, the checklist, officers' judgements."""

from callbacks import asking
from callbacks.asking import reading
from callbacks.processing import process_at
from callbacks.wiring import Address
from db.content import content_of
from db.queries import process, revisions
from domain.checklist import checklist
from domain.places import indicator
from domain.terms import Document, Stage
from layouts import text as layout
from layouts.shell import Sheet
from layouts.text import Overrides


def view(address: Address) -> Sheet:
    """Show every section and dashboard of the address's edition."""
    with reading() as session:
        found = process_at(session, address)
        year = found.standing.year
        content = content_of(session, process.edition(session, year))
        units = revisions.units(session, year)
    if found.standing.stage is Stage.DRAFTING:
        content["sections"] = {
            slug: each
            for slug, each in content["sections"].items()
            if each["document"] != Document.CABINET_REPORT
        }
    overrides = [
        Overrides(indicator(slug), each["name"], each["override_reason"])
        for slug, each in content["indicators"].items()
        if each["override_reason"]
    ]
    return layout.page(
        found.standing, units, checklist(content), overrides, notices=asking.notices()
    )
