"""One version of an edition: frozen ones as they were frozen, the present text as it stands."""

from callbacks.editions import versions
from callbacks.editions.edition_request import may_read, record_at, year_of
from callbacks.request_context import council, reading
from callbacks.wiring import Address
from db.queries import governance
from domain.editions.frozen_content import frozen_comparison, version_content
from domain.editions.stage_wording import STANDS
from domain.editions.status import Version
from domain.editions.terms import Stage
from domain.editions.version_wording import same_text
from domain.governance.record import GovernanceRecord
from domain.governance.version_history import about, superseded_by
from layouts.editions import version as layout
from layouts.editions.version import VersionView
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show a version to those who may read it; of a withdrawn edition, that it was withdrawn."""
    name = address.parts["name"]
    with reading() as session:
        if _is_withdrawn(found := governance.record_of(session, year_of(address)), name):
            last = found.notices[-1] if found.notices else None
            return layout.tombstone(found.status.year, name, found.status.title, last)
        found = record_at(session, address)
        content = versions.content_at(session, found, name)
    version = next((each for each in found.versions if each.name == name), None)
    return layout.page(
        VersionView(
            year=found.status.year,
            text=version_content(content),
            version=version,
            told=_told(found, version),
            superseded_by=superseded_by(found, name),
            before=_before(found, name),
            notices=found.notices if _is_published(found, name) else (),
            frozen=frozen_comparison(content, council().code),
            council=council(),
        )
    )


def _is_withdrawn(found: GovernanceRecord, name: str) -> bool:
    """Return whether this is a version that the person asking could read until it was withdrawn."""
    stage = found.status.stage
    return stage is Stage.WITHDRAWN and not may_read(stage) and _is_published(found, name)


def _is_published(found: GovernanceRecord, name: str) -> bool:
    return name in [each.name for each in found.published_versions]


def _told(found: GovernanceRecord, version: Version | None) -> list[str]:
    if version is None:
        return [
            "This is the text as it stands now.",
            STANDS[found.status.stage],
            "It is not frozen: it may change, and funding and ranks join it when it is frozen.",
        ]
    told = [*about(found, version), same_text(version, versions.readable(found))]
    return [sentence for sentence in told if sentence]


def _before(found: GovernanceRecord, name: str) -> str:
    """Return the version before this one among those that may be read; empty for the first."""
    listed = versions.names(found)
    place = listed.index(name)
    return listed[place - 1] if place else ""
