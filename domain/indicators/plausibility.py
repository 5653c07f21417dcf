"""Plausibility checks of an indicator's fields: impossible values are faults, odd ones doubts.

A fault is refused when it is saved and stops an edition; a doubt is only shown. Publishers write
figures and periods in many ways, so only a value that no publisher can have meant is a fault.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain

from domain.errors import Unreadable
from domain.fields import FieldKind
from domain.indicators.fields import INDICATOR_FIELD, INDICATOR_FIELDS
from domain.indicators.notation import NOTHING_PRINTED, read, read_quartile
from domain.periods import is_of_a_form, read_period

IMPOSSIBLE_YEARS = 50
"""A period this many years from the edition's own, or more, is a fault."""
UNUSUAL_YEARS = 10
"""A period more than this many years from the edition's own is a doubt."""
NO_NUMBER = re.compile(
    r"[-+£]*(nan|inf|infinity|∞|null|undefined)%?"
    r"|#(div/0!|n/a|ref!|value!|name\?|num!|null!|spill!|calc!|#+)",
    re.IGNORECASE,
)
"""The error values that spreadsheets and programs print."""
BY_NOTHING = re.compile(r"[-+]?£?[0-9][0-9,.]*\s*/\s*0(\.0+)?")
_END = r"[-−]?£?[0-9][0-9,.]*(?:k|m|bn)?%?"
MANY_ENDS = re.compile(rf"{_END}(?:\s*[-–—]\s*{_END}){{2,}}")
DAY = re.compile(
    r"(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|1[0-2])-([0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"
)
YEAR = re.compile("[0-9]{4,}")
TOKEN = re.compile(r"(?<![0-9/])[0-9]{4}[/-][0-9]{2}(?![0-9])")
Messages = Iterable[str]
Checks = Mapping[FieldKind, Callable[[str, int], Messages]]


def check_possible(fields: Mapping[str, str], year: int) -> None:
    """Check fields of an edition's year. Raises ``Unreadable`` for a fault."""
    for name, text in fields.items():
        fault = error_in(name, text, year)
        if fault:
            raise Unreadable(fault)


@lru_cache(maxsize=4096)  # an edition has some 1,500 such fields, which are checked again and again
def error_in(name: str, text: str, year: int) -> str:
    """Return why a field's value is impossible and what to do; empty where it is possible."""
    return _first(_FAULTS, name, text, year)


@lru_cache(maxsize=4096)
def warning_in(name: str, text: str, year: int) -> str:
    """Return what is odd about a field's value; empty where nothing is."""
    return _first(_DOUBTS, name, text, year)


def _first(checks: Checks, name: str, text: str, year: int) -> str:
    """Return the first sentence that the checks of a field's kind give; empty where none does."""
    field = INDICATOR_FIELD[name]
    if field.kind not in checks or text in NOTHING_PRINTED:
        return ""
    called = f"{field.called[0].lower()}{field.called[1:]}"
    return next((f"The {called} “{text}” {what}." for what in checks[field.kind](text, year)), "")


def _faults_of_figure(text: str, year: int) -> Messages:
    del year
    printed = read(text)
    write = "write the figure, or N/A where there is none"
    if NO_NUMBER.fullmatch(text):
        yield f"is what a program writes where it has no number: {write}"
    if BY_NOTHING.fullmatch(text):
        yield f"divides by 0: {write}"
    if printed.low and printed.high and printed.low.number > printed.high.number:
        yield f"runs from {printed.low} down to {printed.high}: write the lower end first"
    if MANY_ENDS.fullmatch(text) and not DAY.fullmatch(text):
        yield "has more than two ends: write one figure, or a range such as 28%-40%"


def _faults_of_period(text: str, year: int) -> Messages:
    for named in YEAR.findall(text):
        if abs(int(named) - year) > IMPOSSIBLE_YEARS:
            yield (
                f"names the year {named}, which is not within {IMPOSSIBLE_YEARS} years of the edition's "
                f"own, {year}: write the real one, such as 2021/22"
            )


def _faults_of_quartile(text: str, year: int) -> Messages:
    printed = read_quartile(text)
    if printed.unread:
        yield "is no quartile position: write 2nd, 2nd (2021) or -"
    yield from _faults_of_period(printed.period, year)


def _doubts_of_value(text: str, year: int) -> Messages:
    return _doubts_of_figure(text, year, "a number, so nothing is worked out from it")


def _doubts_of_target(text: str, year: int) -> Messages:
    return _doubts_of_figure(text, year, "a number, a limit or a range, so it is not judged")


def _doubts_of_figure(text: str, year: int, what: str) -> Messages:
    printed = read(text)
    if printed.is_words and any(character.isdigit() for character in text):
        yield f"holds digits and cannot be read as {what}"
    yield from _doubts_in_brackets(printed.period, year)


def _doubts_of_quartile(text: str, year: int) -> Messages:
    return _doubts_in_brackets(read_quartile(text).period, year)


def _doubts_in_brackets(period: str, year: int) -> Messages:
    for doubt in _doubts_of_period(period, year) if period else ():
        yield f"has “{period}” in brackets, where a period is read: it {doubt}"


def _doubts_of_period(text: str, year: int) -> Messages:
    years = [int(named) for named in YEAR.findall(text)]
    if not years:
        yield "names no year of four digits, such as 2021/22"
    period_faults = list(_period_faults(text))
    yield from (f"cannot be read: {why}" for why in period_faults)
    if is_of_a_form(text) and not period_faults:
        years = [read_period(text).end_year]
    if years and abs(max(years) - year) > UNUSUAL_YEARS:
        yield f"is more than {UNUSUAL_YEARS} years from the edition's own year, {year}"


def _period_faults(text: str) -> Messages:
    """Return the errors of the parts of a text that look like a period and are none."""
    for part in filter(is_of_a_form, chain([text], TOKEN.findall(text))):
        try:
            read_period(part)
        except ValueError as error:
            yield str(error)


_FAULTS: Checks = {
    FieldKind.FIGURE: _faults_of_figure,
    FieldKind.TARGET: _faults_of_figure,
    FieldKind.PERIOD: _faults_of_period,
    FieldKind.QUARTILE: _faults_of_quartile,
}
_DOUBTS: Checks = {
    FieldKind.FIGURE: _doubts_of_value,
    FieldKind.TARGET: _doubts_of_target,
    FieldKind.PERIOD: _doubts_of_period,
    FieldKind.QUARTILE: _doubts_of_quartile,
}
CHECKED = tuple(field.name for field in INDICATOR_FIELDS if field.kind in _FAULTS)
"""The checked fields, in the order of screens; sources and commentaries are not checked."""
