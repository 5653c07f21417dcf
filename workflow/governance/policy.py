"""Permissions to read versions and to take steps."""

from collections.abc import Sequence

from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.record import GovernanceRecord
from domain.governance.terms import Action
from workflow.access import Actor
from workflow.editions.readership import EXECUTIVE, may_read_draft
from workflow.governance.steps import STEPS, Step


def may_see_open_changes(actor: Actor) -> bool:
    """Return whether this actor sees unsigned changes: those who make and decide them do."""
    return bool(EXECUTIVE & actor.roles)


def may_read_version(actor: Actor, record: GovernanceRecord, name: str) -> bool:
    """Return whether this actor may read a frozen version.

    Those who take part and may read the stage read every version; the public reads those that are
    or were published, and none of an edition that was withdrawn.
    """
    if may_read_draft(actor, record.status.stage):
        return any(version.name == name for version in record.versions)
    is_published = record.status.stage is Stage.PUBLISHED
    return is_published and any(version.name == name for version in record.published_versions)


def check_ever(actor: Actor, action: Action) -> None:
    """Raise ``NotPermitted`` where an action is at no stage for this actor to take."""
    step_of(actor, [step for step in STEPS if step.action is action])


def step_of(actor: Actor, steps: Sequence[Step]) -> Step:
    """Return the first row that lets this actor act. Raises ``NotPermitted``."""
    for step in steps:
        if step.role in actor.roles:
            return step
    raise NotPermitted(
        "Your account does not let you do this: it is for somebody else to do.",
        says_nothing_changed=True,
    )
