"""Entries of the audit log in English."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from domain.audit_chain import REFUSED, Entry
from domain.formatting import within_a_sentence, word_label
from domain.governance.terms import Action
from domain.terms import RecordedEvent


class Words(NamedTuple):
    """What was done, what was tried, and to what: ``{title}`` is the subject's.

    ``{comment}`` and ``{change}`` are the same where the title names a comment or a change itself
    (“comment 5, 2023”), and otherwise one on or to the place that it names.
    """

    did: str
    do: str
    what: str = "{title}"


# fmt: off
ENTRY_WORDS: Mapping[str, Words] = {
    Action.EDIT:               Words("edited", "edit"),
    Action.SIGN_OFF_SECTION:   Words("signed off", "sign off"),
    Action.SEND_TO_SCRUTINY:   Words("sent", "send", "{title} to Scrutiny"),
    Action.RECALL:             Words("called", "call", "{title} back from Scrutiny"),
    Action.COMMENT:            Words("submitted", "submit", "{comment}"),
    Action.ADD_TO_COMMENT:     Words("added", "add", "to {comment}"),
    Action.REFER_TO_CABINET:   Words("passed on", "pass on", "Scrutiny’s views of {title} for the Cabinet"),
    Action.ANSWER_COMMENT:     Words("answered", "answer", "{comment}"),
    Action.SEND_TO_CABINET:    Words("sent", "send", "{title} to the Cabinet"),
    Action.RESOLVE:            Words("recorded", "record", "what the Cabinet decided about {title}"),
    Action.REFER_BACK:         Words("sent", "send", "{title} back to be drafted again"),
    Action.PROPOSE_AMENDMENT:  Words("proposed", "propose", "{change}"),
    Action.REWORD_AMENDMENT:   Words("reworded", "reword", "{change}"),
    Action.CONSULT:            Words("recorded", "record", "the Leader’s view of {change}"),
    Action.SIGN_AMENDMENT:     Words("signed", "sign", "{change}"),
    Action.REFUSE_AMENDMENT:   Words("turned down", "turn down", "{change}"),
    Action.SEND_TO_COUNCIL:    Words("sent", "send", "{title} to the County Council"),
    Action.AMEND_BY_MOTION:    Words("recorded", "record", "that the County Council made {change}"),
    Action.APPROVE:            Words("recorded", "record", "that the County Council approved {title}"),
    Action.PUBLISH:            Words("published", "publish"),
    Action.PROPOSE_CORRECTION: Words("proposed", "propose", "a correction, {change}"),
    Action.SIGN_CORRECTION:    Words("signed", "sign", "a correction, {change}"),
    Action.REFUSE_CORRECTION:  Words("turned down", "turn down", "a correction, {change}"),
    Action.WITHDRAW:           Words("withdrew", "withdraw", "{title} from publication"),
    RecordedEvent.ADD_PERSON:         Words("added", "add", "an account for {title}"),
    RecordedEvent.DISABLE_PERSON:     Words("stopped", "stop", "{title} from signing in"),
    RecordedEvent.ENABLE_PERSON:      Words("let", "let", "{title} sign in again"),
    RecordedEvent.SET_ROLES:          Words("changed", "change", "the roles of {title}"),
    RecordedEvent.SET_PASSWORD:       Words("set", "set", "a new password for {title}"),
    RecordedEvent.SET_EMAIL:          Words("changed", "change", "the e-mail address of {title}"),
    RecordedEvent.LOAD_EDITION:       Words("loaded", "load", "{title} from files"),
    RecordedEvent.ROLL_FORWARD:       Words("began", "begin", "{title} from the one before"),
    RecordedEvent.LOAD_COMPARISON:    Words("loaded", "load", "{title} from files"),
}
# fmt: on
"""One sentence for each action."""
UNKNOWN = Words("took", "take", "the step “{action}” on {title}")
"""For a word that another version of the product wrote."""
KEPT_WORD = re.compile("[a-z]+(_[a-z]+)+")
"""How our own words are kept. What somebody typed is shown as it is."""
DIGEST_SHOWN = 12
LONGEST_VALUE = 300
"""So much of each value is shown, whatever it holds; the export has the whole."""


def sentence(entry: Entry) -> str:
    """Who did what to what; of what was refused, what they tried and why not."""
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
    """What changed, one sentence for each name: "roles: from none to member".

    Of what was refused nothing changed, though the entry says on what it was tried.
    """
    if entry.outcome == REFUSED:
        return []
    names = sorted({*entry.before, *entry.after})
    return [_change(name, entry.before.get(name), entry.after.get(name)) for name in names]


def grounds(entry: Entry) -> list[str]:
    """Why it was done and on what authority, where that was given."""
    told = {"reason": entry.reason, "authority": entry.authority}
    if entry.outcome == REFUSED:
        del told["reason"]  # the sentence says it
    return [f"{name}: {_shown(text)}" for name, text in told.items() if text]


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
    return f"{name.replace('_', ' ')}: from {_shown(before)} to {_shown(after)}"


def _shown(value: object) -> str:
    return _cut(_value(value))


def _value(value: object) -> str:
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(_value(each)).replace("_", " ") for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')} {_value(value[name])}" for name in value)
    return _short_digest(_spoken(str(value)))


def _spoken(text: str) -> str:
    """A word of ours as it is said: “late data” of ``late_data``."""
    return text.replace("_", " ") if KEPT_WORD.fullmatch(text) else text


def _short_digest(text: str) -> str:
    if len(text) == 64:  # noqa: PLR2004 - a digest
        return f"{text[:DIGEST_SHOWN]}…"
    return text


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE].rstrip()}…"
