"""What an edition waits for, who has it, and by when."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from callbacks.processing import content_now
from db.queries import process, revisions
from domain import wording
from domain.checklist import checklist, errors
from domain.process import Process
from domain.terms import Action, ChangeState, CommentKind, Stage
from domain.wording_of_workflow import ACTIONS, BODIES
from domain.working_days import papers_due
from layouts.parts.process_line import MEETS
from workflow.rules import steps_from


def waits_for(session: Session, found: Process) -> list[str]:
    """What must come first, in a sentence each; then who takes the next step, and by when."""
    stage = found.standing.stage
    return [*_missing(session, found), *holders(stage), *_by_when(found)]


SENDING = {
    Stage.DRAFTING: Action.SEND_TO_SCRUTINY,
    Stage.REVISION: Action.SEND_TO_CABINET,
    Stage.AMENDMENT: Action.SEND_TO_COUNCIL,
}
"""The move that what is missing holds up."""


def held_up(session: Session, found: Process) -> Action | None:
    """The move that would be refused now, because something is missing before it."""
    sending = SENDING.get(found.standing.stage)
    return sending if sending and _missing(session, found) else None


def holders(stage: Stage) -> list[str]:
    """Who can move the edition on from a stage, and how."""
    found: dict[str, list[str]] = {}
    for step in steps_from(stage):
        if step.moves:
            found.setdefault(wording.ROLES[step.role], []).append(ACTIONS[step.action])
    return [
        f"{role} can: {wording.listed([each[0].lower() + each[1:] for each in actions], joint='; ')}."
        for role, actions in found.items()
        if stage is not Stage.PUBLISHED
    ]


def _missing(session: Session, found: Process) -> list[str]:
    stage = found.standing.stage
    if stage in (Stage.DRAFTING, Stage.REVISION):
        return [*_writing(session, found), *_answers(session, found)]
    if stage is Stage.AMENDMENT:
        return _amendments(found)
    return []


def _writing(session: Session, found: Process) -> list[str]:
    year = found.standing.year
    units = revisions.units(session, year)
    unsigned = sum(1 for unit in units if not unit.signed_by)
    wrong = len(errors(checklist(content_now(session, found))))
    told = []
    if unsigned:
        parts = wording.counted(unsigned, "section or dashboard is", "sections and dashboards are")
        told.append(f"{parts} not signed off yet.")
    if wrong:
        told.append(f"The publishing checklist has {wrong} to mend.")
    return told


def _answers(session: Session, found: Process) -> list[str]:
    open_ones = [
        each
        for each in process.remarks(session, found.standing.year)
        if each.submitted_at
        and each.round == found.standing.round
        and each.kind is not CommentKind.VIEW
        and each.answered_at is None
    ]
    if not open_ones:
        return []
    return [f"{wording.counted(len(open_ones), 'comment wants', 'comments want')} an answer."]


def _amendments(found: Process) -> list[str]:
    told = []
    for each in found.changes:
        if each.state is ChangeState.OPEN:
            who = "the Chief Executive's decision" if each.consulted else "the Leader's view"
            told.append(f"Amendment {each.number} waits for {who}.")
    return told


def _by_when(found: Process) -> Sequence[str]:
    stage = found.standing.stage
    met = found.meeting(MEETS[stage]) if stage in MEETS else None
    if met is not None:
        due = wording.day(papers_due(met.on))
        return [f"The {BODIES[met.body]} meets on {wording.day(met.on)}; papers are due by {due}."]
    if stage is Stage.AMENDMENT and found.delegation:
        return [f"The delegation holds until {wording.day(found.delegation.until)}."]
    if stage in (Stage.DRAFTING, Stage.REVISION, Stage.AMENDMENT):
        council = found.standing.council_on
        return [f"The County Council is planned for {wording.day(council)}."]
    return []
