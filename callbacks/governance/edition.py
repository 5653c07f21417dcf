"""One edition, as the current user may see it."""

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import (
    may_read,
    reason_unavailable,
    record_at,
    steps_now,
    year_of,
)
from callbacks.governance.edition_status import waiting_for
from callbacks.request_context import current_actor, reading
from db.queries import governance
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.formatting import moment
from domain.governance.actions import ACTIONS, Page
from domain.governance.record import GovernanceRecord
from domain.terms import Access
from layouts.governance import edition as layout
from layouts.governance.edition import OfferedSteps
from layouts.shell import PageContent
from workflow import access
from workflow.access import Anyone
from workflow.editions.readership import READERS
from workflow.governance import policy
from workflow.governance.steps import Step


def view(address: Address) -> PageContent:
    """Show an edition, or a notice that it was withdrawn."""
    with reading() as session:
        status = governance.status_of(session, year_of(address))
        if status.stage is Stage.WITHDRAWN and not may_read(status.stage):
            return _tombstone(governance.record_of(session, status.year))
        record = record_at(session, address)
        waits = waiting_for(session, record) if _works_on(record.status.stage) else []
        steps = [
            step for step in steps_now(record.status.stage) if _is_available(session, record, step)
        ]
        years = [status.year for status in governance.everything(session)]
    return layout.page(
        record, _offered_steps(record, steps, waits, years), notices=request_context.notices()
    )


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Raise the refusal: this page has no form to show it in."""
    del typed
    raise refusal


def _tombstone(record: GovernanceRecord) -> PageContent:
    last = record.notices[-1]
    return layout.tombstone(record.status.year, record.status.title, last.text, moment(last.at))


def _is_available(session: Session, record: GovernanceRecord, step: Step) -> bool:
    """Return whether a step is offered on this page and is available now."""
    is_here = ACTIONS[step.action].offered is Page.EDITION
    return is_here and not reason_unavailable(session, record, step)


def _offered_steps(
    record: GovernanceRecord, steps: list[Step], waits: list[str], years: list[int]
) -> OfferedSteps:
    stage = record.status.stage
    return OfferedSteps(
        moves=[step.action for step in steps if step.moves],
        others=[step.action for step in steps if not step.moves],
        waits=waits,
        may_read_drafts=_works_on(stage),
        may_see_open_changes=policy.may_see_open_changes(current_actor()),
        may_begin=_may_begin(record, years),
        token=generate_csrf() if current_actor().signed_in else "",
    )


def _works_on(stage: Stage) -> bool:
    """Return whether the current user takes part in the edition, and not only reads it."""
    if READERS[stage] is Anyone.THE_PUBLIC:
        return access.may(current_actor(), Access.WORKING)
    return may_read(stage)


def _may_begin(record: GovernanceRecord, years: list[int]) -> bool:
    status = record.status
    done = status.stage in (Stage.APPROVED, Stage.PUBLISHED)
    return done and status.year + 1 not in years and access.may(current_actor(), Access.BEGINNING)
