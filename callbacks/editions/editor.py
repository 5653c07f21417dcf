"""The editor of a section or an indicator: its present text, who else has it open, what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import can_take, record_at
from callbacks.form_keys import form_key
from callbacks.request_context import current_actor, reading
from db.queries import indicators, revisions
from domain.editions.kinds import MULTILINE_FIELDS
from domain.editions.places import Place, indicator
from domain.editions.revisions import UNWRITTEN, SignOffUnit
from domain.editions.text_diff import merge
from domain.errors import CompendiumError, NotFound
from domain.governance import rules
from domain.governance.record import GovernanceRecord
from domain.governance.terms import Action
from domain.indicators.fields import BY_RULE
from layouts.editions import editor as layout
from layouts.editions.editor import Writing
from layouts.editions.parts.both_texts import ConflictingTexts
from layouts.shell import PageContent
from workflow.errors import Conflict


def view(address: Address) -> PageContent:
    """Show the present text of a place, in a form if the current user may edit it."""
    with reading() as session:
        writing = _writing(session, address)
        if "direction" in writing.values and writing.may_edit:
            writing = _with_arrow_by_rule(session, writing)
    return layout.page(writing, request_context.notices())


def again(address: Address, typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show a refused save with the typed text, and with both texts where two saves conflict.

    Raises the refusal again if the current user may no longer edit the place.
    """
    with reading() as session:
        writing = replace(_writing(session, address), refusal=str(refusal))
    if not any(f"field-{name}" in typed for name in writing.values):
        return layout.page(writing)  # a refused sign-off: nothing was written
    if not writing.may_edit:
        raise refusal
    read = typed.get("read", "")
    writing = replace(
        writing,
        key=form_key(typed.get("key", "")),
        note=typed.get("reason", ""),
        read=int(read[:9]) if read.isascii() and read.isdigit() else writing.read,
    )
    if not isinstance(refusal, Conflict):
        return layout.page(replace(writing, values=typed_fields(typed, writing.values)))
    values, both = merged_fields(typed, refusal)
    return layout.page(replace(writing, values=values, both=both, read=refusal.number))


def typed_fields(typed: MultiDict[str, str], values: Mapping[str, Any]) -> dict[str, str]:
    """Return the typed text of each field, or its present value."""
    return {
        name: typed.get(f"field-{name}", str(value)).replace("\r\n", "\n")
        for name, value in values.items()
    }


def merged_fields(
    typed: MultiDict[str, str], conflict: Conflict
) -> tuple[dict[str, str], list[ConflictingTexts]]:
    """Return the typed fields merged with those that somebody else saved, and the conflicts."""
    return _merged(typed_fields(typed, conflict.now), conflict.base, conflict.now)


def _merged(
    typed: Mapping[str, str], base: Mapping[str, Any], saved: Mapping[str, Any]
) -> tuple[dict[str, str], list[ConflictingTexts]]:
    """Return the fields with both people's changes, and the fields that both changed."""
    values: dict[str, str] = {}
    both = []
    for name, own in typed.items():
        original, other = str(base[name]), str(saved[name])
        if other in (original, own):
            values[name] = own
        elif own == original:
            values[name] = other
        else:
            merged_text = merge(original, own, other) if name in MULTILINE_FIELDS else None
            values[name] = merged_text.text if merged_text else own
            both.append(
                ConflictingTexts(name, own, other, merged_text.conflicts if merged_text else 0)
            )
    return values, both


def _writing(session: Session, address: Address) -> Writing:
    record = record_at(session, address)
    year, place = record.status.year, address.query.get("place", "")
    is_text = bool(Place.of(place).fields)
    unit = _unit(session, year, place)
    history = revisions.of_place(session, year, place) if is_text else []
    may_sign, why_not = _signing(record, unit)
    return Writing(
        year=year,
        place=place,
        title=revisions.title_at(session, year, place),
        version=record.status.version,
        read=history[0].number if history else 0,
        unit=unit,
        token=generate_csrf(),
        who=current_actor().username,
        key=form_key(),
        values=revisions.fields_at(session, year, place) if is_text else {},
        may_edit=is_text and can_take(Action.EDIT, record.status.stage),
        may_sign=may_sign,
        why_not=why_not,
        others=_others(session, year, place),
        history=history,
        before=_before(session, year, place),
        rows=() if is_text else _rows(session, year, place),
    )


def _unit(session: Session, year: int, place: str) -> SignOffUnit:
    unit_place = revisions.unit_of(session, year, place)
    for unit in revisions.units(session, year):
        if unit.place == unit_place:
            return unit
    raise NotFound(f"The {year} edition has no “{place[:80]}” to write at this stage.")


def _signing(record: GovernanceRecord, unit: SignOffUnit) -> tuple[bool, str]:
    """Return whether the current user could sign the unit off, and if not, why."""
    if not can_take(Action.SIGN_OFF_SECTION, record.status.stage):
        return False, ""
    if unit.is_empty:
        return False, UNWRITTEN
    if rules.is_own_work(unit, current_actor().username):
        return (
            False,
            "You have edited it, so an officer who has not edited it signs it off.",
        )
    return True, ""


def _others(session: Session, year: int, place: str) -> Sequence[str]:
    own = current_actor().name
    return [name for name in revisions.present(session, year, place) if name != own]


def _before(session: Session, year: int, place: str) -> Mapping[str, str]:
    """Return the fields of the place in the edition of the year before, if it had the place."""
    try:
        return revisions.fields_at(session, year - 1, place)
    except NotFound:
        return {}


def _rows(session: Session, year: int, place: str) -> list[tuple[str, str, str, str, str]]:
    rows = indicators.of_dashboard(session, year, Place.of(place).key)
    return [
        (
            indicator(row.slug),
            row.name,
            f"{row.value.text} {f'({row.period})' if row.period else ''}".strip(),
            row.previous.text,
            row.target.text,
        )
        for row in rows
    ]


def _with_arrow_by_rule(session: Session, writing: Writing) -> Writing:
    """Add the rule in words; the direction is by rule unless an officer has overridden it."""
    row = indicators.by_slug(session, writing.year, Place.of(writing.place).key)
    sentence = f"{row.rule} {row.decision.why}"
    values = dict(writing.values)
    if not values["override_reason"] and not row.rule_differs:
        values["direction"] = BY_RULE
    return replace(writing, values=values, rule=sentence)
