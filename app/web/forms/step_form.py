"""Conversion of a posted form of a step into the input of the workflow."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.web.forms.posting import Fields
from domain.editions.sections import LETTERS
from domain.governance.terms import CommentKind, CommentOutcome, Consulted, Origin
from workflow.errors import Incomplete
from workflow.governance.step_input import DelegationInput, StepInput

Word = TypeVar("Word", bound=StrEnum)
FIELD = "field-"
"""The prefix of an edited field's name in a form."""
LARGEST = 2**31 - 1
DIGITS = 10
NONE = "none"


def step_input_from(fields: Fields) -> StepInput:
    """Read a form. Raises ``Incomplete``, naming the field, where a part cannot be read."""
    resolutions = _resolutions(fields)
    return StepInput(
        version=_number(fields, "version"),
        place=fields.get("place", "")[:120],
        read=_number(fields, "read"),
        fields={
            name.removeprefix(FIELD): value
            for name, value in fields.items()
            if name.startswith(FIELD)
        },
        number=_number(fields, "number"),
        text=fields.get("text", ""),
        reason=fields.get("reason", ""),
        kind=_word(fields, "kind", CommentKind),
        outcome=_word(fields, "outcome", CommentOutcome),
        meeting=_day(fields, "meeting"),
        held=_day(fields, "held"),
        minute=fields.get("minute", ""),
        resolutions=resolutions,
        delegation=_delegation(fields),
        options_rejected=fields.get("options_rejected", ""),
        interests=fields.get("interests", ""),
        dispensations=fields.get("dispensations", ""),
        origin=_word(fields, "origin", Origin),
        digest=fields.get("digest", "")[:64],
        view=_word(fields, "view", Consulted),
        evidence=fields.get("evidence", ""),
        mover=fields.get("mover", ""),
        seconder=fields.get("seconder", ""),
        vote=fields.get("vote", ""),
        notice=fields.get("notice", ""),
    )


def _resolutions(fields: Fields) -> list[tuple[str, str]]:
    """Return the texts in their order, lettered, without empty ones at the end."""
    texts = [text.strip() for text in fields.getlist("resolution")]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > len(LETTERS):
        raise Incomplete("There are more resolutions than letters.", says_nothing_changed=False)
    return list(zip(LETTERS, texts, strict=False))


def _delegation(fields: Fields) -> DelegationInput | None:
    letter = fields.get("delegation", NONE)
    if letter in ("", NONE):
        return None
    until = _day(fields, "until")
    if until is None:
        raise Incomplete("Say until when the delegation holds.", says_nothing_changed=False)
    return DelegationInput(letter, until, tuple(_named(fields.getlist("scope"))))


def _named(places: Iterable[str]) -> list[str]:
    return [place for place in places if place]


def _number(fields: Fields, name: str) -> int:
    written = fields.get(name, "") or "0"
    is_number = written.isascii() and written.isdigit() and len(written) <= DIGITS
    if not is_number or int(written) > LARGEST:
        raise Incomplete(
            f"The form's hidden field “{name}” is no number. Open the page again.",
            says_nothing_changed=False,
        )
    return int(written)


def _day(fields: Fields, name: str) -> date | None:
    written = fields.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Incomplete(
            f"“{written[:40]}” is no date: write it like 2023-11-24.", says_nothing_changed=False
        ) from None


def _word(fields: Fields, name: str, words: type[Word]) -> Word | None:
    written = fields.get(name, "")
    if not written:
        return None
    try:
        return words(written)
    except ValueError:
        choices = ", ".join(word.value for word in words)
        raise Incomplete(
            f"“{written[:40]}” is not known for the {name}: {choices}.", says_nothing_changed=False
        ) from None
