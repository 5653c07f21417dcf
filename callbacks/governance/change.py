"""One change, as the current user may see it."""

from sqlalchemy.orm import Session

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import reason_unavailable, record_at, steps_now
from callbacks.request_context import current_actor, reading
from domain.errors import NotFound
from domain.governance.actions import ACTIONS, actions_on
from domain.governance.record import Amendment, GovernanceRecord
from domain.governance.terms import Action, ChangeState
from layouts.governance import change as layout
from layouts.shell import PageContent
from workflow.governance import policy


def view(address: Address) -> PageContent:
    """Show a change; readers who take no part see only signed changes."""
    with reading() as session:
        record = record_at(session, address)
        change = _change(record, address.parts["number"])
        reasons = _reasons_unavailable(session, record, change)
    decision = next(
        (decision for decision in record.decisions if decision.round == change.round), None
    )
    return layout.page(
        record.status,
        change,
        decision,
        [action for action, why_not in reasons.items() if not why_not],
        why_not=[
            why_not for action, why_not in reasons.items() if ACTIONS[action].otherwise and why_not
        ],
        notices=request_context.notices(),
    )


def _change(record: GovernanceRecord, number: str) -> Amendment:
    for change in record.changes:
        if str(change.number) == number and _is_shown(change):
            return change
    raise NotFound(f"The {record.status.year} edition has no change {number[:9]}.")


def _is_shown(change: Amendment) -> bool:
    signed = change.state is ChangeState.SIGNED
    return signed or policy.may_see_open_changes(current_actor())


def _reasons_unavailable(
    session: Session, record: GovernanceRecord, change: Amendment
) -> dict[Action, str]:
    """Return the current user's actions on the change, each with the reason why it is unavailable."""
    if change.state is not ChangeState.OPEN:
        return {}
    available = {step.action: step for step in steps_now(record.status.stage)}
    return {
        action: reason_unavailable(session, record, available[action], number=change.number)
        for action in actions_on(change.kind)
        if action in available
    }
