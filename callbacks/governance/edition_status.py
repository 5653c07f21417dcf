"""The status of an edition: what must come first, who takes the next step, and by when."""

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
from domain.governance import rules
from domain.governance.action_wording import WORDS
from domain.governance.actions import ACTIONS, Listing
from domain.governance.bodies import MEETS
from domain.governance.record import GovernanceRecord, MeetingRecord
from domain.governance.step_wording import BODIES
from domain.governance.terms import Action
from domain.governance.working_days import papers_due
from domain.people.role_wording import ROLES
from domain.terms import Role
from workflow import clock
from workflow.governance import policy
from workflow.governance.steps import Step, steps_from

MOST_NAMED = 3


def waiting_for(session: Session, record: GovernanceRecord) -> list[str]:
    """Return sentences: what must come first, who takes the next step, and by when."""
    return [*_missing(session, record), *who_has_it(session, record)]


def who_has_it(session: Session, record: GovernanceRecord) -> list[str]:
    """Return sentences: who takes the next step, and by when. All who take part may read these."""
    return [*holders(session, record), *_by_when(record)]


def holders(session: Session, record: GovernanceRecord) -> list[str]:
    """Return a sentence for each role that can move the edition to another stage.

    Optional moves, such as recalling a draft, are left out.
    """
    actions: dict[Role, list[str]] = {}
    for step in steps_from(record.status.stage):
        if step.moves and ACTIONS[step.action].listing is not Listing.OPTIONAL:
            actions.setdefault(step.role, []).append(_step_words(session, record, step))
    return [
        f"{_role_with_names(session, role)} can {' or '.join(words)}."
        for role, words in actions.items()
    ]


def _step_words(session: Session, record: GovernanceRecord, step: Step) -> str:
    words = WORDS[step.action].name
    later = (
        " once all that comes before it is done"
        if reason_unavailable(session, record, step)
        else ""
    )
    return f"{words[0].lower()}{words[1:]}{later}"


def _role_with_names(session: Session, role: Role) -> str:
    """Return a role with the names of the people who have it."""
    names = [person.name for person in people.with_role(session, role)]
    return f"{ROLES[role]} ({formatting.listed(names)})" if names else ROLES[role]


def _missing(session: Session, record: GovernanceRecord) -> list[str]:
    stage = record.status.stage
    if any(step.action is Action.EDIT for step in steps_from(stage)):
        return [*_writing(session, record), *_answers(session, record)]
    if stage is Stage.AMENDMENT:
        return _amendments(session, record)
    if stage is Stage.PUBLISHED:
        return _corrections(record)
    return []


def _writing(session: Session, record: GovernanceRecord) -> list[str]:
    year = record.status.year
    units = revisions.units(session, year)
    open_units = rules.unsigned(units)
    unsigned = len(open_units)
    wrong = len(errors(checklist(content_now(session, record))))
    sentences = []
    if unsigned:
        parts = formatting.counted(
            unsigned, "section or dashboard is", "sections and dashboards are"
        )
        sentences.append(f"{parts} not signed off yet.")
    sentences += _without_signer(session, open_units)
    if wrong:
        things = formatting.counted(wrong, "thing", "things")
        sentences.append(f"The publishing checklist has {things} to mend.")
    return sentences


def _without_signer(session: Session, unsigned: Sequence[SignOffUnit]) -> list[str]:
    """Return a sentence on the units that nobody can sign off, since every officer edited them."""
    officers = [person.username for person in people.with_role(session, Role.BI_OFFICER)]
    blocked = [
        unit.title
        for unit in unsigned
        if all(rules.is_own_work(unit, officer) for officer in officers)
    ]
    if not blocked:
        return []
    titles = formatting.listed([f"“{title}”" for title in blocked[:MOST_NAMED]])
    more = len(blocked) - MOST_NAMED
    blocked_titles = f"{titles} and {more} more" if more > 0 else titles
    return [
        f"Every business intelligence officer has edited {blocked_titles}, and nobody signs off their "
        "own work: an officer who has not is needed. An administrator can add one."
    ]


def _answers(session: Session, record: GovernanceRecord) -> list[str]:
    comments = governance.remarks(session, record.status.year)
    unanswered = rules.awaiting_reply(comments, record.status.round)
    if not unanswered:
        return []
    return [f"{formatting.counted(len(unanswered), 'comment wants', 'comments want')} an answer."]


def _amendments(session: Session, record: GovernanceRecord) -> list[str]:
    chief_executives = {
        person.username for person in people.with_role(session, Role.CHIEF_EXECUTIVE)
    }
    if rules.delegation_has_ended(record.delegation, clock.today_in_england()):
        return []  # open amendments lapse with the delegation
    sentences = []
    for change in rules.open_changes(record.changes, record.status.round):
        is_consulted = rules.current_view(change) is not None
        who = "the Chief Executive's decision" if is_consulted else "the Leader's view"
        sentences.append(f"Amendment {change.number} waits for {who}.")
        if all(rules.is_own_wording(change, username) for username in chief_executives):
            sentences.append(
                f"Whoever could sign amendment {change.number} has worded it, and nobody signs "
                "their own wording: it can be refused, and an officer can propose it anew."
            )
    return sentences


def _corrections(record: GovernanceRecord) -> list[str]:
    """Return a sentence for each open correction, for those who may see open changes."""
    if not policy.may_see_open_changes(current_actor()):
        return []
    return [
        f"Correction {change.number} waits for the Chief Executive's decision."
        for change in rules.open_changes(record.changes, record.status.round)
    ]


def _by_when(record: GovernanceRecord) -> Sequence[str]:
    stage = record.status.stage
    meeting = record.meeting(MEETS[stage]) if stage in MEETS else None
    today = clock.today_in_england()
    if meeting is not None:
        return [_meeting(meeting, today)]
    if stage is Stage.AMENDMENT and record.delegation:
        until = record.delegation.until
        has_ended = rules.delegation_has_ended(record.delegation, today)
        verb = "ended on" if has_ended else "holds until"
        return [f"The delegation {verb} {formatting.day(until)}."]
    if stage in (Stage.DRAFTING, Stage.REVISION, Stage.AMENDMENT):
        council = record.status.council_on
        verb = "is" if council >= today else "was"
        return [f"The County Council {verb} planned for {formatting.day(council)}."]
    return []


def _meeting(meeting: MeetingRecord, today: date) -> str:
    body, on = BODIES[meeting.body], formatting.day(meeting.on)
    if meeting.on < today:
        return f"The {body} met on {on}; what came of it is to be recorded."
    due = papers_due(meeting.on)
    verb = "are" if due >= today else "were"
    return f"The {body} meets on {on}; papers {verb} due by {formatting.day(due)}."
