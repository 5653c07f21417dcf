"""What an edition waits for, who has it, and by when."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from callbacks.processing import content_now
from db.queries import people, process, revisions
from domain import wording
from domain.checklist import checklist, errors
from domain.process import MEETS, Process
from domain.terms import ChangeState, CommentKind, Role, Stage
from domain.wording_of_workflow import ACTIONS, BODIES, ROLES
from domain.working_days import papers_due
from workflow import clock
from workflow.rules import steps_from


def waits_for(session: Session, found: Process) -> list[str]:
    """What must come first, in a sentence each; then who takes the next step, and by when."""
    return [*_missing(session, found), *who_has_it(session, found)]


def who_has_it(session: Session, found: Process) -> list[str]:
    """Who takes the next step, and by when: what everybody who takes part may know."""
    return [*holders(session, found.standing.stage), *_by_when(found)]


def holders(session: Session, stage: Stage) -> list[str]:
    """Who can move the edition on from a stage, and how."""
    if stage is Stage.PUBLISHED:
        return []
    found: dict[Role, list[str]] = {}
    for step in steps_from(stage):
        if step.moves:
            words = ACTIONS[step.action]
            found.setdefault(step.role, []).append(words[0].lower() + words[1:])
    return [
        f"{_named(session, role)} can {' or '.join(actions)}." for role, actions in found.items()
    ]


def _named(session: Session, role: Role) -> str:
    """A role, and the people who hold it."""
    names = [
        each.name
        for each in people.everyone(session)
        if role in each.roles and not each.disabled_at
    ]
    return f"{ROLES[role]} ({wording.listed(names)})" if names else ROLES[role]


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
        things = wording.counted(wrong, "thing", "things")
        told.append(f"The publishing checklist has {things} to mend.")
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
    held = found.delegation
    if held is not None and clock.today_in_england() > held.until:
        return []  # what is still open lapses
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
