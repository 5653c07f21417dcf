"""The floor that a reader asks for: typed in pounds, or a percentile of the group."""

import re
from dataclasses import dataclass

from domain.funding.core_spending_power import Floor, floor, percentile_of
from domain.funding.league_table import FundedArea, LeagueTable

PERCENTILES = (25, 10, 20, 30, 40, 50, 60, 75, 90)
"""The first is the default."""
LARGEST_FLOOR = 10_000
LONGEST_ENTRY = 20
_POUNDS = re.compile(r"£?(\d+|\d{1,3}(?:,\d{3})+)(\.\d{1,2})?(?:perhead|ahead)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FloorRequest:
    """A reader's request. ``per_head`` overrides the percentile; ``fault`` says what is invalid."""

    typed: str
    per_head: float | None
    percentile: int
    fault: str = ""


def floor_request(typed: str, percentile: str) -> FloorRequest:
    """Parse “£850”, “850”, “1,000.50” or “850 a head”; ``fault`` names any other text."""
    text = typed.strip()[: LONGEST_ENTRY + 1]
    chosen = int(percentile) if re.fullmatch("[1-9][0-9]?", percentile) else PERCENTILES[0]
    if not text:
        return FloorRequest("", None, chosen)
    match = _POUNDS.fullmatch("".join(text.lower().split()))
    if match is None or len(text) > LONGEST_ENTRY:
        message = f"“{text[:LONGEST_ENTRY]}” is not an amount. Write pounds per head, such as 850 or £1,000."
        return FloorRequest(text[:LONGEST_ENTRY], None, chosen, message)
    amount = float(match[1].replace(",", "") + (match[2] or ""))
    if not 1 <= amount <= LARGEST_FLOOR:
        message = f"A floor is between £1 and £{LARGEST_FLOOR:,} per head."
        return FloorRequest(text, None, chosen, message)
    return FloorRequest(text, amount, chosen)


@dataclass(frozen=True, slots=True)
class Gain:
    """The gain of an area under a floor: pounds in all, pounds per head, and the new level."""

    area: FundedArea
    pounds: float
    per_head: float
    after: float


@dataclass(frozen=True, eq=False)
class FloorResult:
    """A floor under a league table: the areas that gain, and the council.

    ``council`` is None where the council has no comparable figure; for a council outside of the
    group it is the gain that the floor would give it, which the cost does not include.
    """

    request: FloorRequest
    floor: Floor
    gains: tuple[Gain, ...]
    council: Gain | None

    @property
    def gaining(self) -> list[Gain]:
        """Return the members below the floor, the largest gain per head first."""
        below = [gain for gain in self.gains if gain.pounds > 0]
        return sorted(below, key=lambda gain: (-gain.per_head, gain.area.name))

    @property
    def changes_the_gap(self) -> bool:
        """Return whether the distance between the highest and the lowest is smaller after."""
        return round(self.floor.gap_before - self.floor.gap_after, 2) > 0


def floor_under(table: LeagueTable, request: FloorRequest) -> FloorResult:
    """Apply the requested floor to the members of a table."""
    per_head = request.per_head
    if per_head is None:
        per_head = percentile_of(table.frame, request.percentile)
    members = [area for area in table.areas if area.rank is not None]
    council = _gain(table.council, per_head) if table.council.compares else None
    return FloorResult(
        request,
        floor(table.frame, per_head),
        tuple(_gain(area, per_head) for area in members),
        council,
    )


def _gain(area: FundedArea, per_head: float) -> Gain:
    before = area.per_head or 0
    lift = max(0.0, per_head - before)
    return Gain(area, lift * area.people, lift, before + lift)
