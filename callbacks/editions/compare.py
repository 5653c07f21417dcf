"""The comparison of two versions of an edition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from callbacks.address import Address
from callbacks.editions import versions
from callbacks.editions.edition_request import record_at
from callbacks.request_context import reading
from domain.editions.version_comparison import compare
from domain.editions.version_wording import version_name
from domain.formatting import listed
from layouts.editions import compare as layout
from layouts.editions.compare import CompareView
from layouts.shell import PageContent

LONGEST_ANSWER = 40


def view(address: Address) -> PageContent:
    """Compare the versions that the address names; by default the last two."""
    with reading() as session:
        record = record_at(session, address)
        names = versions.names(record)
        (old, new), notices = chosen_versions(address.query, names)
        year = record.status.year
        if not old or not new:
            return layout.nothing(year, names)
        compared = compare(
            versions.content_at(session, record, old), versions.content_at(session, record, new)
        )
    return replace(
        layout.page(CompareView(year, names, old, new, compared)), notices=tuple(notices)
    )


def chosen_versions(
    query: Mapping[str, str], names: Sequence[str]
) -> tuple[tuple[str, str], list[str]]:
    """Return the names of the two versions to compare, and a notice for each unknown name.

    The last two versions are the default. Both names are empty if there are fewer than two versions.
    """
    requested = {end: query.get(end, "").strip() for end in ("from", "to")}
    notices = [
        _unknown_version_notice(name, names)
        for name in requested.values()
        if name and name not in names
    ]
    if len(names) <= 1:
        return ("", ""), notices
    valid = {end: name if name in names else "" for end, name in requested.items()}
    new = valid["to"] or names[-1]
    old = valid["from"] or names[max(names.index(new) - 1, 0)]
    return (old, new), notices


def _unknown_version_notice(requested: str, names: Sequence[str]) -> str:
    available = listed([version_name(name) for name in names]) or "none"
    return (
        f"The address asks for version “{requested[:LONGEST_ANSWER]}”, which this edition does not have for "
        f"you. There are: {available}."
    )
