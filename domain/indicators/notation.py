"""Figures as councils print them, parsed into numbers and printed back exactly.

A printed value is parsed into a number, unit, scale, period, bound or band. The result is used
only if printing the parts gives the same text again; any other text remains words.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.indicators.terms import Quartile

NOTHING_PRINTED = frozenset({"", "-", "N/A", "N/a", "n/a"})


class Unit(StrEnum):
    """The unit of a printed number, as far as its notation gives it."""

    NUMBER = ""
    PERCENT = "%"
    POUNDS = "£"


class Bound(StrEnum):
    """A sign before a number that turns it into a limit."""

    NONE = ""
    BELOW = "<"
    ABOVE = ">"
    AT_MOST = "≤"
    AT_LEAST = "≥"


SCALES = {"": Decimal(1), "k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "bn": Decimal(10) ** 9}


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with the way it is printed.

    ``number`` is the full number (27000000000 for "£27.0bn"); ``places`` counts the decimals
    printed, ``grouped`` says whether thousands have a comma.
    """

    number: Decimal
    unit: Unit = Unit.NUMBER
    scale: str = ""
    places: int = 0
    grouped: bool = False

    def __str__(self) -> str:
        """Print it exactly as it was."""
        shown = abs(self.number) / SCALES[self.scale]
        digits = f"{shown:,.{self.places}f}" if self.grouped else f"{shown:.{self.places}f}"
        sign = "-" if self.number.is_signed() else ""
        pounds = "£" if self.unit is Unit.POUNDS else ""
        percent = "%" if self.unit is Unit.PERCENT else ""
        return f"{sign}{pounds}{digits}{self.scale}{percent}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed cell: a number, a limit, a band, words, or nothing.

    ``text`` is the cell exactly as printed. ``low`` alone is a number (or a limit, with
    ``bound``); ``low`` and ``high`` are a band; neither is words, or nothing at all.
    """

    text: str
    low: Amount | None = None
    high: Amount | None = None
    bound: Bound = Bound.NONE
    period: str = ""

    @property
    def absent(self) -> bool:
        """Return whether the cell says that there is no figure."""
        return self.text.strip() in NOTHING_PRINTED

    @property
    def is_words(self) -> bool:
        """Return whether the cell holds words and no number."""
        return self.low is None and not self.absent

    @property
    def amount(self) -> Amount | None:
        """Return the single plain number, when the cell holds one."""
        return self.low if self.high is None and self.bound is Bound.NONE else None

    @property
    def without_period(self) -> str:
        """Return the figure alone, for places that print the period by itself."""
        return self.text.removesuffix(f" ({self.period})") if self.period else self.text

    def __str__(self) -> str:
        """Return the printed parts; equal to ``text`` by construction."""
        if self.low is None:
            return self.text
        return _assemble(self.low, self.high, self.bound, self.period, self.text)


_AMOUNT = r"(?P<{0}sign>-?)(?P<{0}pound>£?)(?P<{0}digits>\d[\d,]*(?:\.\d+)?)(?P<{0}scale>k|m|bn)?(?P<{0}percent>%?)"
_PERIOD = r"(?: \((?P<period>[^()]+)\))?"
_SINGLE = re.compile(rf"(?P<bound>[<>≤≥]?){_AMOUNT.format('low_')}{_PERIOD}")
_BAND = re.compile(rf"{_AMOUNT.format('low_')}-{_AMOUNT.format('high_')}{_PERIOD}")


def read(text: str) -> Printed:
    """Parse a printed cell. Never fails: a text that is not a number remains words."""
    match = _SINGLE.fullmatch(text) or _BAND.fullmatch(text)
    if match is None:
        return Printed(text)
    parts = match.groupdict()
    low = _amount(parts, "low_")
    high = _amount(parts, "high_") if "high_digits" in parts else None
    bound, period = Bound(parts.get("bound") or ""), parts["period"] or ""
    if _is_unclear(low, high) or _assemble(low, high, bound, period, text) != text:
        return Printed(text)
    return Printed(text, _sharing_unit(low, high), high, bound, period)


def _amount(parts: dict[str, str | None], prefix: str) -> Amount:
    digits, scale = parts[f"{prefix}digits"] or "", parts[f"{prefix}scale"] or ""
    plain = digits.replace(",", "")
    number = Decimal(plain) * SCALES[scale]
    unit = Unit.POUNDS if parts[f"{prefix}pound"] else Unit(parts[f"{prefix}percent"] or "")
    if parts[f"{prefix}pound"] and parts[f"{prefix}percent"]:
        unit = Unit.NUMBER  # "£5%" means nothing: it does not print back, so it remains words
    return Amount(
        number=number.copy_negate() if parts[f"{prefix}sign"] else number,
        unit=unit,
        scale=scale,
        places=len(plain.partition(".")[2]),
        grouped="," in digits,
    )


def _is_unclear(low: Amount, high: Amount | None) -> bool:
    """Return whether "2-4m" may mean two or two million."""
    return high is not None and bool(high.scale) and not low.scale


def _sharing_unit(low: Amount, high: Amount | None) -> Amount:
    """Return the lower end of "2-4%" with the sign that is printed only once."""
    if high is None or high.unit is not Unit.PERCENT or low.unit is not Unit.NUMBER:
        return low
    return Amount(low.number, high.unit, low.scale, low.places, low.grouped)


def _assemble(low: Amount, high: Amount | None, bound: Bound, period: str, text: str) -> str:
    start = str(low)
    if high is not None:
        shared = not text.startswith(f"{start}-")
        start = f"{start.removesuffix('%') if shared else start}-{high}"
    return f"{bound}{start} ({period})" if period else f"{bound}{start}"


_QUARTILE = re.compile(
    r"(?P<position>1st/2nd|1st|2nd|3rd|4th)(?P<star>\*?)"
    r"(?: \((?:(?P<scope>Eng|Cties)(?P<dot>\. )?)?(?P<period>[^()]*)\))?"
)
_POSITIONS = {
    "1st": Quartile.FIRST,
    "2nd": Quartile.SECOND,
    "3rd": Quartile.THIRD,
    "4th": Quartile.FOURTH,
    "1st/2nd": Quartile.SURVEY_BETTER,
}
_PRINTED_POSITIONS = {quartile: text for text, quartile in _POSITIONS.items()}


@dataclass(frozen=True, slots=True)
class PrintedQuartile:
    """A quartile cell: position, the comparison's scope and period, and the edition's star.

    ``scope`` is "Eng" or "Cties" where the cell names its comparator group. A star marks the
    council's own draft outturn compared with other councils' planned spend.
    """

    text: str
    position: Quartile | None = None
    starred: bool = False
    scope: str = ""
    period: str = ""

    def __str__(self) -> str:
        """Return the printed parts; equal to ``text`` by construction."""
        if self.position is None:
            return self.text
        between = ". " if self.scope and self.period else ""
        inside = f"{self.scope}{between}{self.period}"
        star = "*" if self.starred else ""
        return f"{_PRINTED_POSITIONS[self.position]}{star}" + (f" ({inside})" if inside else "")

    @property
    def unread(self) -> bool:
        """Return whether the cell has a part that was not parsed."""
        return self.position is None and self.text.strip() not in NOTHING_PRINTED


def read_quartile(text: str) -> PrintedQuartile:
    """Parse a quartile cell. Never fails: a text that cannot be parsed stays as printed."""
    match = _QUARTILE.fullmatch(text)
    if match is None:
        return PrintedQuartile(text)
    cell = PrintedQuartile(
        text,
        _POSITIONS[match["position"]],
        bool(match["star"]),
        match["scope"] or "",
        match["period"] or "",
    )
    return cell if str(cell) == text else PrintedQuartile(text)
