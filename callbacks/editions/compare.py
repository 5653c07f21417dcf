"""Two versions of an edition compared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from callbacks.editions import versions
from callbacks.editions.edition_request import record_at
from callbacks.request_context import reading
from callbacks.wiring import Address
from domain.editions.version_comparison import compare
from domain.editions.version_wording import version_name
from domain.formatting import listed
from layouts.editions import compare as layout
from layouts.editions.compare import CompareView
from layouts.shell import PageContent

LONGEST_ANSWER = 40


def view(address: Address) -> PageContent:
    """Compare the versions that the address names; the last two where it names none."""
    with reading() as session:
        found = record_at(session, address)
        names = versions.names(found)
        (old, new), notices = chosen(address.query, names)
        year = found.status.year
        if not old or not new:
            return layout.nothing(year, names)
        compared = compare(
            versions.content_at(session, found, old), versions.content_at(session, found, new)
        )
    return replace(
        layout.page(CompareView(year, names, old, new, compared)), notices=tuple(notices)
    )


def chosen(query: Mapping[str, str], names: Sequence[str]) -> tuple[tuple[str, str], list[str]]:
    """Return the two versions meant, and a sentence for each name that there is not.

    Where the address names none that there is, the last two stand in; empty names mean that there
    are not two.
    """
    asked = {end: query.get(end, "").strip() for end in ("from", "to")}
    notices = [_unknown(each, names) for each in asked.values() if each and each not in names]
    if len(names) <= 1:
        return ("", ""), notices
    known = {end: name if name in names else "" for end, name in asked.items()}
    new = known["to"] or names[-1]
    old = known["from"] or names[max(names.index(new) - 1, 0)]
    return (old, new), notices


def _unknown(asked: str, names: Sequence[str]) -> str:
    there = listed([version_name(each) for each in names]) or "none"
    return (
        f"The address asks for version “{asked[:LONGEST_ANSWER]}”, which this edition does not have for "
        f"you. There are: {there}."
    )
