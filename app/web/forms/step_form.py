"""A posted form of a step, read into what the workflow takes. What cannot be read is said."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from domain.editions.sections import LETTERS
from domain.governance.terms import CommentKind, CommentOutcome, Consulted, Origin
from workflow.errors import Incomplete
from workflow.governance.step_input import DelegationInput, StepInput

Form = MultiDict[str, str]
Word = TypeVar("Word", bound=StrEnum)
FIELD = "field-"
"""What stands before the name of an edited field in a form."""
LARGEST = 2**31 - 1
DIGITS = 10
NONE = "none"


def step_input_from(form: Form) -> StepInput:
    """Read a form. Raises ``Incomplete``, naming the field, where a part cannot be read."""
    resolutions = _resolutions(form)
    return StepInput(
        version=_number(form, "version"),
        place=form.get("place", "")[:120],
        read=_number(form, "read"),
        fields={
            name.removeprefix(FIELD): value
            for name, value in form.items()
            if name.startswith(FIELD)
        },
        number=_number(form, "number"),
        text=form.get("text", ""),
        reason=form.get("reason", ""),
        kind=_word(form, "kind", CommentKind),
        outcome=_word(form, "outcome", CommentOutcome),
        meeting=_day(form, "meeting"),
        held=_day(form, "held"),
        minute=form.get("minute", ""),
        resolutions=resolutions,
        delegation=_delegation(form),
        options_rejected=form.get("options_rejected", ""),
        interests=form.get("interests", ""),
        dispensations=form.get("dispensations", ""),
        origin=_word(form, "origin", Origin),
        digest=form.get("digest", "")[:64],
        view=_word(form, "view", Consulted),
        evidence=form.get("evidence", ""),
        mover=form.get("mover", ""),
        seconder=form.get("seconder", ""),
        vote=form.get("vote", ""),
        notice=form.get("notice", ""),
    )


def _resolutions(form: Form) -> list[tuple[str, str]]:
    """The texts in their order, lettered; boxes left empty at the end do not count."""
    texts = [text.strip() for text in form.getlist("resolution")]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > len(LETTERS):
        raise Incomplete("There are more resolutions than letters.", says_nothing_changed=False)
    return list(zip(LETTERS, texts, strict=False))


def _delegation(form: Form) -> DelegationInput | None:
    letter = form.get("delegation", NONE)
    if letter in ("", NONE):
        return None
    until = _day(form, "until")
    if until is None:
        raise Incomplete("Say until when the delegation holds.", says_nothing_changed=False)
    return DelegationInput(letter, until, tuple(_named(form.getlist("scope"))))


def _named(places: Iterable[str]) -> list[str]:
    return [place for place in places if place]


def _number(form: Form, name: str) -> int:
    written = form.get(name, "") or "0"
    is_number = written.isascii() and written.isdigit() and len(written) <= DIGITS
    if not is_number or int(written) > LARGEST:
        raise Incomplete(
            f"The form's hidden field “{name}” is no number. Open the page again.",
            says_nothing_changed=False,
        )
    return int(written)


def _day(form: Form, name: str) -> date | None:
    written = form.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Incomplete(
            f"“{written[:40]}” is no date: write it like 2023-11-24.", says_nothing_changed=False
        ) from None


def _word(form: Form, name: str, words: type[Word]) -> Word | None:
    written = form.get(name, "")
    if not written:
        return None
    try:
        return words(written)
    except ValueError:
        known = ", ".join(each.value for each in words)
        raise Incomplete(
            f"“{written[:40]}” is not known for the {name}: {known}.", says_nothing_changed=False
        ) from None
