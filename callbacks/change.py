"""One change, as the person asking may see it."""

from callbacks import asking
from callbacks.asking import current_actor, reading
from callbacks.processing import process_at, steps_now
from callbacks.wiring import Address
from domain.errors import NotFound
from domain.process import Changed, Process
from domain.terms import Action, ChangeKind, ChangeState
from layouts import change as layout
from layouts.shell import Sheet
from workflow import policy

OF_KIND = {
    ChangeKind.DELEGATED: (
        Action.CONSULT,
        Action.SIGN_AMENDMENT,
        Action.REFUSE_AMENDMENT,
        Action.REWORD_AMENDMENT,
    ),
    ChangeKind.CORRECTION: (Action.SIGN_CORRECTION, Action.REFUSE_CORRECTION),
    ChangeKind.MOTION: (),
}


def view(address: Address) -> Sheet:
    """Show a change; readers who take no part see only those that were signed."""
    with reading() as session:
        found = process_at(session, address)
    change = _change(found, address.parts["number"])
    decision = next((each for each in found.decisions if each.round == change.round), None)
    return layout.page(
        found.standing, change, decision, _actions(found, change), notices=asking.notices()
    )


def _change(found: Process, number: str) -> Changed:
    for each in found.changes:
        if str(each.number) == number and _is_shown(each):
            return each
    raise NotFound(f"The {found.standing.year} edition has no change {number[:9]}.")


def _is_shown(change: Changed) -> bool:
    signed = change.state is ChangeState.SIGNED
    return signed or policy.may_see_open_changes(current_actor())


def _actions(found: Process, change: Changed) -> list[Action]:
    """What the person asking can do about it now; what their own work forbids is left out."""
    if change.state is not ChangeState.OPEN:
        return []
    offered = {step.action for step in steps_now(found.standing.stage)}
    return [
        action
        for action in OF_KIND[change.kind]
        if action in offered and _can_be_done(action, change)
    ]


def _can_be_done(action: Action, change: Changed) -> bool:
    mine = current_actor().username
    own = mine in {each.by for each in change.wordings} | {
        each.by for each in change.views if each.digest == change.digest
    }
    if action is Action.SIGN_AMENDMENT:
        return change.consulted is not None and not own
    if action is Action.REFUSE_AMENDMENT:
        return change.consulted is not None
    return not (action is Action.SIGN_CORRECTION and own)
