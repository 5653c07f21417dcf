"""The comments of the Scrutiny Commission, the officers' answers and the requests' outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.status import EditionStatus
from domain.formatting import moment
from domain.governance import rules
from domain.governance.record import Comment
from domain.governance.step_wording import COMMENTS, OUTCOMES
from domain.governance.terms import CommentKind
from layouts.parts import fields
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class CommentPermissions:
    """The actions on comments that the current user may take now."""

    comment: bool
    add: bool
    answer: bool


def page(
    status: EditionStatus,
    submitted: Sequence[Comment],
    drafts: Sequence[Comment],
    earlier: Sequence[Comment],
    may: CommentPermissions,
    token: str,
    *,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the comments; ``earlier`` are last year's requests, ``drafts`` the current user's."""
    base = f"/editions/{status.year}"
    waiting = len(rules.awaiting_reply(submitted, status.round))
    content = [
        html.P(
            [html.A(f"The {status.year} edition", href=base), " › Comments"], className="crumbs"
        ),
        html.H1(f"{formatting.counted(len(submitted), 'comment', 'comments')} of the Commission"),
        fields.refusal(refusal),
        html.P(_lead(waiting, submitted), className="lead"),
        _comment_button(base) if may.comment else None,
        *_drafts(base, drafts, token),
        *(_comment(base, comment, may) for comment in submitted),
        *_earlier(status, earlier),
    ]
    title = f"Comments on the {status.year} edition"
    return PageContent(title, content, menu="/editions", notices=notices)


def _lead(waiting: int, submitted: Sequence[Comment]) -> str:
    if not submitted:
        return "Nothing has been submitted yet."
    if not waiting:
        return "Every question, request and correction has its answer."
    verb = "waits" if waiting == 1 else "wait"
    return f"{formatting.counted(waiting, 'comment', 'comments')} {verb} for an answer."


def _comment_button(base: str) -> Component:
    return html.P(html.A("Write a comment", href=f"{base}/do/comment", className="btn btn-primary"))


def _discard_form(base: str, comment: Comment, token: str) -> Component:
    button = html.Button(
        "Throw this draft away",
        type="submit",
        className="quiet",
        **{"aria-label": f"Throw this draft away: {COMMENTS[comment.kind]} on {comment.title}"},
    )
    return html.Form(
        [hidden("csrf_token", token), hidden("number", str(comment.row)), button],
        method="post",
        action=f"{base}/comments/throw-away",
    )


def _drafts(base: str, drafts: Sequence[Comment], token: str) -> list[Component]:
    if not drafts:
        return []
    rows = [
        html.Li(
            [
                html.A(
                    f"{COMMENTS[draft.kind]} on {draft.title}",
                    href=f"{base}/do/comment?number={draft.row}",
                ),
                html.P(draft.text),
                _discard_form(base, draft, token),
            ]
        )
        for draft in drafts
    ]
    return [html.H2("Your drafts"), html.P("Nobody else sees these."), html.Ul(rows)]


def _comment(base: str, comment: Comment, may: CommentPermissions) -> Component:
    when = f", {moment(comment.submitted_at)}" if comment.submitted_at else ""
    return html.Article(
        [
            html.H2(
                f"{comment.number}. {COMMENTS[comment.kind]} on {comment.title}",
                id=f"comment-{comment.number}",
            ),
            html.Blockquote(comment.text),
            html.P(f"{comment.by_name}{when}", className="soft"),
            *(_addendum(*added) for added in comment.addenda),
            *_answer(comment),
            *_comment_links(base, comment, may),
        ],
        className="record",
    )


def _addendum(by: str, at: datetime, text: str) -> Component:
    return html.P([html.B("Added: "), text, html.Small(f"{by}, {moment(at)}")])


def _answer(comment: Comment) -> list[Component]:
    if comment.answered_at is None:
        return []
    became = (
        f" Outcome: {OUTCOMES[comment.outcome].lower()}."
        if comment.kind is CommentKind.REQUEST
        else ""
    )
    return [
        html.P([html.B("Officers' answer: "), comment.answer]),
        html.P(
            f"{comment.answered_by_name}, {moment(comment.answered_at)}.{became}", className="soft"
        ),
    ]


def _comment_links(base: str, comment: Comment, may: CommentPermissions) -> list[Component]:
    links = []
    if may.answer:
        word = "Answer" if comment.answered_at is None else "Answer anew"
        links.append(
            html.A(
                f"{word}: comment {comment.number}",
                href=f"{base}/do/answer_comment?number={comment.number}",
            )
        )
    if may.add:
        links.append(
            html.A(
                f"Add to comment {comment.number}",
                href=f"{base}/do/add_to_comment?number={comment.number}",
            )
        )
    return [html.P(links, className="doing")] if links else []


def _earlier(status: EditionStatus, earlier: Sequence[Comment]) -> list[Component]:
    if not earlier:
        return []
    rows = [
        html.Li(
            [
                html.P(request.text),
                html.P(f"{OUTCOMES[request.outcome]}. {request.answer}", className="soft"),
            ]
        )
        for request in earlier
    ]
    return [html.H2(f"What the Commission asked for in {status.year - 1}"), html.Ul(rows)]
