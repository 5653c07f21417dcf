"""The words for bodies, comments and changes on screens."""

from collections.abc import Mapping

from domain.governance.terms import (
    Body,
    ChangeKind,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
    Origin,
)

BODIES: Mapping[Body, str] = {
    Body.SCRUTINY: "Scrutiny Commission",
    Body.CABINET: "Cabinet",
    Body.COUNCIL: "County Council",
}
COMMENTS: Mapping[CommentKind, str] = {
    CommentKind.VIEW: "View",
    CommentKind.QUESTION: "Question",
    CommentKind.REQUEST: "Request",
    CommentKind.CORRECTION: "Correction",
}
OUTCOMES: Mapping[CommentOutcome, str] = {
    CommentOutcome.OPEN: "Open",
    CommentOutcome.DONE: "Done",
    CommentOutcome.IN_PART: "Done in part",
    CommentOutcome.NEXT_YEAR: "Carried to next year",
    CommentOutcome.DECLINED: "Declined",
}
ORIGINS: Mapping[Origin, str] = {
    Origin.CABINET: "A point of the Cabinet",
    Origin.LATE_DATA: "Data that came late",
    Origin.CORRECTION: "A correction",
}
CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.DELEGATED: "Amendment under the delegation",
    ChangeKind.MOTION: "Amendment by motion",
    ChangeKind.CORRECTION: "Correction",
}
STATES: Mapping[ChangeState, str] = {
    ChangeState.OPEN: "Open",
    ChangeState.SIGNED: "Signed",
    ChangeState.REFUSED: "Refused",
}
VIEWS: Mapping[Consulted, str] = {Consulted.FOR: "For", Consulted.AGAINST: "Against"}


def default_motion(title: str) -> str:
    """Return the motion that is put to the County Council unless another is written."""
    return f"That the {title} be approved."
