"""One version of an edition: a frozen version or the present text."""

from callbacks.address import Address
from callbacks.editions import versions
from callbacks.editions.edition_request import may_read, record_at, year_of
from callbacks.request_context import council, reading
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
    """Show a version to those who may read it, or a notice that the edition was withdrawn."""
    name = address.parts["name"]
    with reading() as session:
        if _is_withdrawn(record := governance.record_of(session, year_of(address)), name):
            last = record.notices[-1] if record.notices else None
            return layout.tombstone(record.status.year, name, record.status.title, last)
        record = record_at(session, address)
        content = versions.content_at(session, record, name)
    version = next((frozen for frozen in record.versions if frozen.name == name), None)
    return layout.page(
        VersionView(
            year=record.status.year,
            text=version_content(content),
            version=version,
            introduction=_introduction(record, version),
            superseded_by=superseded_by(record, name),
            before=_before(record, name),
            notices=record.notices if _is_published(record, name) else (),
            frozen=frozen_comparison(content, council().code),
            council=council(),
        )
    )


def _is_withdrawn(record: GovernanceRecord, name: str) -> bool:
    """Return whether the current user could read this version until the edition was withdrawn."""
    stage = record.status.stage
    return stage is Stage.WITHDRAWN and not may_read(stage) and _is_published(record, name)


def _is_published(record: GovernanceRecord, name: str) -> bool:
    return name in [version.name for version in record.published_versions]


def _introduction(record: GovernanceRecord, version: Version | None) -> list[str]:
    if version is None:
        return [
            "This is the text as it stands now.",
            STANDS[record.status.stage],
            "It is not frozen: it may change, and funding and ranks join it when it is frozen.",
        ]
    sentences = [*about(record, version), same_text(version, versions.readable(record))]
    return [sentence for sentence in sentences if sentence]


def _before(record: GovernanceRecord, name: str) -> str:
    """Return the name of the readable version before this one; empty for the first."""
    names = versions.names(record)
    index = names.index(name)
    return names[index - 1] if index else ""
