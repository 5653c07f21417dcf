"""The input of a step, and the check that it is complete."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.governance.terms import CommentKind, CommentOutcome, Consulted, Origin
from domain.text_checks import error_in
from workflow.errors import Incomplete
from workflow.governance.steps import Needs


@dataclass(frozen=True, slots=True)
class DelegationInput:
    """The delegation in a resolution: its letter, its scope and its last day."""

    letter: str
    until: date
    scope: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class StepInput:
    """The input of a step. A step needs only some of it.

    ``version`` is the edition's as it was read, ``read`` the revision of the place; ``number`` a
    comment's or a change's, ``fields`` the new text by field. ``meeting`` is the day of a future
    meeting, ``held`` the day of a past one where it differs from the arranged day.
    """

    version: int
    place: str = ""
    read: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    number: int = 0
    text: str = ""
    reason: str = ""
    kind: CommentKind | None = None
    outcome: CommentOutcome | None = None
    meeting: date | None = None
    held: date | None = None
    minute: str = ""
    resolutions: Sequence[tuple[str, str]] = ()
    delegation: DelegationInput | None = None
    options_rejected: str = ""
    interests: str = ""
    dispensations: str = ""
    origin: Origin | None = None
    digest: str = ""
    view: Consulted | None = None
    evidence: str = ""
    mover: str = ""
    seconder: str = ""
    vote: str = ""
    notice: str = ""


QUESTIONS: Mapping[Needs, Sequence[tuple[str, str]]] = {
    Needs.MEETING: [("meeting", "Give the date of the meeting.")],
    Needs.TEXT: [("text", "Write the text.")],
    Needs.ANCHOR: [
        ("place", "Say what the comment is on: the edition, a section or an indicator."),
        ("kind", "Say what it is: a view, a question, a request or a correction."),
    ],
    Needs.VIEWS: [("text", "Give the views of the Scrutiny Commission.")],
    Needs.MINUTE: [("minute", "Give the reference of the minute.")],
    Needs.REASON: [("reason", "Give the reason.")],
    Needs.RESOLUTIONS: [("resolutions", "Give the resolutions with their letters.")],
    Needs.OPTIONS_REJECTED: [
        ("options_rejected", "Say what other options were rejected, or “none”."),
    ],
    Needs.INTERESTS: [
        ("interests", "Say what interests were declared, or “none”."),
        ("dispensations", "Say what dispensations were granted, or “none”."),
    ],
    Needs.BEFORE_AND_AFTER: [
        ("place", "Say what is to be changed."),
        ("fields", "Give the new text."),
    ],
    Needs.ORIGIN: [("origin", "Say where it comes from: Cabinet, late data or a correction.")],
    Needs.DIGEST_OF_TEXT: [("digest", "The form does not say which text it is about.")],
    Needs.DIGEST_OF_VERSION: [("digest", "The form does not say which version it is about.")],
    Needs.VIEW: [
        ("view", "Say whether the Leader is for it or against it."),
        ("text", "Give the Leader's words."),
    ],
    Needs.EVIDENCE: [("evidence", "Say where the Leader's view is on record.")],
    Needs.MOVER_AND_SECONDER: [
        ("mover", "Name the mover."),
        ("seconder", "Name the seconder."),
    ],
    Needs.VOTE: [("vote", "Give the vote.")],
    Needs.NOTICE: [("notice", "Write the notice that readers will see.")],
}
"""The input that each need requires, and the sentence shown when it is missing."""

LONGEST_TEXT = 100_000
LONGEST_LINE = 2_000
LONG_FIELDS = frozenset({"text", "reason", "notice", "resolution"})


def check_complete(needs: Needs, step_input: StepInput) -> None:
    """Raise ``Incomplete`` unless all that the needs ask for is there; names what is missing."""
    missing = [
        details
        for need in needs
        for name, details in QUESTIONS.get(need, ())
        if _is_empty(getattr(step_input, name))
    ]
    if missing:
        raise Incomplete(" ".join(missing))
    _check_texts(step_input)


def _is_empty(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _check_texts(step_input: StepInput) -> None:
    for name, text in _texts(step_input):
        called = name.replace("_", " ")
        most = LONGEST_TEXT if name in LONG_FIELDS else LONGEST_LINE
        if len(text) > most:
            raise Incomplete(f"The {called} is longer than {most:,} characters.")
        fault = error_in(text)
        if fault:
            raise Incomplete(f"The {called} {fault}")


def _texts(step_input: StepInput) -> Iterator[tuple[str, str]]:
    for name in StepInput.__dataclass_fields__:
        value = getattr(step_input, name)
        if isinstance(value, str):
            yield name, value
    yield from (("resolution", text) for _, text in step_input.resolutions)
