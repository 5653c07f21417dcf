"""Who is told of a step: the roles by action, and the message that the step leaves for them."""

from collections.abc import Mapping

from domain.governance.terms import Action
from domain.terms import Role
from workflow.governance.step_context import StepContext
from workflow.governance.steps import steps_from
from workflow.messages import outbox
from workflow.messages.outbox import Notice

NO_ROLES: frozenset[Role] = frozenset()
RECIPIENTS: Mapping[Action, frozenset[Role]] = {
    Action.EDIT: NO_ROLES,
    Action.SIGN_OFF_SECTION: NO_ROLES,
    Action.COMMENT: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.ADD_TO_COMMENT: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.ANSWER_COMMENT: frozenset({Role.SCRUTINY}),
    Action.PROPOSE_AMENDMENT: frozenset({Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.REWORD_AMENDMENT: frozenset({Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.CONSULT: frozenset({Role.CHIEF_EXECUTIVE}),
    Action.SIGN_AMENDMENT: frozenset({Role.BI_OFFICER, Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.REFUSE_AMENDMENT: frozenset({Role.BI_OFFICER, Role.LEADER, Role.DEMOCRATIC_SERVICES}),
    Action.SEND_TO_CABINET: frozenset(
        {Role.DEMOCRATIC_SERVICES, Role.LEADER, Role.CHIEF_EXECUTIVE}
    ),
    Action.SEND_TO_COUNCIL: frozenset(
        {Role.BI_OFFICER, Role.LEADER, Role.CHIEF_EXECUTIVE, Role.MEMBER}
    ),
    Action.AMEND_BY_MOTION: frozenset({Role.BI_OFFICER}),
    Action.PROPOSE_CORRECTION: frozenset({Role.CHIEF_EXECUTIVE}),
    Action.SIGN_CORRECTION: frozenset({Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES}),
    Action.REFUSE_CORRECTION: frozenset({Role.BI_OFFICER}),
    Action.PUBLISH: frozenset(set(Role) - {Role.ADMINISTRATOR}),
    Action.WITHDRAW: frozenset(set(Role) - {Role.ADMINISTRATOR}),
}
"""Who hears of a step. A move that is not named here goes to all who can act after it."""


def recipients(context: StepContext) -> frozenset[Role]:
    """The roles that hear of a step."""
    named = RECIPIENTS.get(context.step.action)
    if named is not None:
        return named
    return frozenset(step.role for step in steps_from(context.step.to))


def notify(context: StepContext, text: str, subject: str) -> None:
    """Leave a message, a sentence, for everyone concerned but the one who acted.

    It leads to what the step was about, by the log's ``subject``.
    """
    roles = recipients(context)
    if roles:
        notice = Notice(context.edition.year, text, _link(context, subject))
        outbox.post(context.session, notice, roles, sender=context.actor)


def _link(context: StepContext, subject: str) -> str:
    base = f"/editions/{context.edition.year}"
    kind, _, key = subject.partition(":")
    if kind == "change":
        return f"{base}/changes/{key.partition('/')[2]}"
    return f"{base}/comments" if kind == "comment" else base
