"""One version of an edition: frozen ones as they were frozen, the present text as it stands."""

from callbacks import versions
from callbacks.asking import council, reading
from callbacks.processing import may_read, process_at, year_of
from callbacks.wiring import Address
from db.queries import process
from domain.process import Process, Version
from domain.terms import Stage
from domain.versions import frozen_in, text_in
from domain.wording_of_versions import about, same_text, superseded_by
from domain.wording_of_workflow import STANDS
from layouts import version as layout
from layouts.shell import Sheet
from layouts.version import View


def view(address: Address) -> Sheet:
    """Show a version to those who may read it; of a withdrawn edition, that it was withdrawn."""
    name = address.parts["name"]
    with reading() as session:
        if _is_withdrawn(found := process.process(session, year_of(address)), name):
            last = found.notices[-1] if found.notices else None
            return layout.tombstone(found.standing.year, name, found.standing.title, last)
        found = process_at(session, address)
        content = versions.content_at(session, found, name)
    version = next((each for each in found.versions if each.name == name), None)
    return layout.page(
        View(
            year=found.standing.year,
            text=text_in(content),
            version=version,
            told=_told(found, version),
            superseded_by=superseded_by(found, name),
            before=_before(found, name),
            notices=found.notices if _is_published(found, name) else (),
            frozen=frozen_in(content, council().code),
            council=council(),
        )
    )


def _is_withdrawn(found: Process, name: str) -> bool:
    """Whether this is a version that the person asking could read until it was withdrawn."""
    stage = found.standing.stage
    return stage is Stage.WITHDRAWN and not may_read(stage) and _is_published(found, name)


def _is_published(found: Process, name: str) -> bool:
    return name in [each.name for each in found.published_versions]


def _told(found: Process, version: Version | None) -> list[str]:
    if version is None:
        return [
            "This is the text as it stands now.",
            STANDS[found.standing.stage],
            "It is not frozen: it may change, and funding and ranks join it when it is frozen.",
        ]
    told = [*about(found, version), same_text(version, versions.readable(found))]
    return [sentence for sentence in told if sentence]


def _before(found: Process, name: str) -> str:
    """The version before this one among those that may be read; empty for the first."""
    listed = versions.names(found)
    place = listed.index(name)
    return listed[place - 1] if place else ""
