"""The form of one step, and the same with what was typed when it was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import request
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks.editions import editor
from callbacks.editions.edition_request import reason_unavailable, record_at, steps_now
from callbacks.form_keys import form_key
from callbacks.governance.step_defaults import with_defaults
from callbacks.request_context import current_actor, reading
from callbacks.wiring import Address
from db.queries import governance, revisions
from domain.editions.content import digest_of_answer
from domain.editions.kinds import EDITION
from domain.editions.stage_wording import WHERE
from domain.errors import CompendiumError, NotFound, NotPermitted
from domain.governance.record import Amendment, Comment, GovernanceRecord
from domain.governance.step_wording import ACTIONS
from domain.governance.terms import Action, ChangeKind, ChangeState
from domain.terms import Role
from layouts.editions.parts.both_texts import ConflictingTexts
from layouts.governance import step as layout
from layouts.governance.parts.step_fields import StepForm
from layouts.shell import PageContent
from workflow.errors import Conflict
from workflow.governance.steps import ABOUT_A_COMMENT, STEPS, Step

PROPOSING = frozenset({Action.PROPOSE_AMENDMENT, Action.PROPOSE_CORRECTION, Action.AMEND_BY_MOTION})
OF_EDITOR = frozenset({Action.EDIT, Action.SIGN_OFF_SECTION})


def view(address: Address) -> PageContent:
    """Show the form of the step that the address names."""
    return _sheet(address, {})


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show a refused form again, with what was typed."""
    parts = {name: str(value) for name, value in (request.view_args or {}).items()}
    address = Address(request.path, parts, dict(typed.items()), {})
    try:
        if parts["action"] in OF_EDITOR:
            return editor.again(address, typed, refusal)
        return _refused(address, typed, refusal)
    except (NotFound, NotPermitted):
        raise refusal from None


def _refused(address: Address, typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    held: dict[str, Any] = typed.to_dict(flat=False)
    if not isinstance(refusal, Conflict):
        return _sheet(address, held, refusal=str(refusal))
    values, both = editor.both_of(typed, refusal)
    held |= {f"field-{name}": [text] for name, text in values.items()}
    held["read"] = [str(refusal.number)]
    return _sheet(address, held, refusal=str(refusal), both=both)


def leads_to(year: int, action: Action, place: str, number: int) -> str:
    """Where the answer to a step leads."""
    base = f"/editions/{year}"
    if action in OF_EDITOR:
        unit = "text" if action is Action.SIGN_OFF_SECTION else f"edit?place={place}"
        return f"{base}/{unit}"
    if action in {Action.COMMENT, *ABOUT_A_COMMENT}:
        return f"{base}/comments"
    if action in PROPOSING:
        return f"{base}#changes"
    return f"{base}/changes/{number}" if number else base


def _sheet(
    address: Address,
    typed: Mapping[str, Any],
    *,
    refusal: str = "",
    both: Sequence[ConflictingTexts] = (),
) -> PageContent:
    with reading() as session:
        found = record_at(session, address)
        step = _step(address.parts["action"], found)
        form = StepForm(
            year=found.status.year,
            action=step.action,
            needs=frozenset(str(need.name) for need in step.needs),
            role=step.role.value,
            version=found.status.version,
            key=form_key((typed.get("key") or [""])[0]),
            token=generate_csrf(),
            who=current_actor().username,
            typed=typed,
            refusal=refusal,
            both=both,
        )
        form = _with_subject(session, form, found, address)
        form = replace(
            form,
            warning=OWN_WORDING if _will_not_sign(step.action) else "",
            hindrance=reason_unavailable(
                session, found, step, number=_of_change(form), place=form.place
            ),
        )
        if typed.get("read"):  # a text is still to meet what was saved since it was read
            form = replace(form, read=_number(typed["read"][0]))
        return layout.page(with_defaults(session, form, found))


OWN_WORDING = (
    "Whoever words a change cannot sign it afterwards. If you are the one to sign, let an officer "
    "word it."
)


def _will_not_sign(action: Action) -> bool:
    """Whether somebody who signs changes is about to word one."""
    signs = Role.CHIEF_EXECUTIVE in current_actor().roles
    return signs and action in {*PROPOSING, Action.REWORD_AMENDMENT} - {Action.AMEND_BY_MOTION}


def _of_change(form: StepForm) -> int:
    return form.number if form.change else 0


def _step(name: str, found: GovernanceRecord) -> Step:
    """The row that lets the person asking take this action now; says why where there is none."""
    for step in steps_now(found.status.stage):
        if step.action == name and name not in OF_EDITOR:
            return step
    if not any(step.action == name for step in STEPS):
        raise NotFound("There is no such step.")
    where = WHERE[found.status.stage]
    raise NotPermitted(
        f"“{ACTIONS[Action(name)]}” is not for you to do while the edition is {where}."
    )


def _with_subject(
    session: Session, form: StepForm, found: GovernanceRecord, address: Address
) -> StepForm:
    """What the step is about: a change, a comment, or a place with its fields."""
    number = _number(address.query.get("number", ""))
    if form.action in ABOUT_A_COMMENT:
        remark = _remark(session, form.year, number)
        digest = digest_of_answer(remark.answer)
        return replace(form, number=number, remark=remark, digest=digest)
    if "DIGEST_OF_TEXT" in form.needs or form.action is Action.REWORD_AMENDMENT:
        change = _change(found, number, form.action)
        values = {name: str(value) for name, value in change.after.items()}
        return replace(
            form, number=number, change=change, digest=change.digest, values=values,
            place=change.place, place_title=change.title,
        )  # fmt: skip
    if form.action is Action.COMMENT and number:
        return _with_draft(session, form, number)
    return _with_place(session, form, address.query.get("place", ""))


def _with_draft(session: Session, form: StepForm, row: int) -> StepForm:
    """A comment that its author had kept as a draft."""
    mine = current_actor().username
    for each in governance.remarks(session, form.year):
        if each.row == row and each.by == mine and each.submitted_at is None:
            said = {"text": each.text, "kind": each.kind.value, "place": each.place}
            return replace(form, number=row, suggested=said)
    raise NotFound("There is no such draft of yours.")


def _with_place(session: Session, form: StepForm, place: str) -> StepForm:
    if not place or place == EDITION:
        return replace(form, place=place)
    title = revisions.title_at(session, form.year, place)
    form = replace(form, place=place, place_title=title)
    if "BEFORE_AND_AFTER" not in form.needs:
        return form
    newest = revisions.of_place(session, form.year, place)
    return replace(
        form,
        read=newest[0].number if newest else 0,
        values=revisions.fields_at(session, form.year, place),
    )


def _change(found: GovernanceRecord, number: int, action: Action) -> Amendment:
    kind = ChangeKind.CORRECTION if "correction" in action else ChangeKind.DELEGATED
    for change in found.changes:
        if change.number == number and change.kind is kind and change.state is ChangeState.OPEN:
            return change
    raise NotFound(f"There is no open change {number} that this could be done to.")


def _remark(session: Session, year: int, number: int) -> Comment:
    for remark in governance.remarks(session, year):
        if remark.number == number and number:
            return remark
    raise NotFound(f"There is no comment {number}.")


def _number(written: str) -> int:
    return int(written[:9]) if written.isascii() and written.isdigit() else 0
