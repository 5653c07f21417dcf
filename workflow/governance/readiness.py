"""What an edition lacks before it can be sent on: sign-offs, and the errors of the checklist."""

from db.content import content_of
from db.queries import revisions
from domain.editions.checklist import Finding, checklist
from domain.editions.documents import due_at
from domain.editions.revisions import SignOffUnit
from domain.governance import rules
from workflow.governance.step_context import StepContext


def unsigned_units(context: StepContext) -> list[SignOffUnit]:
    """Return the sections and dashboards that are not signed off as they stand."""
    return rules.unsigned(revisions.units(context.session, context.edition.year))


def findings(context: StepContext) -> list[Finding]:
    """Return what the checklist finds in what is due at this stage."""
    content = content_of(context.session, context.edition)
    return checklist(due_at(context.edition.stage, content))
