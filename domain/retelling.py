"""What the log says that stands in the database, told again from the entries of one edition.

Whatever an entry is about has a name in words, like “comment 3”, and fields. ``compare`` holds
what the log says of them against what is kept, and names the entry that said what is not so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.audit import DONE, Entry
from domain.places import Place, section
from domain.sections import VIEWS
from domain.terms import (
    Action,
    Body,
    ChangeKind,
    ChangeState,
    Outcome,
    Stage,
    Upkeep,
)

Fields = Mapping[str, Any]
Kept = Mapping[str, Fields]
"""What stands in the database: each thing by its name, with its fields."""
STANDING = "the standing"
"""The name of where an edition stands: its stage, its round, what is published."""
BEGINNINGS = (Upkeep.LOAD_EDITION.value, Upkeep.ROLL_FORWARD.value)


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the number of the entry that said it last."""

    value: Any
    entry: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as the log says; ``entry`` is 0 where none says anything of it."""

    told: str
    entry: int = 0


@dataclass(slots=True)
class Story:
    """One edition as the log tells it. ``digest`` is that of the version that was frozen last."""

    year: int
    round: int = 1
    version: int = 1
    stage: str = Stage.DRAFTING.value
    digest: str = ""
    things: dict[str, dict[str, Said]] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def say(self, entry: Entry, thing: str, **fields: Any) -> None:
        """Keep what an entry says of a thing."""
        said = {name: Said(value, entry.number) for name, value in fields.items()}
        self.things.setdefault(thing, {}).update(said)

    def value(self, thing: str, name: str) -> Any:
        """What was said last of a field; nothing where nothing was."""
        said = self.things.get(thing, {}).get(name)
        return said.value if said else None

    def next_of(self, what: str) -> int:
        """Count on: the number of the next thing of a kind."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def contradict(self, entry: Entry, told: str) -> None:
        """Keep that an entry does not follow from those before it."""
        self.faults.append(Fault(f"entry {entry.number} {told}", entry.number))


def text_at(place: str) -> str:
    """What a version's text at a place is called among its fields."""
    return f"text at {place}"


def beginning(entries: Iterable[Entry]) -> Entry | None:
    """The last entry that an edition was loaded or carried over by, of the entries on it."""
    begun = [each for each in entries if each.action in BEGINNINGS and each.outcome == DONE]
    return begun[-1] if begun else None


def retold(year: int, entries: Iterable[Entry], begun: Entry, firsts: Kept) -> Story:
    """An edition from the entry it was begun by, with the texts that it was begun with."""
    story = Story(year)
    story.say(
        begun,
        STANDING,
        stage=story.stage,
        version=1,
        round=1,
        published="",
        files=begun.after.get("files", ""),
    )
    for place, fields in firsts.items():
        _write(story, begun, place, fields)
    for entry in entries:
        if entry.number > begun.number and entry.outcome == DONE:
            TOLD.get(entry.action, _nothing)(story, entry)
            _move(story, entry)
    return story


def compare(story: Story, kept: Kept) -> Iterator[Fault]:
    """Whatever is kept otherwise than the log says, is no longer kept, or was never said.

    A field that is not kept at all is passed over: version A holds no report to the Cabinet.
    """
    yield from story.faults
    where = f"in the {story.year} edition"
    for thing, fields in story.things.items():
        if thing in kept:
            yield from _differing(f"{thing} {where}", fields, kept[thing])
        else:
            entry = min(said.entry for said in fields.values())
            yield Fault(f"entry {entry} says otherwise: there is no {thing} {where} now", entry)
    for thing in (each for each in kept if each not in story.things):
        yield Fault(f"there is no entry of {thing} {where}")


def _differing(thing: str, fields: Mapping[str, Said], kept: Fields) -> Iterator[Fault]:
    for name, said in fields.items():
        if kept.get(name, said.value) != said.value:
            told = f"entry {said.entry} says otherwise of {thing}: its {name}"
            yield Fault(told, said.entry)


def first(faults: Iterable[Fault]) -> Fault | None:
    """The one of the earliest entry; one that has no entry only where there is no other."""
    return min(faults, key=lambda fault: fault.entry or float("inf"), default=None)


def _nothing(story: Story, entry: Entry) -> None:
    """Keep nothing: the stage alone may change."""


def _move(story: Story, entry: Entry) -> None:
    if "stage" not in entry.after:
        return
    if entry.before.get("stage") != story.stage:
        story.contradict(entry, f"moves the {story.year} edition from where it did not stand")
    story.stage, story.version = entry.after["stage"], story.version + 1
    story.say(entry, STANDING, stage=story.stage, version=story.version)


def _write(story: Story, entry: Entry, place: str, fields: Fields) -> None:
    """Set some fields of a place, and keep its next revision."""
    text = story.texts.setdefault(place, {})
    text.update(fields)
    story.say(entry, place, **fields)
    revision = f"revision {story.next_of(f'revision of {place}')} of {place}"
    story.say(
        entry,
        revision,
        fields=dict(text),
        cause=entry.action,
        round=story.round,
        stage=story.stage,
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _rewrite(story: Story, entry: Entry, place: str) -> None:
    """Set the fields of a place that an entry holds; what it found there must have stood there."""
    text = story.texts.get(place, {})
    before, after = (_fields_of(place, each) for each in (entry.before, entry.after))
    if any(text.get(name) != value for name, value in before.items()):
        story.contradict(entry, f"does not follow from what stood before it at {place}")
    _write(story, entry, place, after)


def _fields_of(place: str, told: Fields) -> dict[str, Any]:
    return {name: told[name] for name in Place.of(place).fields if name in told}


def _freeze(story: Story, entry: Entry) -> None:
    """Keep the version that an entry names, with the texts of the moment."""
    version, story.digest = entry.after["version"], entry.after["digest"]
    story.say(
        entry,
        f"version {version}",
        digest=story.digest,
        content=story.digest,
        round=story.round,
        by_name=entry.actor_name,
        **{text_at(place): dict(fields) for place, fields in story.texts.items()},
    )


def _name_frozen(story: Story, entry: Entry) -> None:
    """An entry on a version that was frozen before must give the digest that it had."""
    version, digest = entry.after["version"], entry.after["digest"]
    if story.value(f"version {version}", "digest") != digest:
        story.contradict(entry, f"names a version {version} that was not frozen so")


def _place(entry: Entry) -> str:
    kind, _, rest = entry.subject.partition(":")
    return str(Place(kind, rest.partition("/")[2]))


def _about(entry: Entry) -> str:
    """What an entry is on, in words: “comment 3” of ``comment:2022/3``."""
    return _place(entry).replace(":", " ")


def _edit(story: Story, entry: Entry) -> None:
    _rewrite(story, entry, _place(entry))


def _sign_off(story: Story, entry: Entry) -> None:
    thing = f"sign-off {story.next_of('sign-off')}"
    story.say(entry, thing, unit=_place(entry), by=entry.actor, by_name=entry.actor_name)


def _sent_to(body: Body) -> Callable[[Story, Entry], None]:
    def send(story: Story, entry: Entry) -> None:
        _freeze(story, entry)
        story.say(entry, _meeting(story, body), on=entry.after["meeting"], minute="")

    return send


def _meeting(story: Story, body: Body) -> str:
    return f"meeting of the {body.value} in round {story.round}"


def _comment(story: Story, entry: Entry) -> None:
    story.say(
        entry,
        _about(entry),
        **{name: entry.after[name] for name in ("kind", "place", "text")},
        round=story.round,
        digest=story.digest,
        by=entry.actor,
        by_name=entry.actor_name,
        answer="",
        outcome=Outcome.OPEN.value,
        answered_by_name="",
    )


def _add(story: Story, entry: Entry) -> None:
    number = story.next_of(f"addendum to {_about(entry)}")
    thing = f"addendum {number} to {_about(entry)}"
    story.say(entry, thing, text=entry.after["addendum"], by_name=entry.actor_name)


def _answer(story: Story, entry: Entry) -> None:
    """Keep an answer. What is the same as in the answer before it, the entry leaves out."""
    answered = {name: entry.after[name] for name in ("answer", "outcome") if name in entry.after}
    story.say(entry, _about(entry), **answered, answered_by_name=entry.actor_name)


def _refer(story: Story, entry: Entry) -> None:
    story.say(entry, _meeting(story, Body.SCRUTINY), minute=entry.authority)
    _write(story, entry, section(VIEWS), {"body": entry.after["views"]})


def _resolve(story: Story, entry: Entry) -> None:
    names = ("resolutions", "delegation", "options_rejected", "interests", "dispensations")
    story.say(entry, _meeting(story, Body.CABINET), minute=entry.authority)
    story.say(
        entry,
        f"decision of round {story.round}",
        **{name: entry.after[name] for name in names},
        reasons=entry.reason,
        minute=entry.authority,
    )


def _refer_back(story: Story, entry: Entry) -> None:
    body = Body.CABINET if entry.before["stage"] == Stage.CABINET.value else Body.COUNCIL
    story.say(entry, _meeting(story, body), minute=entry.authority)
    story.round = entry.after["round"]
    story.say(entry, STANDING, round=story.round)


WORDED = {"place": "place", "before": "text_before", "after": "text_after", "reason": "why"}
"""The fields of a change, and what the entry of a proposal calls them."""


def _propose(story: Story, entry: Entry) -> None:
    _begin_change(story, entry, ChangeKind.DELEGATED)
    story.say(entry, _about(entry), origin=entry.after["origin"])
    _reword(story, entry)


def _begin_change(story: Story, entry: Entry, kind: ChangeKind) -> None:
    story.say(
        entry,
        _about(entry),
        kind=kind.value,
        state=ChangeState.OPEN.value,
        round=story.round,
        decided_by_name="",
    )


def _reword(story: Story, entry: Entry) -> None:
    """Keep a wording. What is the same as in the wording before it, the entry leaves out."""
    told = {name: entry.after[word] for name, word in WORDED.items() if word in entry.after}
    _word(story, entry, **told, digest=entry.after["digest"], wording=entry.after["digest"])


def _word(story: Story, entry: Entry, **told: Any) -> None:
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


def _consult(story: Story, entry: Entry) -> None:
    number = story.next_of(f"view of {_about(entry)}")
    story.say(
        entry,
        f"view {number} of {_about(entry)}",
        **{name: entry.after[name] for name in ("view", "words", "digest")},
        evidence=entry.authority,
        by=entry.actor,
        by_name=entry.actor_name,
    )


def _settle(story: Story, entry: Entry, state: ChangeState) -> None:
    story.say(entry, _about(entry), state=state.value, decided_by_name=entry.actor_name)


def _carry_out(story: Story, entry: Entry) -> None:
    """Close a change that is signed, and write it into the text."""
    change = _about(entry)
    place = story.value(change, "place")
    before, after = (_fields_of(place, each) for each in (entry.before, entry.after))
    story.say(entry, change, before=before, after=after)
    _settle(story, entry, ChangeState.SIGNED)
    _rewrite(story, entry, place)


def _refuse(story: Story, entry: Entry) -> None:
    _settle(story, entry, ChangeState.REFUSED)
    story.say(entry, _about(entry), decision=entry.reason)


def _send_to_council(story: Story, entry: Entry) -> None:
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


def _motion(story: Story) -> str:
    return f"motion of round {story.round}"


def _amend_by_motion(story: Story, entry: Entry) -> None:
    place = entry.after["place"]
    _begin_change(story, entry, ChangeKind.MOTION)
    told = {"carried": entry.reason, "minute": entry.authority}
    _word(story, entry, place=place, after=_fields_of(place, entry.after), **told)
    _carry_out(story, entry)
    _freeze(story, entry)
    named = {name: entry.after[name] for name in ("version", "digest")}
    story.say(entry, _motion(story), **named)


def _approve(story: Story, entry: Entry) -> None:
    _name_frozen(story, entry)
    story.say(entry, _meeting(story, Body.COUNCIL), minute=entry.authority)
    names = ("version", "digest", "mover", "seconder", "vote")
    carried = {name: entry.after[name] for name in names}
    story.say(entry, _motion(story), **carried, minute=entry.authority)


def _publish(story: Story, entry: Entry) -> None:
    _name_frozen(story, entry)
    story.say(entry, STANDING, published=entry.after["version"])


def _propose_correction(story: Story, entry: Entry) -> None:
    _begin_change(story, entry, ChangeKind.CORRECTION)
    story.say(entry, _about(entry), reason=entry.reason, decision=entry.after["notice"])
    _reword(story, entry)


def _sign_correction(story: Story, entry: Entry) -> None:
    _carry_out(story, entry)
    _freeze(story, entry)
    story.say(entry, STANDING, published=entry.after["version"])
    _notify(story, entry, entry.after["version"], entry.after["notice"])


def _withdraw(story: Story, entry: Entry) -> None:
    _notify(story, entry, entry.before["version"], entry.reason)


def _notify(story: Story, entry: Entry, version: str, text: str) -> None:
    story.say(entry, f"notice {story.next_of('notice')}", version=version, text=text)


TOLD: Mapping[str, Callable[[Story, Entry], None]] = {
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
