"""The publishing checklist: the errors and warnings of an edition's content.

Errors stop the edition; warnings are only shown.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from domain.editions.content import Content
from domain.editions.kinds import TEXT_KINDS
from domain.editions.places import indicator, section
from domain.editions.revisions import is_unwritten
from domain.editions.terms import Document
from domain.fields import FieldKind
from domain.indicators.plausibility import CHECKED, error_in, warning_in
from domain.indicators.terms import Rating

UNFINISHED = re.compile(
    r"\b(TODO|TBC|TBA|XXX+)\b|\?\?\?|\[insert[^\]]*\]|lorem ipsum", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in the content: its place and title, what to do, and whether it is an error."""

    place: str
    title: str
    message: str
    is_error: bool = True


def checklist(content: Content) -> list[Finding]:
    """Return all errors and warnings, in the order of the checks."""
    return [finding for check in CHECKS for finding in check(content)]


def errors(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that stop the edition."""
    return [finding for finding in findings if finding.is_error]


def _empty_texts(content: Content) -> Iterator[Finding]:
    for kind in TEXT_KINDS.values():
        for key, entry in content[kind.group].items() if kind.is_text else ():
            if is_unwritten([entry]):
                text = f"The {kind.name} is empty. Write it."
                yield Finding(f"{kind.name}:{key}", kind.title_of(entry), text)


def _unfinished_text(content: Content) -> Iterator[Finding]:
    for place, title, text in _texts(content):
        match = UNFINISHED.search(text)
        if match:
            yield Finding(place, title, f"“{match[0]}” marks text that is not finished.")


def _missing_values(content: Content) -> Iterator[Finding]:
    """Find indicators without this year's value; an empty value with a period is intended."""
    for slug, entry in content["indicators"].items():
        if is_unwritten([entry]):
            message = "There is no value. Give this year's, or “N/A” where there is none."
            yield Finding(indicator(slug), entry["name"], message)


def _implausible_figures(content: Content) -> Iterator[Finding]:
    """Find figures that are impossible (an error) or unlikely (a warning), whoever entered them."""
    year = content["edition"]["year"]
    for slug, entry in content["indicators"].items():
        for name in CHECKED:
            fault, doubt = (check(name, entry[name], year) for check in (error_in, warning_in))
            if fault or doubt:
                message = fault or doubt
                yield Finding(indicator(slug), entry["name"], message, is_error=bool(fault))


def _issues_without_commentary(content: Content) -> Iterator[Finding]:
    for slug, entry in content["indicators"].items():
        if entry["rating"] == Rating.ISSUE and not entry["commentary"]:
            message = "It is rated a performance issue, and no commentary says what is being done."
            yield Finding(indicator(slug), entry["name"], message, is_error=False)


def _same_as_before(content: Content) -> Iterator[Finding]:
    for slug, entry in content["indicators"].items():
        same_period = bool(entry["period"]) and entry["period"] == entry["previous_period"]
        if same_period and _is_figure(entry):
            message = f"The value and the one before are both of {entry['period']}."
            yield Finding(indicator(slug), entry["name"], message, is_error=False)


def _no_aims(content: Content) -> Iterator[Finding]:
    for slug, entry in content["sections"].items():
        of_report = entry["document"] == Document.DELIVERY_REPORT and entry["sub_outcome"]
        if of_report and entry["body"].strip() and "aims by" not in entry["body"].lower():
            message = "The section does not say what its aims are."
            yield Finding(section(slug), entry["title"], message, is_error=False)


def _is_figure(entry: dict[str, Any]) -> bool:
    return any(character.isdigit() for character in entry["value"])


def _texts(content: Content) -> Iterator[tuple[str, str, str]]:
    """Yield every text that is printed: its place, the title there, the text."""
    for kind in TEXT_KINDS.values():
        names = [field.name for field in kind.fields if field.kind is FieldKind.PROSE]
        for key, entry in content[kind.group].items():
            for name in names:
                yield f"{kind.name}:{key}", kind.title_of(entry), entry[name]


CHECKS: tuple[Callable[[Content], Iterator[Finding]], ...] = (
    _empty_texts,
    _missing_values,
    _unfinished_text,
    _implausible_figures,
    _issues_without_commentary,
    _same_as_before,
    _no_aims,
)
