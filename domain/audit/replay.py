"""What the log says that stands in the database, told again from the entries of one edition."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from domain.audit.replayed_edition import STATUS, ReplayedEdition, StoredEdition, fields_of
from domain.audit_chain import DONE, Entry
from domain.editions.places import Place, section
from domain.editions.sections import VIEWS
from domain.editions.terms import Stage
from domain.governance.bodies import MEETS
from domain.governance.record import DECLARED
from domain.governance.terms import Action, Body, ChangeKind, ChangeState, CommentOutcome
from domain.terms import RecordedEvent

BEGINNINGS = (RecordedEvent.LOAD_EDITION.value, RecordedEvent.ROLL_FORWARD.value)


def first_entry(entries: Iterable[Entry]) -> Entry | None:
    """The last entry that an edition was loaded or carried over by, of the entries on it."""
    begun = [each for each in entries if each.action in BEGINNINGS and each.outcome == DONE]
    return begun[-1] if begun else None


def replay(
    year: int, entries: Iterable[Entry], begun: Entry, firsts: StoredEdition
) -> ReplayedEdition:
    """An edition from the entry it was begun by, with the texts that it was begun with."""
    story = ReplayedEdition(year)
    story.say(
        begun,
        STATUS,
        stage=story.stage,
        version=1,
        round=1,
        published="",
        files=begun.after.get("files", ""),
    )
    for place, fields in firsts.items():
        story.write(begun, place, fields)
    for entry in entries:
        if entry.number > begun.number and entry.outcome == DONE:
            HANDLERS.get(entry.action, _nothing)(story, entry)
            story.move(entry)
    return story


def _nothing(story: ReplayedEdition, entry: Entry) -> None:
    """Keep nothing: the stage alone may change."""


def _place(entry: Entry) -> str:
    kind, _, rest = entry.subject.partition(":")
    return str(Place(kind, rest.partition("/")[2]))


def _about(entry: Entry) -> str:
    """What an entry is on, in words: “comment 3” of ``comment:2022/3``."""
    return _place(entry).replace(":", " ")


def _edit(story: ReplayedEdition, entry: Entry) -> None:
    story.rewrite(entry, _place(entry))


def _sign_off(story: ReplayedEdition, entry: Entry) -> None:
    thing = f"sign-off {story.next_of('sign-off')}"
    story.say(entry, thing, unit=_place(entry), by=entry.actor, by_name=entry.actor_name)


def _sent_to(body: Body) -> Callable[[ReplayedEdition, Entry], None]:
    def send(story: ReplayedEdition, entry: Entry) -> None:
        story.freeze(entry)
        story.say(entry, _meeting(story, body), on=entry.after["meeting"], minute="")

    return send


def _meeting(story: ReplayedEdition, body: Body) -> str:
    return f"meeting of the {body.value} in round {story.round}"


def _minute(story: ReplayedEdition, entry: Entry, body: Body) -> None:
    """Keep the minute of a meeting; its day where it was held on another than it was named for."""
    put_right = {"on": entry.after["meeting"]} if "meeting" in entry.after else {}
    story.say(entry, _meeting(story, body), minute=entry.authority, **put_right)


def _comment(story: ReplayedEdition, entry: Entry) -> None:
    story.say(
        entry,
        _about(entry),
        **{name: entry.after[name] for name in ("kind", "place", "text")},
        round=story.round,
        digest=story.digest,
        by=entry.actor,
        by_name=entry.actor_name,
        answer="",
        outcome=CommentOutcome.OPEN.value,
        answered_by_name="",
    )


def _add(story: ReplayedEdition, entry: Entry) -> None:
    number = story.next_of(f"addendum to {_about(entry)}")
    thing = f"addendum {number} to {_about(entry)}"
    story.say(entry, thing, text=entry.after["addendum"], by_name=entry.actor_name)


def _answer(story: ReplayedEdition, entry: Entry) -> None:
    """Keep an answer. What is the same as in the answer before it, the entry leaves out."""
    answered = {name: entry.after[name] for name in ("answer", "outcome") if name in entry.after}
    story.say(entry, _about(entry), **answered, answered_by_name=entry.actor_name)


def _refer(story: ReplayedEdition, entry: Entry) -> None:
    _minute(story, entry, Body.SCRUTINY)
    story.write(entry, section(VIEWS), {"body": entry.after["views"]})


def _resolve(story: ReplayedEdition, entry: Entry) -> None:
    names = ("resolutions", "delegation", *DECLARED)
    _minute(story, entry, Body.CABINET)
    story.say(
        entry,
        f"decision of round {story.round}",
        **{name: entry.after[name] for name in names},
        reasons=entry.reason,
        minute=entry.authority,
    )


def _refer_back(story: ReplayedEdition, entry: Entry) -> None:
    body = MEETS[Stage(entry.before["stage"])]
    _minute(story, entry, body)
    story.round = entry.after["round"]
    story.say(entry, STATUS, round=story.round)


WORDED = {"place": "place", "before": "text_before", "after": "text_after", "reason": "why"}
"""The fields of a change, and what the entry of a proposal calls them."""


def _propose(story: ReplayedEdition, entry: Entry) -> None:
    _begin_change(story, entry, ChangeKind.DELEGATED)
    story.say(entry, _about(entry), origin=entry.after["origin"])
    _reword(story, entry)


def _begin_change(story: ReplayedEdition, entry: Entry, kind: ChangeKind) -> None:
    story.say(
        entry,
        _about(entry),
        kind=kind.value,
        state=ChangeState.OPEN.value,
        round=story.round,
        decided_by_name="",
    )


def _reword(story: ReplayedEdition, entry: Entry) -> None:
    """Keep a wording. What is the same as in the wording before it, the entry leaves out."""
    told = {name: entry.after[word] for name, word in WORDED.items() if word in entry.after}
    _word(story, entry, **told, digest=entry.after["digest"], wording=entry.after["digest"])


def _word(story: ReplayedEdition, entry: Entry, **told: Any) -> None:
    change = _about(entry)
    story.say(entry, change, **told)
    known = {name: story.value(change, name) for name in ("after", "reason", "digest")}
    number = story.next_of(f"wording of {change}")
    story.say(
        entry,
        f"wording {number} of {change}",
        **{name: value for name, value in known.items() if value is not None},
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _consult(story: ReplayedEdition, entry: Entry) -> None:
    number = story.next_of(f"view of {_about(entry)}")
    story.say(
        entry,
        f"view {number} of {_about(entry)}",
        **{name: entry.after[name] for name in ("view", "words", "digest")},
        evidence=entry.authority,
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _settle(story: ReplayedEdition, entry: Entry, state: ChangeState) -> None:
    story.say(entry, _about(entry), state=state.value, decided_by_name=entry.actor_name)


def _carry_out(story: ReplayedEdition, entry: Entry) -> None:
    """Close a change that is signed, and write it into the text."""
    change = _about(entry)
    place = story.value(change, "place")
    before, after = (fields_of(place, each) for each in (entry.before, entry.after))
    declared = {name: entry.after[name] for name in DECLARED if name in entry.after}
    story.say(entry, change, before=before, after=after, **declared)
    _settle(story, entry, ChangeState.SIGNED)
    story.rewrite(entry, place)


def _refuse(story: ReplayedEdition, entry: Entry) -> None:
    _settle(story, entry, ChangeState.REFUSED)
    story.say(entry, _about(entry), decision=entry.reason)


def _send_to_council(story: ReplayedEdition, entry: Entry) -> None:
    _sent_to(Body.COUNCIL)(story, entry)
    story.say(
        entry,
        _motion(story),
        text=entry.after["motion"],
        version=entry.after["version"],
        digest=entry.after["digest"],
        **dict.fromkeys(("mover", "seconder", "vote", "minute"), ""),
    )
    for number in entry.after.get("lapsed", ()):
        lapsed = {"state": ChangeState.REFUSED.value, "decided_by_name": entry.actor_name}
        story.say(entry, f"change {number}", **lapsed)


def _motion(story: ReplayedEdition) -> str:
    return f"motion of round {story.round}"


def _amend_by_motion(story: ReplayedEdition, entry: Entry) -> None:
    place = entry.after["place"]
    _begin_change(story, entry, ChangeKind.MOTION)
    _minute(story, entry, Body.COUNCIL)
    told = {"carried": entry.reason, "minute": entry.authority}
    _word(story, entry, place=place, after=fields_of(place, entry.after), **told)
    _carry_out(story, entry)
    story.freeze(entry)
    named = {name: entry.after[name] for name in ("version", "digest")}
    story.say(entry, _motion(story), **named)


def _approve(story: ReplayedEdition, entry: Entry) -> None:
    story.name_frozen(entry)
    _minute(story, entry, Body.COUNCIL)
    names = ("version", "digest", "mover", "seconder", "vote")
    carried = {name: entry.after[name] for name in names}
    story.say(entry, _motion(story), **carried, minute=entry.authority)


def _publish(story: ReplayedEdition, entry: Entry) -> None:
    story.name_frozen(entry)
    story.say(entry, STATUS, published=entry.after["version"])


def _propose_correction(story: ReplayedEdition, entry: Entry) -> None:
    _begin_change(story, entry, ChangeKind.CORRECTION)
    story.say(entry, _about(entry), reason=entry.reason, decision=entry.after["notice"])
    _reword(story, entry)


def _sign_correction(story: ReplayedEdition, entry: Entry) -> None:
    _carry_out(story, entry)
    story.freeze(entry)
    story.say(entry, STATUS, published=entry.after["version"])
    _notify(story, entry, entry.after["version"], entry.after["notice"])


def _withdraw(story: ReplayedEdition, entry: Entry) -> None:
    _notify(story, entry, entry.before["version"], entry.reason)


def _notify(story: ReplayedEdition, entry: Entry, version: str, text: str) -> None:
    story.say(entry, f"notice {story.next_of('notice')}", version=version, text=text)


HANDLERS: Mapping[str, Callable[[ReplayedEdition, Entry], None]] = {
    Action.EDIT: _edit,
    Action.SIGN_OFF_SECTION: _sign_off,
    Action.SEND_TO_SCRUTINY: _sent_to(Body.SCRUTINY),
    Action.COMMENT: _comment,
    Action.ADD_TO_COMMENT: _add,
    Action.REFER_TO_CABINET: _refer,
    Action.ANSWER_COMMENT: _answer,
    Action.SEND_TO_CABINET: _sent_to(Body.CABINET),
    Action.RESOLVE: _resolve,
    Action.REFER_BACK: _refer_back,
    Action.PROPOSE_AMENDMENT: _propose,
    Action.REWORD_AMENDMENT: _reword,
    Action.CONSULT: _consult,
    Action.SIGN_AMENDMENT: _carry_out,
    Action.REFUSE_AMENDMENT: _refuse,
    Action.SEND_TO_COUNCIL: _send_to_council,
    Action.AMEND_BY_MOTION: _amend_by_motion,
    Action.APPROVE: _approve,
    Action.PUBLISH: _publish,
    Action.PROPOSE_CORRECTION: _propose_correction,
    Action.SIGN_CORRECTION: _sign_correction,
    Action.REFUSE_CORRECTION: _refuse,
    Action.WITHDRAW: _withdraw,
}
"""What each action says of what is kept. Recalling says nothing but the stage."""
