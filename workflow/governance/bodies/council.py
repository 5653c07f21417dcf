"""The County Council: the motion, amendments to it, approval; then publication and after."""

from sqlalchemy import select

from db.content import content_of
from db.models import Change, FrozenVersion, Motion, Notice
from domain.editions.content import Content, with_changes
from domain.governance.terms import Body, ChangeKind, ChangeState
from domain.governance.votes import is_lost, is_told
from workflow.audit_log import Told
from workflow.clock import now
from workflow.editions import freezing
from workflow.errors import Incomplete, Refused
from workflow.governance import meetings
from workflow.governance.bodies import amendments
from workflow.governance.step_context import Taking
from workflow.governance.step_input import Given


def send(taking: Taking) -> Told:
    """Freeze version C: version B with the signed amendments, and nothing else."""
    lapsed = amendments.let_lapse(taking)
    content = _b_with_signed(taking)
    _check_nothing_else(taking, content)
    name = freezing.next_of(taking.session, taking.edition, taking.step.freezes)
    frozen = freezing.freeze(taking.session, taking.edition, name, content, by=taking.actor)
    text = taking.given.text.strip() or f"That the {taking.edition.title} be approved."
    taking.session.add(
        Motion(
            edition_id=taking.edition.id,
            round=taking.edition.round,
            text=text,
            version=frozen.name,
            digest=frozen.digest,
            mover="",
            seconder="",
            vote="",
            minute="",
        )
    )
    arranged = meetings.arrange(taking, Body.COUNCIL)
    taking.edition.council_on = taking.given.meeting or taking.edition.council_on
    after = {**arranged, **meetings.named(frozen), "motion": text}
    return taking.told(after={**after, "lapsed": lapsed} if lapsed else after)


def amend_by_motion(taking: Taking) -> Told:
    """Record a change that the Council carried; the motion then names the text with it."""
    given, motion = taking.given, taking.motion()
    check_carried(given)
    change = amendments.begin(taking, ChangeKind.MOTION)
    amendments.settle(taking, change, ChangeState.SIGNED)
    change.mover, change.seconder = given.mover.strip(), given.seconder.strip()
    change.vote, change.minute = given.vote.strip(), given.minute.strip()
    minuted = meetings.record(taking, Body.COUNCIL)
    frozen = _frozen_with(taking, change, motion.version)
    motion.version, motion.digest = frozen.name, frozen.digest
    return amendments.told(
        taking,
        change,
        before={**change.before, **minuted.before},
        after={
            **change.after,
            **meetings.named(frozen),
            "place": change.place,
            **minuted.after,
        },
        reason=f"Moved by {change.mover}, seconded by {change.seconder}. {change.vote}",
        authority=minuted.authority,
    )


def check_carried(given: Given) -> None:
    """A motion is moved and seconded by two people, and it was carried."""
    if given.mover.strip().casefold() == given.seconder.strip().casefold():
        raise Incomplete("The mover and the seconder are two people. Nothing was changed.")
    if is_lost(given.vote):
        raise Incomplete(
            "A motion that was lost changes nothing and approves nothing. If the Council did not "
            "approve the edition, refer it back. Nothing was changed."
        )
    if not is_told(given.vote):
        raise Incomplete(
            "The vote does not say whether the motion was carried: write “carried”, or the votes for "
            "and against, like 31 for, 17 against. Nothing was changed."
        )


def approve(taking: Taking) -> Told:
    """Record that the motion was carried, with the digest of what was approved."""
    given, motion = taking.given, taking.motion()
    check_carried(given)
    minuted = meetings.record(taking, Body.COUNCIL)
    motion.mover, motion.seconder = given.mover.strip(), given.seconder.strip()
    motion.vote, motion.minute = given.vote.strip(), given.minute.strip()
    meeting = meetings.meeting_of(taking, Body.COUNCIL)
    motion.carried_on = meeting.on if meeting else taking.today
    after = {
        "version": motion.version,
        "digest": motion.digest,
        "mover": motion.mover,
        "seconder": motion.seconder,
        "vote": motion.vote,
        **minuted.after,
    }
    return taking.told(before=minuted.before, after=after, authority=minuted.authority)


def publish(taking: Taking) -> Told:
    """Let the public read the version that was approved."""
    motion = taking.motion()
    frozen = freezing.version_named(taking.session, taking.edition, motion.version)
    _check_nothing_else(taking, freezing.content_in(frozen))
    taking.edition.published = frozen.name
    return taking.told(
        after=meetings.named(frozen), authority=f"County Council, minute {motion.minute}"
    )


def propose_correction(taking: Taking) -> Told:
    """Propose a correction of what is published, with its notice."""
    change = amendments.begin(taking, ChangeKind.CORRECTION)
    change.decision = taking.given.notice.strip()
    after = {
        "place": change.place,
        "text_after": dict(change.after),
        "notice": change.decision,
        "digest": change.digest,
    }
    return amendments.told(taking, change, after=after, reason=change.reason)


def sign_correction(taking: Taking) -> Told:
    """Publish the next version, with a notice; the one before stays readable."""
    change = taking.change()
    amendments.settle(taking, change, ChangeState.SIGNED)
    was = taking.edition.published
    frozen = _frozen_with(taking, change, was)
    taking.edition.published = frozen.name
    _notify_readers(taking, frozen.name, change.decision)
    return amendments.told(
        taking,
        change,
        before={**change.before, "version": was},
        after={**change.after, **meetings.named(frozen), "notice": change.decision},
        reason=change.reason,
    )


def withdraw(taking: Taking) -> Told:
    """Take the edition from the public; what stays at its address says why."""
    reason = taking.given.reason.strip()
    _notify_readers(taking, taking.edition.published, reason)
    return taking.told(before={"version": taking.edition.published}, reason=reason)


def _notify_readers(taking: Taking, version: str, text: str) -> None:
    taking.session.add(Notice(edition_id=taking.edition.id, version=version, text=text, at=now()))


def _frozen_with(taking: Taking, change: Change, version: str) -> FrozenVersion:
    """Write a change into the text, and freeze the version that it is made to with it."""
    base = freezing.version_named(taking.session, taking.edition, version)
    content = with_changes(freezing.content_in(base), [(change.place, change.after)])
    amendments.carry_out(taking, change)
    _check_nothing_else(taking, content)
    name = freezing.next_after(taking.session, taking.edition, version)
    return freezing.freeze(taking.session, taking.edition, name, content, by=taking.actor)


def _b_with_signed(taking: Taking) -> Content:
    base = freezing.latest_of_round(taking.session, taking.edition, "B")
    signed = taking.session.scalars(
        select(Change)
        .where(
            Change.edition_id == taking.edition.id,
            Change.round == taking.edition.round,
            Change.kind == ChangeKind.DELEGATED,
            Change.state == ChangeState.SIGNED,
        )
        .order_by(Change.decided_at, Change.number)
    )
    return with_changes(freezing.content_in(base), [(each.place, each.after) for each in signed])


def _check_nothing_else(taking: Taking, content: Content) -> None:
    """What the tables hold is the version's text: nobody changed it past the workflow."""
    tables = content_of(taking.session, taking.edition)
    if any(tables[name] != content[name] for name in tables if name != "comparison"):
        raise Refused(
            "The edition's tables hold a text that no step made. Nothing was changed; tell "
            "whoever looks after the database."
        )
