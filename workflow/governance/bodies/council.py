"""The County Council's steps: the motion, amendments to it, approval; publication and corrections."""

from collections.abc import Iterable

from sqlalchemy import select

from db.content import content_of
from db.models import Change, FrozenVersion, Motion, Notice
from db.session import schemas_of
from domain.editions.content import Content, with_changes
from domain.editions.places import Place
from domain.governance.bodies import VERSION_LETTERS
from domain.governance.step_wording import default_motion
from domain.governance.terms import Body, ChangeKind, ChangeState
from domain.governance.votes import is_lost, is_told
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.editions import freezing, frozen_versions
from workflow.errors import Incomplete, Refused
from workflow.governance import meetings
from workflow.governance.bodies import amendments
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import StepInput


def send(context: StepContext) -> EntryDetails:
    """Freeze version C: version B with the signed amendments, and nothing else."""
    lapsed = amendments.lapse_open_amendments(context)
    content = _b_with_signed(context)
    _check_nothing_else(context, content)
    name = freezing.next_of(context.session, context.edition, context.step.freezes)
    frozen = freezing.freeze(context.session, context.edition, name, content, by=context.actor)
    text = context.step_input.text.strip() or default_motion(context.edition.title)
    context.session.add(
        Motion(
            edition_id=context.edition.id,
            round=context.edition.round,
            text=text,
            version=frozen.name,
            digest=frozen.digest,
            mover="",
            seconder="",
            vote="",
            minute="",
        )
    )
    arranged = meetings.arrange(context, Body.COUNCIL)
    context.edition.council_on = context.step_input.meeting or context.edition.council_on
    after = {**arranged, **meetings.named(frozen), "motion": text}
    return context.entry_details(after={**after, "lapsed": lapsed} if lapsed else after)


def amend_by_motion(context: StepContext) -> EntryDetails:
    """Record a change that the Council carried; the motion then names the changed text."""
    step_input, motion = context.step_input, context.motion()
    check_carried(step_input)
    change = amendments.add_amendment(context, ChangeKind.MOTION)
    amendments.close(context, change, ChangeState.SIGNED)
    change.mover, change.seconder = step_input.mover.strip(), step_input.seconder.strip()
    change.vote, change.minute = step_input.vote.strip(), step_input.minute.strip()
    minuted = meetings.record(context, Body.COUNCIL)
    frozen = _frozen_with(context, change, motion.version)
    motion.version, motion.digest = frozen.name, frozen.digest
    return amendments.entry_details(
        context,
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


def check_carried(step_input: StepInput) -> None:
    """Check that a motion was moved and seconded by two people, and carried."""
    if step_input.mover.strip().casefold() == step_input.seconder.strip().casefold():
        raise Incomplete("The mover and the seconder are two people.")
    if is_lost(step_input.vote):
        raise Incomplete(
            "A motion that was lost changes nothing and approves nothing. If the Council did not "
            "approve the edition, refer it back."
        )
    if not is_told(step_input.vote):
        raise Incomplete(
            "The vote does not say whether the motion was carried: write “carried”, or the votes for "
            "and against, like 31 for, 17 against."
        )


def approve(context: StepContext) -> EntryDetails:
    """Record that the motion was carried, with the digest of the approved text."""
    step_input, motion = context.step_input, context.motion()
    check_carried(step_input)
    minuted = meetings.record(context, Body.COUNCIL)
    motion.mover, motion.seconder = step_input.mover.strip(), step_input.seconder.strip()
    motion.vote, motion.minute = step_input.vote.strip(), step_input.minute.strip()
    meeting = meetings.meeting_of(context, Body.COUNCIL)
    motion.carried_on = meeting.on if meeting else context.today
    after = {
        "version": motion.version,
        "digest": motion.digest,
        "mover": motion.mover,
        "seconder": motion.seconder,
        "vote": motion.vote,
        **minuted.after,
    }
    return context.entry_details(before=minuted.before, after=after, authority=minuted.authority)


def publish(context: StepContext) -> EntryDetails:
    """Publish the version that was approved."""
    motion = context.motion()
    frozen = freezing.version_named(context.session, context.edition, motion.version)
    _check_nothing_else(context, _content_in(context, frozen))
    context.edition.published = frozen.name
    return context.entry_details(
        after=meetings.named(frozen), authority=f"County Council, minute {motion.minute}"
    )


def propose_correction(context: StepContext) -> EntryDetails:
    """Propose a correction of the published version, with its notice."""
    change = amendments.add_amendment(context, ChangeKind.CORRECTION)
    change.decision = context.step_input.notice.strip()
    after = {
        "place": change.place,
        "text_after": dict(change.after),
        "notice": change.decision,
        "digest": change.digest,
    }
    return amendments.entry_details(context, change, after=after, reason=change.reason)


def sign_correction(context: StepContext) -> EntryDetails:
    """Publish the next version, with a notice; the one before stays readable."""
    change = context.change()
    amendments.close(context, change, ChangeState.SIGNED)
    was = context.edition.published
    frozen = _frozen_with(context, change, was)
    context.edition.published = frozen.name
    _notify_readers(context, frozen.name, change.decision)
    return amendments.entry_details(
        context,
        change,
        before={**change.before, "version": was},
        after={**change.after, **meetings.named(frozen), "notice": change.decision},
        reason=change.reason,
    )


def withdraw(context: StepContext) -> EntryDetails:
    """Withdraw the edition from publication; its page then gives the reason."""
    reason = context.step_input.reason.strip()
    _notify_readers(context, context.edition.published, reason)
    return context.entry_details(before={"version": context.edition.published}, reason=reason)


def _notify_readers(context: StepContext, version: str, text: str) -> None:
    context.session.add(Notice(edition_id=context.edition.id, version=version, text=text, at=now()))


def _frozen_with(context: StepContext, change: Change, version: str) -> FrozenVersion:
    """Write a change into the text, and freeze the changed version."""
    base = freezing.version_named(context.session, context.edition, version)
    content = _changed(context, base, [change])
    amendments.apply(context, change)
    _check_nothing_else(context, content)
    name = freezing.next_after(context.session, context.edition, version)
    return freezing.freeze(context.session, context.edition, name, content, by=context.actor)


def _b_with_signed(context: StepContext) -> Content:
    base = freezing.latest_of_round(context.session, context.edition, VERSION_LETTERS[Body.CABINET])
    signed = context.session.scalars(
        select(Change)
        .where(
            Change.edition_id == context.edition.id,
            Change.round == context.edition.round,
            Change.kind == ChangeKind.DELEGATED,
            Change.state == ChangeState.SIGNED,
        )
        .order_by(Change.decided_at, Change.number)
    ).all()
    return _changed(context, base, signed)


def _changed(context: StepContext, base: FrozenVersion, changes: Iterable[Change]) -> Content:
    """Return a version with some changes, in its own schema or the first that has the changed fields."""
    schemas = schemas_of(context.session)
    new_values = [(change.place, change.after) for change in changes]
    schema = schemas.schema_for((Place.of(place).kind, after) for place, after in new_values)
    return with_changes(schemas.read(_content_in(context, base), schema), new_values)


def _content_in(context: StepContext, frozen: FrozenVersion) -> Content:
    return frozen_versions.content_in(frozen, schemas_of(context.session))


def _check_nothing_else(context: StepContext, content: Content) -> None:
    """Check that the tables hold the version's text, so that nothing changed outside the workflow.

    They are read in the version's own schema: fields added later are not part of its text.
    """
    schema = schemas_of(context.session).schema_of(content)
    tables = content_of(context.session, context.edition, schema)
    if any(tables[name] != content[name] for name in tables if name != "comparison"):
        raise Refused(
            "The edition's tables hold a text that no step made. Nothing was changed; tell "
            "whoever looks after the database.",
            says_nothing_changed=False,
        )
