"""What the product can fill into the form of a step, and what can be chosen there."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from db.queries import governance, revisions
from domain import formatting
from domain.editions.kinds import EDITION
from domain.editions.places import Place
from domain.editions.sections import DELEGATES, RECOMMENDATIONS, lettered
from domain.editions.terms import Document
from domain.governance.commission_views import CommentSummary, draft_views
from domain.governance.record import MEETS, GovernanceRecord
from domain.governance.terms import Action
from layouts.governance.parts.step_fields import StepForm
from workflow import clock


def with_defaults(session: Session, form: StepForm, found: GovernanceRecord) -> StepForm:
    """The form with what can be filled in, need by need. What was suggested before stays."""
    suggested = dict(form.suggested)
    for need, suggest in SUGGESTED.items():
        if need in form.needs:
            suggested |= suggest(session, found)
    if form.action is Action.SEND_TO_COUNCIL:
        suggested["text"] = f"That the {found.status.title} be approved."
    return _with_choices(session, replace(form, suggested=suggested), found)


def _with_choices(session: Session, form: StepForm, found: GovernanceRecord) -> StepForm:
    if "RESOLUTIONS" in form.needs:
        form = replace(
            form,
            recommended=_recommended(session, form.year),
            units=[
                (unit.place, unit.title)
                for unit in revisions.units(session, form.year)
                if unit.document is not Document.CABINET_REPORT
            ],
        )
    if form.needs & {"ANCHOR", "BEFORE_AND_AFTER", "RESOLUTIONS"}:
        form = replace(form, places=_places(session, form, found))
    if "DIGEST_OF_VERSION" in form.needs and found.motion:
        form = replace(form, digest=found.motion.digest, motion=found.motion)
    met = found.meeting(MEETS[found.status.stage]) if "MINUTE" in form.needs else None
    return replace(form, meets_on=formatting.day(met.on)) if met else form


def _day_held(session: Session, found: GovernanceRecord) -> dict[str, str]:
    """The day that the meeting was named for; where it is still to come, it is asked anew."""
    del session
    met = found.meeting(MEETS[found.status.stage])
    is_over = met is not None and met.on <= clock.today_in_england()
    return {"held": met.on.isoformat()} if met and is_over else {}


def _places(session: Session, form: StepForm, found: GovernanceRecord) -> list[tuple[str, str]]:
    """What can be named: sections and indicators, and for a comment the edition itself."""
    listed = [
        (place, title)
        for place, title, document in revisions.places(session, form.year)
        if document is not Document.CABINET_REPORT
    ]
    if form.action is Action.COMMENT:
        return [(EDITION, "The edition as a whole"), *listed]
    scope = found.delegation.scope if found.delegation else ()
    if form.action is not Action.PROPOSE_AMENDMENT or not scope:
        return listed
    within = {each for unit in scope for each in revisions.places_in(session, form.year, unit)}
    return [(place, title) for place, title in listed if place in within]


def _views(session: Session, found: GovernanceRecord) -> dict[str, str]:
    year, present = found.status.year, found.status.round
    written = draft_views(
        [
            CommentSummary(
                each.number,
                each.kind,
                "" if Place.of(each.place).kind == EDITION else each.title,
                each.text,
            )
            for each in governance.remarks(session, year)
            if each.number and each.round == present
        ]
    )
    return {"text": written}


def _recommended(session: Session, year: int) -> list[tuple[str, str]]:
    fields = revisions.fields_at(session, year, f"section:{RECOMMENDATIONS}")
    return lettered(str(fields["body"]))


def _delegating(session: Session, found: GovernanceRecord) -> dict[str, str]:
    """The letter of the recommendation that would let the Chief Executive amend, if one does."""
    for letter, text in _recommended(session, found.status.year):
        if DELEGATES in text and "amendment" in text:
            return {"delegation": letter}
    return {}


SUGGESTED: Mapping[str, Callable[[Session, GovernanceRecord], dict[str, str]]] = {
    "MINUTE": _day_held,
    "VIEWS": _views,
    "RESOLUTIONS": _delegating,
}
"""What is filled in for each need, by the name of the field."""
