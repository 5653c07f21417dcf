"""The sentences for entries of the audit log."""

import re
from collections.abc import Mapping

from domain.audit_chain import REFUSED, Entry
from domain.formatting import within_a_sentence, word_label
from domain.governance.action_wording import WORDS, LogWords
from domain.terms import RecordedEvent

# fmt: off
ENTRY_WORDS: Mapping[str, LogWords] = {
    **{action: words.log for action, words in WORDS.items()},
    RecordedEvent.ADD_PERSON:         LogWords("added", "add", "an account for {title}"),
    RecordedEvent.DISABLE_PERSON:     LogWords("stopped", "stop", "{title} from signing in"),
    RecordedEvent.ENABLE_PERSON:      LogWords("let", "let", "{title} sign in again"),
    RecordedEvent.SET_ROLES:          LogWords("changed", "change", "the roles of {title}"),
    RecordedEvent.SET_PASSWORD:       LogWords("set", "set", "a new password for {title}"),
    RecordedEvent.SET_EMAIL:          LogWords("changed", "change", "the e-mail address of {title}"),
    RecordedEvent.LOAD_EDITION:       LogWords("loaded", "load", "{title} from files"),
    RecordedEvent.ROLL_FORWARD:       LogWords("began", "begin", "{title} from the one before"),
    RecordedEvent.LOAD_COMPARISON:    LogWords("loaded", "load", "{title} from files"),
}
# fmt: on
"""One sentence for each action, and for each recorded event."""
UNKNOWN = LogWords("took", "take", "the step “{action}” on {title}")
"""The words for an action that another version of the product recorded."""
KEPT_WORD = re.compile("[a-z]+(_[a-z]+)+")
"""The form of the product's own stored words. Text that a person typed is shown unchanged."""
DIGEST_SHOWN = 12
LONGEST_VALUE = 300
"""The number of characters of a value that are shown; the export has the whole value."""


def sentence(entry: Entry) -> str:
    """Return who did what to what; of a refused step, what they tried and why it was refused."""
    who = _cut(entry.actor_name or entry.actor)
    words = ENTRY_WORDS.get(entry.action, UNKNOWN)
    title = _cut(within_a_sentence(entry.subject_title))
    what = words.what.format(
        title=title,
        comment=title if title.startswith("comment ") else f"a comment on {title}",
        change=title if title.startswith("change ") else f"a change to {title}",
        action=word_label(entry.action).lower(),
    )
    if entry.outcome != REFUSED:
        return f"{who} {words.did} {what}."
    why = _cut(entry.reason.strip().removesuffix("."))
    return f"{who} tried to {words.do} {what}, which was refused{': ' if why else ''}{why}."


def changes(entry: Entry) -> list[str]:
    """Return what changed, one sentence for each name: "roles: from none to member".

    A refused step changed nothing, although its entry holds the values that it was tried with.
    """
    if entry.outcome == REFUSED:
        return []
    names = sorted({*entry.before, *entry.after})
    return [_change(name, entry.before.get(name), entry.after.get(name)) for name in names]


def grounds(entry: Entry) -> list[str]:
    """Return the reason and the authority of an entry, where they are recorded."""
    texts = {"reason": entry.reason, "authority": entry.authority}
    if entry.outcome == REFUSED:
        del texts["reason"]  # the sentence says it
    return [f"{name}: {_shown(text)}" for name, text in texts.items() if text]


def moment(entry: Entry) -> str:
    """Return “9 November 2022, 10:30 UTC” from 2022-11-09T10:30:00.000000Z."""
    day, _, time = entry.at.partition("T")
    year, month, date = day.split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}, {time[:5]} UTC"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _change(name: str, before: object, after: object) -> str:
    return f"{name.replace('_', ' ')}: from {_shown(before)} to {_shown(after)}"


def _shown(value: object) -> str:
    return _cut(_value(value))


def _value(value: object) -> str:
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(_value(item)).replace("_", " ") for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')} {_value(value[name])}" for name in value)
    return _short_digest(_spoken(str(value)))


def _spoken(text: str) -> str:
    """Return a stored word as it is read: “late data” of ``late_data``."""
    return text.replace("_", " ") if KEPT_WORD.fullmatch(text) else text


def _short_digest(text: str) -> str:
    if len(text) == 64:  # noqa: PLR2004 - a digest
        return f"{text[:DIGEST_SHOWN]}…"
    return text


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE].rstrip()}…"
