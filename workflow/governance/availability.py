"""Whether a step is available at present, whatever is entered in its form.

Pages check this before they offer a step. The check runs the guards themselves, so that a page
does not offer a step that the service refuses.
"""

from sqlalchemy.orm import Session

from db.queries.governance import edition as edition_of
from domain.errors import CompendiumError
from domain.governance.actions import Subject
from workflow import clock
from workflow.access import Actor
from workflow.governance import guards
from workflow.governance.step_context import StepContext
from workflow.governance.step_input import StepInput
from workflow.governance.steps import Needs, Step

N = Needs
NOT_CURABLE_BY_INPUT = (
    N.DELEGATION
    | N.BEFORE_AND_AFTER
    | N.NOT_OWN_WORK
    | N.SECTIONS_SIGNED_OFF
    | N.CHECKLIST
    | N.NO_COMMENT_YET
    | N.COMMENTS_ANSWERED
    | N.CONSULTATION
    | N.NO_OPEN_AMENDMENT
)
"""The needs that no input of a form can fulfil."""
ABOUT_A_PLACE = N.BEFORE_AND_AFTER | N.NOT_OWN_WORK
"""The needs concerning a place, which cannot be checked before one is chosen."""


def reason_unavailable(
    session: Session, year: int, step: Step, actor: Actor, *, number: int = 0, place: str = ""
) -> str:
    """Return why a step would be refused now, in a sentence or two; empty where it is available.

    ``number`` is that of the change it is about, ``place`` the place. The step is tried as if the
    present revision had been read.
    """
    edition = edition_of(session, year)
    step_input = StepInput(edition.version, place=place, number=number)
    context = StepContext(session, edition, step, actor, step_input, clock.today_in_england())
    context = context.with_input(read=context.number(place) if place else 0)
    needs = step.needs & NOT_CURABLE_BY_INPUT
    if not place and step.about is not Subject.CHANGE:
        needs &= ~ABOUT_A_PLACE
    try:
        guards.ask(context, needs)
    except CompendiumError as refusal:
        return refusal.reason
    return ""
