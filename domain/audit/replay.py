"""The content and records of one edition, computed again from its entries in the audit log."""

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

START_ACTIONS = (RecordedEvent.LOAD_EDITION.value, RecordedEvent.ROLL_FORWARD.value)


def first_entry(entries: Iterable[Entry]) -> Entry | None:
    """Return the newest entry that loaded an edition or rolled it forward, if there is one."""
    start = [entry for entry in entries if entry.action in START_ACTIONS and entry.outcome == DONE]
    return start[-1] if start else None


def replay(
    year: int, entries: Iterable[Entry], start: Entry, first_texts: StoredEdition
) -> ReplayedEdition:
    """Return an edition replayed from its ``start`` entry with the texts that it started with."""
    replayed = ReplayedEdition(year)
    replayed.record(
        start,
        STATUS,
        stage=replayed.stage,
        version=1,
        round=1,
        published="",
        files=start.after.get("files", ""),
    )
    for place, fields in first_texts.items():
        replayed.write(start, place, fields)
    for entry in entries:
        if entry.number > start.number and entry.outcome == DONE:
            HANDLERS.get(entry.action, _nothing)(replayed, entry)
            replayed.move(entry)
    return replayed


def _nothing(replayed: ReplayedEdition, entry: Entry) -> None:
    """Change nothing: only the stage may change."""


def _place(entry: Entry) -> str:
    kind, _, rest = entry.subject.partition(":")
    return str(Place(kind, rest.partition("/")[2]))


def _item(entry: Entry) -> str:
    """Return the name of what an entry is about: “comment 3” of ``comment:2022/3``."""
    return _place(entry).replace(":", " ")


def _edit(replayed: ReplayedEdition, entry: Entry) -> None:
    replayed.rewrite(entry, _place(entry))


def _sign_off(replayed: ReplayedEdition, entry: Entry) -> None:
    item = f"sign-off {replayed.next_number('sign-off')}"
    replayed.record(entry, item, unit=_place(entry), by=entry.actor, by_name=entry.actor_name)


def _sent_to(body: Body) -> Callable[[ReplayedEdition, Entry], None]:
    def send(replayed: ReplayedEdition, entry: Entry) -> None:
        replayed.freeze(entry)
        replayed.record(entry, _meeting(replayed, body), on=entry.after["meeting"], minute="")

    return send


def _meeting(replayed: ReplayedEdition, body: Body) -> str:
    return f"meeting of the {body.value} in round {replayed.round}"


def _minute(replayed: ReplayedEdition, entry: Entry, body: Body) -> None:
    """Record the minute of a meeting, and its day if it differs from the day that was arranged."""
    corrected = {"on": entry.after["meeting"]} if "meeting" in entry.after else {}
    replayed.record(entry, _meeting(replayed, body), minute=entry.authority, **corrected)


def _comment(replayed: ReplayedEdition, entry: Entry) -> None:
    replayed.record(
        entry,
        _item(entry),
        **{name: entry.after[name] for name in ("kind", "place", "text")},
        round=replayed.round,
        digest=replayed.digest,
        by=entry.actor,
        by_name=entry.actor_name,
        answer="",
        outcome=CommentOutcome.OPEN.value,
        answered_by_name="",
    )


def _add(replayed: ReplayedEdition, entry: Entry) -> None:
    number = replayed.next_number(f"addendum to {_item(entry)}")
    item = f"addendum {number} to {_item(entry)}"
    replayed.record(entry, item, text=entry.after["addendum"], by_name=entry.actor_name)


def _answer(replayed: ReplayedEdition, entry: Entry) -> None:
    """Record an answer. The entry leaves out values that equal those of the answer before it."""
    values = {name: entry.after[name] for name in ("answer", "outcome") if name in entry.after}
    replayed.record(entry, _item(entry), **values, answered_by_name=entry.actor_name)


def _refer(replayed: ReplayedEdition, entry: Entry) -> None:
    _minute(replayed, entry, Body.SCRUTINY)
    replayed.write(entry, section(VIEWS), {"body": entry.after["views"]})


def _resolve(replayed: ReplayedEdition, entry: Entry) -> None:
    names = ("resolutions", "delegation", *DECLARED)
    _minute(replayed, entry, Body.CABINET)
    replayed.record(
        entry,
        f"decision of round {replayed.round}",
        **{name: entry.after[name] for name in names},
        reasons=entry.reason,
        minute=entry.authority,
    )


def _refer_back(replayed: ReplayedEdition, entry: Entry) -> None:
    body = MEETS[Stage(entry.before["stage"])]
    _minute(replayed, entry, body)
    replayed.round = entry.after["round"]
    replayed.record(entry, STATUS, round=replayed.round)


PROPOSAL = {"place": "place", "before": "text_before", "after": "text_after", "reason": "why"}
"""The fields of a change, each with its name in the entry of a proposal."""


def _propose(replayed: ReplayedEdition, entry: Entry) -> None:
    _begin_change(replayed, entry, ChangeKind.DELEGATED)
    replayed.record(entry, _item(entry), origin=entry.after["origin"])
    _record_wording(replayed, entry)


def _begin_change(replayed: ReplayedEdition, entry: Entry, kind: ChangeKind) -> None:
    fields = {"kind": kind.value, "state": ChangeState.OPEN.value, "decided_by_name": ""}
    replayed.record(entry, _item(entry), **fields, round=replayed.round)


def _record_wording(replayed: ReplayedEdition, entry: Entry) -> None:
    """Record a wording. The entry leaves out values that equal those of the wording before it."""
    fields = {name: entry.after[word] for name, word in PROPOSAL.items() if word in entry.after}
    _word(replayed, entry, **fields, digest=entry.after["digest"], wording=entry.after["digest"])


def _word(replayed: ReplayedEdition, entry: Entry, **fields: Any) -> None:
    change = _item(entry)
    replayed.record(entry, change, **fields)
    wording = {name: replayed.value(change, name) for name in ("after", "reason", "digest")}
    number = replayed.next_number(f"wording of {change}")
    replayed.record(
        entry,
        f"wording {number} of {change}",
        **{name: value for name, value in wording.items() if value is not None},
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _consult(replayed: ReplayedEdition, entry: Entry) -> None:
    number = replayed.next_number(f"view of {_item(entry)}")
    replayed.record(
        entry,
        f"view {number} of {_item(entry)}",
        **{name: entry.after[name] for name in ("view", "words", "digest")},
        evidence=entry.authority,
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _settle(replayed: ReplayedEdition, entry: Entry, state: ChangeState) -> None:
    replayed.record(entry, _item(entry), state=state.value, decided_by_name=entry.actor_name)


def _carry_out(replayed: ReplayedEdition, entry: Entry) -> None:
    """Close a signed change and write it into the text."""
    change = _item(entry)
    place = replayed.value(change, "place")
    before, after = (fields_of(place, values) for values in (entry.before, entry.after))
    declared = {name: entry.after[name] for name in DECLARED if name in entry.after}
    replayed.record(entry, change, before=before, after=after, **declared)
    _settle(replayed, entry, ChangeState.SIGNED)
    replayed.rewrite(entry, place)


def _refuse(replayed: ReplayedEdition, entry: Entry) -> None:
    _settle(replayed, entry, ChangeState.REFUSED)
    replayed.record(entry, _item(entry), decision=entry.reason)


def _send_to_council(replayed: ReplayedEdition, entry: Entry) -> None:
    _sent_to(Body.COUNCIL)(replayed, entry)
    replayed.record(
        entry,
        _motion(replayed),
        text=entry.after["motion"],
        version=entry.after["version"],
        digest=entry.after["digest"],
        **dict.fromkeys(("mover", "seconder", "vote", "minute"), ""),
    )
    for number in entry.after.get("lapsed", ()):
        lapsed = {"state": ChangeState.REFUSED.value, "decided_by_name": entry.actor_name}
        replayed.record(entry, f"change {number}", **lapsed)


def _motion(replayed: ReplayedEdition) -> str:
    return f"motion of round {replayed.round}"


def _amend_by_motion(replayed: ReplayedEdition, entry: Entry) -> None:
    place = entry.after["place"]
    _begin_change(replayed, entry, ChangeKind.MOTION)
    _minute(replayed, entry, Body.COUNCIL)
    fields = {"carried": entry.reason, "minute": entry.authority}
    _word(replayed, entry, place=place, after=fields_of(place, entry.after), **fields)
    _carry_out(replayed, entry)
    replayed.freeze(entry)
    named = {name: entry.after[name] for name in ("version", "digest")}
    replayed.record(entry, _motion(replayed), **named)


def _approve(replayed: ReplayedEdition, entry: Entry) -> None:
    replayed.check_frozen(entry)
    _minute(replayed, entry, Body.COUNCIL)
    names = ("version", "digest", "mover", "seconder", "vote")
    carried = {name: entry.after[name] for name in names}
    replayed.record(entry, _motion(replayed), **carried, minute=entry.authority)


def _publish(replayed: ReplayedEdition, entry: Entry) -> None:
    replayed.check_frozen(entry)
    replayed.record(entry, STATUS, published=entry.after["version"])


def _propose_correction(replayed: ReplayedEdition, entry: Entry) -> None:
    _begin_change(replayed, entry, ChangeKind.CORRECTION)
    replayed.record(entry, _item(entry), reason=entry.reason, decision=entry.after["notice"])
    _record_wording(replayed, entry)


def _sign_correction(replayed: ReplayedEdition, entry: Entry) -> None:
    _carry_out(replayed, entry)
    replayed.freeze(entry)
    replayed.record(entry, STATUS, published=entry.after["version"])
    _notify(replayed, entry, entry.after["version"], entry.after["notice"])


def _withdraw(replayed: ReplayedEdition, entry: Entry) -> None:
    _notify(replayed, entry, entry.before["version"], entry.reason)


def _notify(replayed: ReplayedEdition, entry: Entry, version: str, text: str) -> None:
    replayed.record(entry, f"notice {replayed.next_number('notice')}", version=version, text=text)


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
    Action.REWORD_AMENDMENT: _record_wording,
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
"""The function that applies each action. A recall changes only the stage."""
