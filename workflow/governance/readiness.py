"""What an edition still lacks before it can be sent on: sign-offs, and what the checklist finds."""

from sqlalchemy import func, select

from db.content import content_of, dashboards_of
from db.models import Section, SignOff
from domain.editions.checklist import Finding, checklist
from domain.editions.places import dashboard, section
from domain.editions.terms import Document, Stage
from workflow.editions import revision_history
from workflow.governance.step_context import StepContext


def unsigned_units(context: StepContext) -> list[tuple[str, str]]:
    """The sections and dashboards that are not signed off as they stand: place and title."""
    session, edition = context.session, context.edition
    rows = session.execute(
        select(SignOff.unit, func.max(SignOff.revision_id))
        .where(SignOff.edition_id == edition.id)
        .group_by(SignOff.unit)
    )
    signed = {unit: int(newest) for unit, newest in rows}
    return [
        (unit, title)
        for unit, title in units(context)
        if signed.get(unit, -1) < revision_history.newest_in(session, edition, unit)
    ]


def documents_at(stage: Stage) -> tuple[Document, ...]:
    """What is written at a stage: the report to the Cabinet comes after the Commission."""
    both = (Document.DELIVERY_REPORT, Document.COMPENDIUM)
    return both if stage is Stage.DRAFTING else (*both, Document.CABINET_REPORT)


def units(context: StepContext) -> list[tuple[str, str]]:
    """Everything that is signed off: sections, then dashboards; place and title."""
    sections = context.session.execute(
        select(Section.slug, Section.title)
        .where(
            Section.edition_id == context.edition.id,
            Section.document.in_(documents_at(context.edition.stage)),
        )
        .order_by(Section.position)
    )
    return [
        *((section(slug), title) for slug, title in sections),
        *(
            (dashboard(each.slug), f"{each.name} dashboard")
            for each in dashboards_of(context.session, context.edition)
        ),
    ]


def findings(context: StepContext) -> list[Finding]:
    """What the checklist finds in what is written at this stage."""
    content = content_of(context.session, context.edition)
    documents = documents_at(context.edition.stage)
    content["sections"] = {
        slug: each for slug, each in content["sections"].items() if each["document"] in documents
    }
    return checklist(content)
