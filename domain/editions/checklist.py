"""The publishing checklist: what must be mended before an edition is sent on, and what is worth a look.

Errors stop the edition; warnings are shown and do not.
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
    """One thing found: where, its title there, what to do, and whether it stops the edition."""

    place: str
    title: str
    told: str
    is_error: bool = True


def checklist(content: Content) -> list[Finding]:
    """Everything to be mended or looked at, in the order of the checks."""
    return [finding for check in CHECKS for finding in check(content)]


def errors(findings: Sequence[Finding]) -> list[Finding]:
    """Those that stop the edition."""
    return [finding for finding in findings if finding.is_error]


def _empty_texts(content: Content) -> Iterator[Finding]:
    for kind in TEXT_KINDS.values():
        for key, entry in content[kind.group].items() if kind.is_text else ():
            if is_unwritten([entry]):
                text = f"The {kind.name} is empty. Write it."
                yield Finding(f"{kind.name}:{key}", kind.title_of(entry), text)


def _unfinished_text(content: Content) -> Iterator[Finding]:
    for place, title, text in _texts(content):
        found = UNFINISHED.search(text)
        if found:
            yield Finding(place, title, f"“{found[0]}” marks text that is not finished.")


def _missing_values(content: Content) -> Iterator[Finding]:
    """An indicator that nobody has looked at this year; an empty value with a period is meant so."""
    for slug, each in content["indicators"].items():
        if is_unwritten([each]):
            told = "There is no value. Give this year's, or “N/A” where there is none."
            yield Finding(indicator(slug), each["name"], told)


def _implausible_figures(content: Content) -> Iterator[Finding]:
    """What cannot be so stops the edition, however it came here; what is odd does not."""
    year = content["edition"]["year"]
    for slug, each in content["indicators"].items():
        for name in CHECKED:
            fault, doubt = (asked(name, each[name], year) for asked in (error_in, warning_in))
            if fault or doubt:
                told = fault or doubt
                yield Finding(indicator(slug), each["name"], told, is_error=bool(fault))


def _issues_without_commentary(content: Content) -> Iterator[Finding]:
    for slug, each in content["indicators"].items():
        if each["rating"] == Rating.ISSUE and not each["commentary"]:
            told = "It is rated a performance issue, and no commentary says what is being done."
            yield Finding(indicator(slug), each["name"], told, is_error=False)


def _same_as_before(content: Content) -> Iterator[Finding]:
    for slug, each in content["indicators"].items():
        same_period = bool(each["period"]) and each["period"] == each["previous_period"]
        if same_period and _is_figure(each):
            told = f"The value and the one before are both of {each['period']}."
            yield Finding(indicator(slug), each["name"], told, is_error=False)


def _no_aims(content: Content) -> Iterator[Finding]:
    for slug, each in content["sections"].items():
        of_report = each["document"] == Document.DELIVERY_REPORT and each["sub_outcome"]
        if of_report and each["body"].strip() and "aims by" not in each["body"].lower():
            told = "The section does not say what its aims are."
            yield Finding(section(slug), each["title"], told, is_error=False)


def _is_figure(each: dict[str, Any]) -> bool:
    return any(character.isdigit() for character in each["value"])


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
