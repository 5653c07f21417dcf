"""The next year's edition, made from the one before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.content import all_fields
from db.content_tables import column_values
from db.models import Aim, Dashboard, Edition, Indicator, Outcome, Section
from db.queries.indicators import stored_values_of
from domain.editions.kinds import INDICATOR
from domain.editions.sections import VIEWS
from domain.editions.terms import Stage
from domain.errors import CompendiumError, NotFound
from domain.indicators.stored_values import next_year
from domain.terms import Access, RecordedEvent
from workflow import access, audit_log
from workflow.access import Actor
from workflow.audit_log import EntryDetails
from workflow.editions import revision_history

YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class NextYear:
    """The title, years and plan of the next edition."""

    year: int
    data_year: str
    plan: str
    council_on: date

    @classmethod
    def after(cls, session: Session, year: int) -> Self:
        """Return the edition after one: a year on, under the same plan, near the same date."""
        old = session.scalar(select(Edition).where(Edition.year == year))
        if old is None:
            raise NotFound(f"There is no edition of {year}.")
        following = f"{year}/{(year + 1) % 100:02}"
        return cls(year + 1, following, old.plan, old.council_on + YEAR)


def roll_forward(session: Session, before: int, following: NextYear, *, by: Actor) -> Edition:
    """Make the next edition with the structure, the indicators and the targets of the year before.

    This year's values become the previous ones, with their periods; values, arrows, ratings,
    positions, commentary and all narrative start empty. Raises ``CompendiumError`` where the
    edition exists already or the one before is not yet approved.
    """
    old = session.scalar(select(Edition).where(Edition.year == before))
    if old is None:
        raise NotFound(f"There is no edition of {before}.")
    access.require(by, Access.BEGINNING)
    _check(session, old, following)
    edition = Edition(
        year=following.year,
        title=f"Annual Delivery Report and Performance Compendium {following.year}",
        data_year=following.data_year,
        previous_data_year=old.data_year,
        plan=following.plan,
        council_on=following.council_on,
        digest="",
        outcomes=[_outcome(outcome) for outcome in old.outcomes],
        sections=[_section(section) for section in old.sections if section.slug != VIEWS],
    )
    session.add(edition)
    session.flush()
    keep_all(session, edition, by=by, cause=RecordedEvent.ROLL_FORWARD)
    details = EntryDetails(
        f"edition:{edition.year}",
        f"the {edition.year} edition",
        after={"from": before, "stage": Stage.DRAFTING.value},
    )
    audit_log.record(session, by, RecordedEvent.ROLL_FORWARD.value, details)
    return edition


def keep_all(session: Session, edition: Edition, *, by: Actor, cause: RecordedEvent) -> None:
    """Add the first revision of every place of an edition."""
    for place, fields in all_fields(session, edition):
        session.add(revision_history.first(edition, place, fields, by=by, cause=cause.value))
    session.flush()


def _check(session: Session, old: Edition, following: NextYear) -> None:
    if session.scalar(select(Edition.id).where(Edition.year == following.year)) is not None:
        raise CompendiumError(f"There is an edition of {following.year} already.")
    if following.year != old.year + 1:
        raise CompendiumError(f"The edition after {old.year} is that of {old.year + 1}.")
    if old.stage not in (Stage.APPROVED, Stage.PUBLISHED, Stage.WITHDRAWN):
        raise CompendiumError(
            f"The {old.year} edition is not approved yet: its values may still change. Begin the "
            "next one after that."
        )


def _outcome(old: Outcome) -> Outcome:
    return Outcome(
        position=old.position,
        name=old.name,
        kind=old.kind,
        dashboards=[_dashboard(dashboard) for dashboard in old.dashboards],
        aims=[
            Aim(position=aim.position, sub_outcome=aim.sub_outcome, text=aim.text)
            for aim in old.aims
        ],
    )


def _dashboard(old: Dashboard) -> Dashboard:
    names = (
        "position", "slug", "name", "comparator", "note", "has_targets", "in_headline",
    )  # fmt: skip
    copied = {name: getattr(old, name) for name in names}
    return Dashboard(**copied, indicators=[_indicator(indicator) for indicator in old.indicators])


def _indicator(old: Indicator) -> Indicator:
    return Indicator(**column_values(INDICATOR, next_year(stored_values_of(old))))


def _section(old: Section) -> Section:
    return Section(
        position=old.position,
        slug=old.slug,
        document=old.document,
        title=old.title,
        outcome=old.outcome,
        sub_outcome=old.sub_outcome,
        body="",
    )
