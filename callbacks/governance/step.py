"""The form of one step: on arrival, and again after a refusal with what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import request
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from callbacks.address import Address
from callbacks.editions import editor
from callbacks.editions.edition_request import reason_unavailable, record_at, steps_now
from callbacks.form_keys import form_key
from callbacks.governance.step_defaults import with_defaults
from callbacks.request_context import current_actor, reading
from db.queries import governance, revisions
from domain.editions.content import digest_of_answer
from domain.editions.kinds import EDITION
from domain.editions.stage_wording import WHERE
from domain.errors import CompendiumError, NotFound, NotPermitted
from domain.governance import rules
from domain.governance.action_wording import WORDS
from domain.governance.actions import ACTIONS, Page, Subject, words_a_change_to_sign
from domain.governance.record import Amendment, Comment, GovernanceRecord
from domain.governance.terms import Action
from domain.terms import Role
from layouts.editions.parts.both_texts import ConflictingTexts
from layouts.governance import step as layout
from layouts.governance.parts.step_fields import StepForm
from layouts.shell import PageContent
from workflow.errors import Conflict
from workflow.governance.steps import STEPS, Step

PAGES: Mapping[Page, str] = {
    Page.EDITION: "/editions/{year}",
    Page.TEXT: "/editions/{year}/text",
    Page.EDITOR: "/editions/{year}/edit?place={place}",
    Page.COMMENTS: "/editions/{year}/comments",
    Page.CHANGES: "/editions/{year}#changes",
    Page.CHANGE: "/editions/{year}/changes/{number}",
}
"""The addresses of an edition's pages."""


def view(address: Address) -> PageContent:
    """Show the form of the step that the address names."""
    return _sheet(address, {})


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show a refused form again, with what was typed."""
    parts = {name: str(value) for name, value in (request.view_args or {}).items()}
    address = Address(request.path, parts, dict(typed.items()), {})
    try:
        if _is_in_editor(parts["action"]):
            return editor.again(address, typed, refusal)
        return _refused(address, typed, refusal)
    except (NotFound, NotPermitted):
        raise refusal from None


def _refused(address: Address, typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    values_typed: dict[str, Any] = typed.to_dict(flat=False)
    if not isinstance(refusal, Conflict):
        return _sheet(address, values_typed, refusal=str(refusal))
    values, both = editor.merged_fields(typed, refusal)
    values_typed |= {f"field-{name}": [text] for name, text in values.items()}
    values_typed["read"] = [str(refusal.number)]
    return _sheet(address, values_typed, refusal=str(refusal), both=both)


def next_address(year: int, action: Action, place: str, number: int) -> str:
    """Return the address of the page that follows a step."""
    return PAGES[ACTIONS[action].then].format(year=year, place=place, number=number)


def _is_in_editor(name: str) -> bool:
    """Return whether a name is an action of the editor, which has no form page."""
    return name in ACTIONS and ACTIONS[Action(name)].offered is Page.EDITOR


def _sheet(
    address: Address,
    typed: Mapping[str, Any],
    *,
    refusal: str = "",
    both: Sequence[ConflictingTexts] = (),
) -> PageContent:
    with reading() as session:
        record = record_at(session, address)
        step = _step(address.parts["action"], record)
        form = StepForm(
            year=record.status.year,
            action=step.action,
            needs=frozenset(str(need.name) for need in step.needs),
            role=step.role.value,
            version=record.status.version,
            key=form_key((typed.get("key") or [""])[0]),
            token=generate_csrf(),
            who=current_actor().username,
            typed=typed,
            refusal=refusal,
            both=both,
        )
        form = _with_subject(session, form, record, address)
        form = replace(
            form,
            warning=OWN_WORDING if _gives_up_signing(step.action) else "",
            hindrance=reason_unavailable(
                session, record, step, number=_of_change(form), place=form.place
            ),
        )
        if typed.get("read"):  # keep the revision that was read, to detect later saves
            form = replace(form, read=_number(typed["read"][0]))
        return layout.page(with_defaults(session, form, record))


OWN_WORDING = (
    "Whoever words a change cannot sign it afterwards. If you are the one to sign, let an officer "
    "word it."
)


def _gives_up_signing(action: Action) -> bool:
    """Return whether the current user signs changes and would lose that right by this action."""
    signs = Role.CHIEF_EXECUTIVE in current_actor().roles
    return signs and words_a_change_to_sign(action)


def _of_change(form: StepForm) -> int:
    return form.number if form.change else 0


def _step(name: str, record: GovernanceRecord) -> Step:
    """Return the current user's step for an action. Raises ``NotFound`` or ``NotPermitted``."""
    for step in steps_now(record.status.stage):
        if step.action == name and not _is_in_editor(name):
            return step
    if not any(step.action == name for step in STEPS):
        raise NotFound("There is no such step.")
    where = WHERE[record.status.stage]
    raise NotPermitted(
        f"“{WORDS[Action(name)].name}” is not for you to do while the edition is {where}."
    )


def _with_subject(
    session: Session, form: StepForm, record: GovernanceRecord, address: Address
) -> StepForm:
    """Return the form with its subject: a change, a comment, or a place with its fields."""
    number = _number(address.query.get("number", ""))
    about = ACTIONS[form.action].about
    if about is Subject.COMMENT:
        remark = _remark(session, form.year, number)
        digest = digest_of_answer(remark.answer)
        return replace(form, number=number, remark=remark, digest=digest)
    if about is Subject.CHANGE:
        change = _change(record, number, form.action)
        values = {name: str(value) for name, value in change.after.items()}
        return replace(
            form, number=number, change=change, digest=change.digest, values=values,
            place=change.place, place_title=change.title,
        )  # fmt: skip
    if about is Subject.DRAFT and number:
        return _with_draft(session, form, number)
    return _with_place(session, form, address.query.get("place", ""))


def _with_draft(session: Session, form: StepForm, row: int) -> StepForm:
    """Return the form with the text of a draft comment of the current user."""
    username = current_actor().username
    for comment in governance.remarks(session, form.year):
        if comment.row == row and comment.by == username and comment.submitted_at is None:
            suggested = {"text": comment.text, "kind": comment.kind.value, "place": comment.place}
            return replace(form, number=row, suggested=suggested)
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


def _change(record: GovernanceRecord, number: int, action: Action) -> Amendment:
    for change in rules.open_changes(record.changes, record.status.round, ACTIONS[action].kind):
        if change.number == number:
            return change
    raise NotFound(f"There is no open change {number} that this could be done to.")


def _remark(session: Session, year: int, number: int) -> Comment:
    for remark in governance.remarks(session, year):
        if remark.number == number and number:
            return remark
    raise NotFound(f"There is no comment {number}.")


def _number(written: str) -> int:
    return int(written[:9]) if written.isascii() and written.isdigit() else 0
