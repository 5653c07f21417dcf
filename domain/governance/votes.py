"""Whether the record of a vote says that a motion was carried."""

import re

LOST = re.compile(
    r"\b(lost|defeated|rejected|negatived|fell|falls|withdrawn|tied|not (carried|agreed|approved|"
    r"passed))\b",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(carried|agreed|approved|passed|unanimous(ly)?|nem\.? ?con)\b", re.IGNORECASE
)
FOR = re.compile(r"\b(\d+)\s+(?:votes?\s+)?(?:for|in favour)\b|\bfor:?\s+(\d+)", re.IGNORECASE)
AGAINST = re.compile(r"\b(\d+)\s+(?:votes?\s+)?against\b|\bagainst:?\s+(\d+)", re.IGNORECASE)
PAIR = re.compile(r"\b(\d+)\s*(?:to|-|–|:)\s*(\d+)\b", re.IGNORECASE)


def is_lost(vote: str) -> bool:
    """Return whether a vote says that the motion was not carried, in words or by its numbers.

    Equal numbers for and against mean that it was lost, unless the vote says that it was carried by
    the casting vote of the chair.
    """
    if LOST.search(vote):
        return True
    counted = _counted(vote)
    if counted is None:
        return False
    in_favour, against = counted
    return in_favour < against or (in_favour == against and not CARRIED.search(vote))


def is_told(vote: str) -> bool:
    """Return whether a vote says how the motion went: in words, or by its numbers."""
    return bool(LOST.search(vote) or CARRIED.search(vote) or _counted(vote))


def _counted(vote: str) -> tuple[int, int] | None:
    """Return the votes for and against, where both can be read."""
    in_favour, against = FOR.search(vote), AGAINST.search(vote)
    if in_favour and against:
        return _number(in_favour), _number(against)
    pair = None if CARRIED.search(vote) else PAIR.search(vote)  # beside words it may be a date
    return (int(pair[1]), int(pair[2])) if pair else None


def _number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))
