"""What an edition waits for, who has it, and by when."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from callbacks.editions.edition_request import content_now, reason_unavailable
from callbacks.request_context import current_actor
from db.queries import governance, people, revisions
from domain import formatting
from domain.editions.checklist import checklist, errors
from domain.editions.revisions import SignOffUnit
from domain.editions.terms import Stage
from domain.governance.record import MEETS, GovernanceRecord, MeetingRecord
from domain.governance.step_wording import ACTIONS, BODIES
from domain.governance.terms import Action, ChangeState
from domain.governance.working_days import papers_due
from domain.people.role_wording import ROLES
from domain.terms import Role
from workflow import clock
from workflow.governance import policy
from workflow.governance.steps import Step, steps_from

MOST_NAMED = 3


def waiting_for(session: Session, found: GovernanceRecord) -> list[str]:
    """What must come first, in a sentence each; then who takes the next step, and by when."""
    return [*_missing(session, found), *who_has_it(session, found)]


def who_has_it(session: Session, found: GovernanceRecord) -> list[str]:
    """Who takes the next step, and by when: what everybody who takes part may know."""
    return [*holders(session, found), *_by_when(found)]


def holders(session: Session, found: GovernanceRecord) -> list[str]:
    """Who can move the edition on from where it stands, and how.

    What only could be done, recalling a draft, nobody waits for.
    """
    if found.status.stage is Stage.PUBLISHED:
        return []
    actions: dict[Role, list[str]] = {}
    for step in steps_from(found.status.stage):
        if step.moves and step.action is not Action.RECALL:
            actions.setdefault(step.role, []).append(_said(session, found, step))
    return [f"{_named(session, role)} can {' or '.join(words)}." for role, words in actions.items()]


def _said(session: Session, found: GovernanceRecord, step: Step) -> str:
    words = ACTIONS[step.action]
    later = (
        " once all that comes before it is done" if reason_unavailable(session, found, step) else ""
    )
    return f"{words[0].lower()}{words[1:]}{later}"


def _named(session: Session, role: Role) -> str:
    """A role, and the people who hold it."""
    names = [each.name for each in people.holding(session, role)]
    return f"{ROLES[role]} ({formatting.listed(names)})" if names else ROLES[role]


def _missing(session: Session, found: GovernanceRecord) -> list[str]:
    stage = found.status.stage
    if stage in (Stage.DRAFTING, Stage.REVISION):
        return [*_writing(session, found), *_answers(session, found)]
    if stage is Stage.AMENDMENT:
        return _amendments(session, found)
    if stage is Stage.PUBLISHED:
        return _corrections(found)
    return []


def _writing(session: Session, found: GovernanceRecord) -> list[str]:
    year = found.status.year
    units = revisions.units(session, year)
    open_units = [unit for unit in units if not unit.signed_by]
    unsigned = len(open_units)
    wrong = len(errors(checklist(content_now(session, found))))
    told = []
    if unsigned:
        parts = formatting.counted(
            unsigned, "section or dashboard is", "sections and dashboards are"
        )
        told.append(f"{parts} not signed off yet.")
    told += _for_a_third(session, open_units)
    if wrong:
        things = formatting.counted(wrong, "thing", "things")
        told.append(f"The publishing checklist has {things} to mend.")
    return told


def _for_a_third(session: Session, unsigned: Sequence[SignOffUnit]) -> list[str]:
    """What every officer there is has edited: nobody is left who could sign it off."""
    officers = [each.username for each in people.holding(session, Role.BI_OFFICER)]
    stuck = [unit.title for unit in unsigned if unit.editors.issuperset(officers)]
    if not stuck:
        return []
    named = formatting.listed([f"“{title}”" for title in stuck[:MOST_NAMED]])
    more = len(stuck) - MOST_NAMED
    all_named = f"{named} and {more} more" if more > 0 else named
    return [
        f"Every business intelligence officer has edited {all_named}, and nobody signs off their "
        "own work: an officer who has not is needed. An administrator can add one."
    ]


def _answers(session: Session, found: GovernanceRecord) -> list[str]:
    open_ones = [
        each
        for each in governance.remarks(session, found.status.year)
        if each.wants_answer and each.round == found.status.round
    ]
    if not open_ones:
        return []
    return [f"{formatting.counted(len(open_ones), 'comment wants', 'comments want')} an answer."]


def _amendments(session: Session, found: GovernanceRecord) -> list[str]:
    chiefs = {each.username for each in people.holding(session, Role.CHIEF_EXECUTIVE)}
    told = []
    held = found.delegation
    if held is not None and clock.today_in_england() > held.until:
        return []  # what is still open lapses
    for each in found.changes:
        if each.state is ChangeState.OPEN:
            who = "the Chief Executive's decision" if each.consulted else "the Leader's view"
            told.append(f"Amendment {each.number} waits for {who}.")
            if chiefs <= {worded.by for worded in each.wordings}:
                told.append(
                    f"Whoever could sign amendment {each.number} has worded it, and nobody signs "
                    "their own wording: it can be refused, and an officer can propose it anew."
                )
    return told


def _corrections(found: GovernanceRecord) -> list[str]:
    """What those who see open changes are told of them."""
    if not policy.may_see_open_changes(current_actor()):
        return []
    return [
        f"Correction {each.number} waits for the Chief Executive's decision."
        for each in found.changes
        if each.state is ChangeState.OPEN
    ]


def _by_when(found: GovernanceRecord) -> Sequence[str]:
    stage = found.status.stage
    met = found.meeting(MEETS[stage]) if stage in MEETS else None
    today = clock.today_in_england()
    if met is not None:
        return [_meeting(met, today)]
    if stage is Stage.AMENDMENT and found.delegation:
        until = found.delegation.until
        holds = "holds until" if until >= today else "ended on"
        return [f"The delegation {holds} {formatting.day(until)}."]
    if stage in (Stage.DRAFTING, Stage.REVISION, Stage.AMENDMENT):
        council = found.status.council_on
        planned = "is" if council >= today else "was"
        return [f"The County Council {planned} planned for {formatting.day(council)}."]
    return []


def _meeting(met: MeetingRecord, today: date) -> str:
    body, on = BODIES[met.body], formatting.day(met.on)
    if met.on < today:
        return f"The {body} met on {on}; what came of it is to be recorded."
    due = papers_due(met.on)
    were = "are" if due >= today else "were"
    return f"The {body} meets on {on}; papers {were} due by {formatting.day(due)}."
