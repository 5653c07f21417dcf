"""Writing a section or an indicator: what stands there, who else is here, what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.editions.edition_request import can_take, record_at
from callbacks.form_keys import form_key
from callbacks.request_context import current_actor, reading
from callbacks.wiring import Address
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
    """Show a place as it stands, to be written or to be read."""
    with reading() as session:
        writing = _writing(session, address)
        if "direction" in writing.values and writing.may_edit:
            writing = _with_arrow_by_rule(session, writing)
    return layout.page(writing, request_context.notices())


def again(address: Address, typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show a refused save with what was typed; where somebody was quicker, with both texts.

    Raises the refusal anew where there is no form any more to show the text in.
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
        return layout.page(replace(writing, values=kept_of(typed, writing.values)))
    values, both = both_of(typed, refusal)
    return layout.page(replace(writing, values=values, both=both, read=refusal.number))


def kept_of(typed: MultiDict[str, str], values: Mapping[str, Any]) -> dict[str, str]:
    """Return what was typed for each field, or what it held."""
    return {
        name: typed.get(f"field-{name}", str(value)).replace("\r\n", "\n")
        for name, value in values.items()
    }


def both_of(
    typed: MultiDict[str, str], met: Conflict
) -> tuple[dict[str, str], list[ConflictingTexts]]:
    """Return what was typed and what somebody else had saved, put together."""
    return _put_together(kept_of(typed, met.now), met.base, met.now)


def _put_together(
    ours: Mapping[str, str], base: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, str], list[ConflictingTexts]]:
    """Return the fields with both people's changes, and those that both changed."""
    values: dict[str, str] = {}
    both = []
    for name, mine in ours.items():
        was, other = str(base[name]), str(theirs[name])
        if other in (was, mine):
            values[name] = mine
        elif mine == was:
            values[name] = other
        else:
            together = merge(was, mine, other) if name in MULTILINE_FIELDS else None
            values[name] = together.text if together else mine
            both.append(ConflictingTexts(name, mine, other, together.conflicts if together else 0))
    return values, both


def _writing(session: Session, address: Address) -> Writing:
    found = record_at(session, address)
    year, place = found.status.year, address.query.get("place", "")
    is_text = bool(Place.of(place).fields)
    unit = _unit(session, year, place)
    history = revisions.of_place(session, year, place) if is_text else []
    may_sign, why_not = _signing(found, unit)
    return Writing(
        year=year,
        place=place,
        title=revisions.title_at(session, year, place),
        version=found.status.version,
        read=history[0].number if history else 0,
        unit=unit,
        token=generate_csrf(),
        who=current_actor().username,
        key=form_key(),
        values=revisions.fields_at(session, year, place) if is_text else {},
        may_edit=is_text and can_take(Action.EDIT, found.status.stage),
        may_sign=may_sign,
        why_not=why_not,
        others=_others(session, year, place),
        history=history,
        before=_before(session, year, place),
        rows=() if is_text else _rows(session, year, place),
    )


def _unit(session: Session, year: int, place: str) -> SignOffUnit:
    wanted = revisions.unit_of(session, year, place)
    for unit in revisions.units(session, year):
        if unit.place == wanted:
            return unit
    raise NotFound(f"The {year} edition has no “{place[:80]}” to write at this stage.")


def _signing(found: GovernanceRecord, unit: SignOffUnit) -> tuple[bool, str]:
    """Return whether the person asking could sign the unit off, and if not, why."""
    if not can_take(Action.SIGN_OFF_SECTION, found.status.stage):
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
    """Return what the edition of the year before held there, where it did."""
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
    """Return the rule in words; the arrow is left to it unless an officer had set it otherwise."""
    row = indicators.by_slug(session, writing.year, Place.of(writing.place).key)
    told = f"{row.rule} {row.decision.why}"
    values = dict(writing.values)
    if not values["override_reason"] and not row.rule_differs:
        values["direction"] = BY_RULE
    return replace(writing, values=values, rule=told)
