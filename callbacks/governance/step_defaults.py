"""What the product can fill into the form of a step, and what can be chosen there."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from db.queries import governance, revisions
from domain import formatting
from domain.editions.documents import OF_THE_EDITION
from domain.editions.places import EDITION, Place
from domain.editions.sections import DELEGATES, RECOMMENDATIONS, lettered
from domain.governance import rules
from domain.governance.actions import ACTIONS, Subject
from domain.governance.bodies import MEETS
from domain.governance.commission_views import CommentSummary, draft_views
from domain.governance.record import GovernanceRecord
from domain.governance.terms import Action, ChangeKind
from layouts.governance.parts.step_fields import StepForm
from workflow import clock


def with_defaults(session: Session, form: StepForm, record: GovernanceRecord) -> StepForm:
    """The form with what can be filled in, need by need. What was suggested before stays."""
    suggested = dict(form.suggested)
    for need, suggest in SUGGESTED.items():
        if need in form.needs:
            suggested |= suggest(session, record)
    if form.action is Action.SEND_TO_COUNCIL:
        suggested["text"] = f"That the {record.status.title} be approved."
    return _with_choices(session, replace(form, suggested=suggested), record)


def _with_choices(session: Session, form: StepForm, record: GovernanceRecord) -> StepForm:
    if "RESOLUTIONS" in form.needs:
        form = replace(
            form,
            recommended=_recommended(session, form.year),
            units=[
                (unit.place, unit.title)
                for unit in revisions.units(session, form.year)
                if OF_THE_EDITION[unit.document]
            ],
        )
    if form.needs & {"ANCHOR", "BEFORE_AND_AFTER", "RESOLUTIONS"}:
        form = replace(form, places=_places(session, form, record))
    if "DIGEST_OF_VERSION" in form.needs and record.motion:
        form = replace(form, digest=record.motion.digest, motion=record.motion)
    meeting = record.meeting(MEETS[record.status.stage]) if "MINUTE" in form.needs else None
    return replace(form, meets_on=formatting.day(meeting.on)) if meeting else form


def _day_held(session: Session, record: GovernanceRecord) -> dict[str, str]:
    """The day that the meeting was named for; where it is still to come, it is asked anew."""
    del session
    meeting = record.meeting(MEETS[record.status.stage])
    is_over = meeting is not None and meeting.on <= clock.today_in_england()
    return {"held": meeting.on.isoformat()} if meeting and is_over else {}


def _places(session: Session, form: StepForm, record: GovernanceRecord) -> list[tuple[str, str]]:
    """What can be named: sections and indicators, and for a comment the edition itself."""
    listed = [
        (place, title)
        for place, title, document in revisions.places(session, form.year)
        if OF_THE_EDITION[document]
    ]
    terms = ACTIONS[form.action]
    if terms.about is Subject.DRAFT:
        return [(EDITION, "The edition as a whole"), *listed]
    if terms.kind is not ChangeKind.DELEGATED or record.delegation is None:
        return listed
    units = revisions.units_of(session, form.year)
    return [
        (place, title)
        for place, title in listed
        if rules.is_within(record.delegation, place, units[place])
    ]


def _views(session: Session, record: GovernanceRecord) -> dict[str, str]:
    year, present = record.status.year, record.status.round
    written = draft_views(
        [
            CommentSummary(
                comment.number,
                comment.kind,
                "" if Place.of(comment.place).kind == EDITION else comment.title,
                comment.text,
            )
            for comment in governance.remarks(session, year)
            if comment.number and comment.round == present
        ]
    )
    return {"text": written}


def _recommended(session: Session, year: int) -> list[tuple[str, str]]:
    fields = revisions.fields_at(session, year, f"section:{RECOMMENDATIONS}")
    return lettered(str(fields["body"]))


def _delegating(session: Session, record: GovernanceRecord) -> dict[str, str]:
    """The letter of the recommendation that would let the Chief Executive amend, if one does."""
    for letter, text in _recommended(session, record.status.year):
        if DELEGATES in text and "amendment" in text:
            return {"delegation": letter}
    return {}


SUGGESTED: Mapping[str, Callable[[Session, GovernanceRecord], dict[str, str]]] = {
    "MINUTE": _day_held,
    "VIEWS": _views,
    "RESOLUTIONS": _delegating,
}
"""What is filled in for each need, by the name of the field."""
