"""Editing a place and signing it off."""

from collections.abc import Mapping
from typing import Any

from db.content import fields_at, places_in, row_at
from db.models import Indicator, SignOff
from db.queries.indicators import rule_of
from domain.editions.field_input import cleaned, decided
from domain.editions.revisions import UNWRITTEN, is_unwritten
from domain.indicators.plausibility import check_possible
from workflow.audit_log import Told
from workflow.clock import now
from workflow.editions import revision_history
from workflow.errors import NothingToSave, Refused
from workflow.governance.step_context import Taking


def edit(taking: Taking) -> Told:
    """Save a place anew."""
    place, note = taking.given.place, taking.given.reason.strip()
    before, after = proposed(taking, place)
    revise(taking, place, after, note=note)
    return taking.told(place, before=before, after=after, reason=note)


def proposed(taking: Taking, place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that would differ, before and after. Only those are asked whether they can be so.

    Raises ``Unreadable``, or ``NothingToSave`` where none would.
    """
    now_there = fields_at(taking.session, taking.edition, place)
    row = row_at(taking.session, taking.edition, place)
    after: dict[str, Any] = dict(cleaned(place, taking.given.fields))
    if isinstance(row, Indicator):
        check_possible(_differing(after, now_there), taking.edition.year)
        after = decided(after, now_there, rule_of(row), row.polarity)
    after = _differing(after, now_there)
    if not after:
        raise NothingToSave("This is what stands there already: there was nothing to save.")
    return {name: now_there[name] for name in after}, after


def _differing(after: Mapping[str, Any], now_there: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if now_there[name] != value}


def revise(taking: Taking, place: str, after: dict[str, Any], *, note: str) -> None:
    """Write the fields, as the step that is being taken."""
    revision_history.revise(
        taking.session,
        taking.edition,
        place,
        after,
        by=taking.actor,
        cause=taking.step.action.value,
        note=note,
    )


def sign_off(taking: Taking) -> Told:
    """Sign off a section or a dashboard as it was read; not one in which nothing is written."""
    unit = taking.given.place
    held = places_in(taking.session, taking.edition, unit)
    if is_unwritten(fields_at(taking.session, taking.edition, place) for place in held):
        raise Refused(f"{UNWRITTEN} Nothing was changed.")
    taking.session.add(
        SignOff(
            edition_id=taking.edition.id,
            unit=unit,
            revision_id=taking.given.read,
            by=taking.actor.username,
            by_name=taking.actor.name,
            at=now(),
        )
    )
    return taking.told(unit, after={"signed_off": True})
