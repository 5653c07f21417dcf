"""The recipients of messages about a step, by action, and the messages."""

from domain.governance.actions import ACTIONS
from domain.terms import Role
from workflow.governance.step_context import StepContext
from workflow.governance.steps import steps_from
from workflow.messages import outbox
from workflow.messages.outbox import Notice


def recipients(context: StepContext) -> frozenset[Role]:
    """Return the roles that hear of a step: those of its action, or all who can act after it."""
    hear = ACTIONS[context.step.action].hear
    if hear is not None:
        return hear
    return frozenset(step.role for step in steps_from(context.step.to))


def notify(context: StepContext, text: str, subject: str) -> None:
    """Write a message, a sentence, to everyone concerned but the person who acted.

    It links to the subject of the step, by the log's ``subject``.
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
