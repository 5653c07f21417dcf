"""Numbers, days, lists and names in English text, for every capability."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

NOT_AVAILABLE = "not available"
LARGE_PER_CENT = 10


def day(when: date) -> str:
    """Return a day as text: 7 December 2022."""
    return f"{when.day} {when:%B %Y}"


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its noun: 1 indicator, 2 indicators."""
    return f"{number:,} {one if number == 1 else several}"


def listed(parts: Sequence[str], *, joint: str = ", ") -> str:
    """Join with commas and a last "and"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{joint.join(parts[:-1])} and {parts[-1]}"


def per_cent(size: float) -> str:
    """Return a size as text: 12%, 4.2%; whole numbers from ten upwards, and never "0.0%"."""
    if size and not round(size, 1):
        return "less than 0.1%"
    if round(size, 1) >= LARGE_PER_CENT:
        return f"{int(size + 0.5):,}%"  # a half is rounded up, as readers expect
    return f"{size:.1f}%"


def word_label(action: str) -> str:
    """Return what an action is called in a list to choose from: Send to scrutiny."""
    return action.replace("_", " ").capitalize()


THOUSAND, MILLION, BILLION = 1_000, 1_000_000, 1_000_000_000


def ordinal(number: float) -> str:
    """Return an ordinal: 1st, 2nd, 3rd, 11th, 22nd."""
    whole = int(number)
    teen = whole % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{ending}"


def pounds(amount: float) -> str:
    """Return pounds and pence: £760.92, −£2.00."""
    return f"{'−' if round(amount, 2) < 0 else ''}£{abs(amount):,.2f}"


def large_pounds(amount: float) -> str:
    """Return a large amount: £115.2m, £1.02bn; whole pounds below a million."""
    size, sign = abs(amount), "−" if amount < 0 else ""
    if round(size / MILLION, 1) >= THOUSAND:
        return f"{sign}£{size / BILLION:,.2f}bn"
    if round(size) >= MILLION:
        return f"{sign}£{size / MILLION:,.1f}m"
    return f"{sign}£{size:,.0f}"


def lower_first(text: str) -> str:
    """Return the same text with a small first letter."""
    return text[:1].lower() + text[1:]


def upper_first(words: str) -> str:
    """Return the same text with a capital first letter."""
    return words[:1].upper() + words[1:]


LONDON = ZoneInfo("Europe/London")


def moment(when: datetime) -> str:
    """Return a moment in the local time of England: 7 December 2022, 14:05."""
    local = when.astimezone(LONDON)
    return f"{day(local)}, {local:%H:%M}"


def within_a_sentence(title: str) -> str:
    """Return a title or a name inside a sentence: “the command line”, “the 2022 edition”."""
    return f"the {title[4:]}" if title.startswith("The ") else title


def short_digest(digest: str) -> str:
    """Return the first twelve characters of a digest."""
    return digest[:12]
