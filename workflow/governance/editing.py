"""Editing a place and signing it off."""

from collections.abc import Mapping
from typing import Any

from db.content import write
from db.models import Indicator, SignOff
from db.queries.indicators import rule_of
from domain.editions.field_input import validated, with_direction
from domain.editions.revisions import UNWRITTEN
from domain.indicators.plausibility import check_possible
from workflow.audit_log import EntryDetails
from workflow.clock import now
from workflow.errors import NothingToSave, Refused
from workflow.governance.step_context import StepContext


def edit(context: StepContext) -> EntryDetails:
    """Save the fields of a place."""
    place, note = context.step_input.place, context.step_input.reason.strip()
    before, after = proposed(context, place)
    revise(context, place, after, note=note)
    return context.entry_details(place, before=before, after=after, reason=note)


def proposed(context: StepContext, place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields that differ, before and after. Only these are checked.

    Raises ``Unreadable`` for an impossible value, and ``NothingToSave`` where no field differs.
    """
    now_there, row = context.fields(place), context.text(place).row
    after: dict[str, Any] = dict(validated(place, context.step_input.fields))
    if isinstance(row, Indicator):
        check_possible(_differing(after, now_there), context.edition.year)
        after = with_direction(after, now_there, rule_of(row), row.polarity)
    after = _differing(after, now_there)
    if not after:
        raise NothingToSave("This is what stands there already: there was nothing to save.")
    return {name: now_there[name] for name in after}, after


def _differing(after: Mapping[str, Any], now_there: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if now_there[name] != value}


def revise(context: StepContext, place: str, after: dict[str, Any], *, note: str) -> None:
    """Write the fields as part of the current step."""
    write(context.text(place), after)
    context.keep(place, note=note)


def sign_off(context: StepContext) -> EntryDetails:
    """Sign off a section or a dashboard in the revision that was read; an empty one is refused."""
    unit = context.step_input.place
    if context.unit(unit).is_empty:
        raise Refused(f"{UNWRITTEN}")
    context.session.add(
        SignOff(
            edition_id=context.edition.id,
            unit=unit,
            revision_id=context.step_input.read,
            by=context.actor.username,
            by_name=context.actor.name,
            at=now(),
        )
    )
    return context.entry_details(unit, after={"signed_off": True})
