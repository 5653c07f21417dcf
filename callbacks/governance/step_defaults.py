"""The default values and the choices of the form of a step."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from db.queries import governance, revisions
from domain import formatting
from domain.editions.documents import OF_THE_EDITION
from domain.editions.kinds import EDITION
from domain.editions.places import Place
from domain.editions.sections import DELEGATE, RECOMMENDATIONS, lettered
from domain.governance import rules
from domain.governance.actions import ACTIONS, Subject
from domain.governance.bodies import MEETS
from domain.governance.commission_views import CommentSummary, draft_views
from domain.governance.record import GovernanceRecord
from domain.governance.step_wording import default_motion
from domain.governance.terms import Action, ChangeKind
from layouts.governance.parts.step_fields import StepForm
from workflow import clock


def with_defaults(session: Session, form: StepForm, record: GovernanceRecord) -> StepForm:
    """Return the form with the suggested values of each need; earlier suggestions stay."""
    suggested = dict(form.suggested)
    for need, suggest in SUGGESTED.items():
        if need in form.needs:
            suggested |= suggest(session, record)
    if form.action is Action.SEND_TO_COUNCIL:
        suggested["text"] = default_motion(record.status.title)
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
    """Return the day set for the meeting; empty if that day is in the future."""
    del session
    meeting = record.meeting(MEETS[record.status.stage])
    if meeting is None or not rules.can_be_minuted(meeting.on, clock.today_in_england()):
        return {}
    return {"held": meeting.on.isoformat()}


def _places(session: Session, form: StepForm, record: GovernanceRecord) -> list[tuple[str, str]]:
    """Return the places to choose from: sections, indicators, and for a comment the edition."""
    places = [
        (place, title)
        for place, title, document in revisions.places(session, form.year)
        if OF_THE_EDITION[document]
    ]
    terms = ACTIONS[form.action]
    if terms.about is Subject.DRAFT:
        return [(EDITION, "The edition as a whole"), *places]
    if terms.kind is not ChangeKind.DELEGATED or record.delegation is None:
        return places
    units = revisions.units_of(session, form.year)
    return [
        (place, title)
        for place, title in places
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
    """Return the letter of the recommendation that delegates amendments, if any."""
    for letter, text in _recommended(session, record.status.year):
        if DELEGATE in text and "amendment" in text:
            return {"delegation": letter}
    return {}


SUGGESTED: Mapping[str, Callable[[Session, GovernanceRecord], dict[str, str]]] = {
    "MINUTE": _day_held,
    "VIEWS": _views,
    "RESOLUTIONS": _delegating,
}
"""The suggested values of each need, by the name of the field."""
