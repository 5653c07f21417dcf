"""A first draft of the views of the Scrutiny Commission, written from its comments."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.governance.terms import CommentKind

NONE_MADE = "The Scrutiny Commission considered the draft and made no comment on it.\n"


@dataclass(frozen=True, slots=True)
class CommentSummary:
    """The parts of a comment that the draft needs."""

    number: int
    kind: CommentKind
    on: str
    text: str


OPENING = {
    CommentKind.VIEW: "The Commission's views were these:",
    CommentKind.QUESTION: "It asked:",
    CommentKind.REQUEST: "It asked officers to see to the following:",
    CommentKind.CORRECTION: "It pointed out these corrections:",
}


def draft_views(comments: Sequence[CommentSummary]) -> str:
    """Return a section in Markdown: the comments by kind, with their numbers and subjects."""
    if not comments:
        return NONE_MADE
    parts = ["The Scrutiny Commission considered the draft."]
    for kind, opening in OPENING.items():
        of_kind = [comment for comment in comments if comment.kind is kind]
        if of_kind:
            parts.append(opening)
            parts.append("\n".join(f"- {_line(comment)}" for comment in of_kind))
    return "\n\n".join(parts) + "\n"


def _line(comment: CommentSummary) -> str:
    on = f" (on {comment.on})" if comment.on else ""
    return f"{' '.join(comment.text.split())}{on} [comment {comment.number}]"
