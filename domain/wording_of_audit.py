"""Entries of the audit log in English."""

from collections.abc import Mapping

from domain.audit import Entry

SENTENCES: Mapping[str, str] = {
    "add_person": "added an account for {title}",
    "disable_person": "stopped {title} from signing in",
    "enable_person": "let {title} sign in again",
    "set_roles": "changed the roles of {title}",
    "set_password": "set a new password for {title}",
    "load_edition": "loaded {title} from files",
    "load_comparison": "loaded {title} from files",
}
"""One sentence for each action; ``{title}`` is what it was done to."""
SHORT = 12


def sentence(entry: Entry) -> str:
    """Who did what to what, and whether it was refused."""
    told = SENTENCES[entry.action].format(title=_lower_article(entry.subject_title))
    who = entry.actor_name or entry.actor
    if entry.outcome == "refused":
        return f"{who} was refused: {told}."
    return f"{who} {told}."


def changes(entry: Entry) -> list[str]:
    """What changed, one sentence for each name: "roles: from none to member"."""
    names = sorted({*entry.before, *entry.after})
    return [_change(name, entry.before.get(name), entry.after.get(name)) for name in names]


def moment(entry: Entry) -> str:
    """9 November 2022, 10:30 UTC, from 2022-11-09T10:30:00.000000Z."""
    day, _, time = entry.at.partition("T")
    year, month, date = day.split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}, {time[:5]} UTC"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _change(name: str, before: object, after: object) -> str:
    return f"{name.replace('_', ' ')}: from {_value(before)} to {_value(after)}"


def _value(value: object) -> str:
    if value is None or value in ("", []):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each).replace("_", " ") for each in value)
    text = str(value)
    return f"{text[:SHORT]}…" if len(text) == 64 else text  # noqa: PLR2004 - a digest


def _lower_article(title: str) -> str:
    return f"the {title[4:]}" if title.startswith("The ") else title
