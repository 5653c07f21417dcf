"""Builders of an edition's approval record: changes, the Leader's views, comments, units."""

from datetime import UTC, datetime, timedelta
from typing import Any

from domain.editions.revisions import SignOffUnit
from domain.governance.record import Amendment, Comment, Consultation, Wording
from domain.governance.terms import (
    ChangeKind,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
)
from tests.builders.contents import SMOKING

AT = datetime(2022, 11, 30, 9, 5, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def a_view(digest: str, view: Consulted = Consulted.FOR, **changes: Any) -> Consultation:
    """Return a view of the Leader on the wording with this digest."""
    defaults = {
        "words": "",
        "evidence": "An e-mail.",
        "by": "leader",
        "by_name": "The Leader",
        "at": AT,
    }
    return Consultation(digest=digest, view=view, **{**defaults, **changes})


def a_wording(digest: str, by: str = "officer", at: datetime = AT) -> Wording:
    """Return one wording of a change."""
    return Wording({"value": "9%"}, "Late data.", digest, by, "An Officer", at)


def a_change(*views: Consultation, **changes: Any) -> Amendment:
    """Return an open amendment with the digest "new" and these views."""
    after = {"value": "9%", "period": "2022"}
    defaults = {
        "number": 1,
        "round": 1,
        "kind": ChangeKind.DELEGATED,
        "state": ChangeState.OPEN,
        "place": SMOKING,
        "title": "Smoking",
        "before": {"value": "13.0%"},
        "after": after,
        "reason": "Late data.",
        "origin": None,
        "digest": "new",
        "wordings": (a_wording("new"),),
        "views": views,
        "decided_by_name": "",
        "decided_at": None,
    }
    texts = ("decision", "options_rejected", "interests", "dispensations", "mover", "seconder")
    return Amendment(**{**defaults, **dict.fromkeys((*texts, "vote", "minute"), ""), **changes})


def a_comment(kind: CommentKind = CommentKind.QUESTION, **changes: Any) -> Comment:
    """Return a submitted comment that has no answer yet."""
    defaults = {
        "row": 1,
        "number": 1,
        "round": 1,
        "place": SMOKING,
        "title": "Smoking",
        "text": "Why?",
        "by": "scrutiny",
        "by_name": "Scrutiny",
        "submitted_at": AT,
        "addenda": (),
        "answer": "",
        "answered_by_name": "",
        "answered_at": None,
        "outcome": CommentOutcome.OPEN,
    }
    return Comment(kind=kind, **{**defaults, **changes})


def a_unit(**changes: Any) -> SignOffUnit:
    """Return a section that an officer wrote and nobody signed off."""
    defaults = {
        "place": "section:introduction",
        "title": "Introduction",
        "document": None,
        "newest": 7,
        "edited_by": "An Officer",
        "edited_at": AT,
        "signed_by": "",
        "editors": frozenset({"officer"}),
        "is_empty": False,
    }
    return SignOffUnit(**{**defaults, **changes})
