"""The comments of the Scrutiny Commission, what officers answered, what became of requests."""

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
class May:
    """What the person asking may do with comments now."""

    comment: bool
    add: bool
    answer: bool


def page(
    status: EditionStatus,
    submitted: Sequence[Comment],
    drafts: Sequence[Comment],
    earlier: Sequence[Comment],
    may: May,
    token: str,
    *,
    refusal: str = "",
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out the comments; ``earlier`` are last year's requests, ``drafts`` one's own."""
    base = f"/editions/{status.year}"
    waiting = len(rules.awaiting_reply(submitted, status.round))
    content = [
        html.P(
            [html.A(f"The {status.year} edition", href=base), " › Comments"], className="crumbs"
        ),
        html.H1(f"{formatting.counted(len(submitted), 'comment', 'comments')} of the Commission"),
        fields.refusal(refusal),
        html.P(_lead(waiting, submitted), className="lead"),
        _commenting(base) if may.comment else None,
        *_drafts(base, drafts, token),
        *(_comment(base, each, may) for each in submitted),
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


def _commenting(base: str) -> Component:
    return html.P(html.A("Write a comment", href=f"{base}/do/comment", className="btn btn-primary"))


def _throwing_away(base: str, each: Comment, token: str) -> Component:
    button = html.Button(
        "Throw this draft away",
        type="submit",
        className="quiet",
        **{"aria-label": f"Throw this draft away: {COMMENTS[each.kind]} on {each.title}"},
    )
    return html.Form(
        [hidden("csrf_token", token), hidden("number", str(each.row)), button],
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
                    f"{COMMENTS[each.kind]} on {each.title}",
                    href=f"{base}/do/comment?number={each.row}",
                ),
                html.P(each.text),
                _throwing_away(base, each, token),
            ]
        )
        for each in drafts
    ]
    return [html.H2("Your drafts"), html.P("Nobody else sees these."), html.Ul(rows)]


def _comment(base: str, each: Comment, may: May) -> Component:
    when = f", {moment(each.submitted_at)}" if each.submitted_at else ""
    return html.Article(
        [
            html.H2(
                f"{each.number}. {COMMENTS[each.kind]} on {each.title}", id=f"comment-{each.number}"
            ),
            html.Blockquote(each.text),
            html.P(f"{each.by_name}{when}", className="soft"),
            *(_addendum(*added) for added in each.addenda),
            *_answer(each),
            *_doing(base, each, may),
        ],
        className="record",
    )


def _addendum(by: str, at: datetime, text: str) -> Component:
    return html.P([html.B("Added: "), text, html.Small(f"{by}, {moment(at)}")])


def _answer(each: Comment) -> list[Component]:
    if each.answered_at is None:
        return []
    became = (
        f" Outcome: {OUTCOMES[each.outcome].lower()}." if each.kind is CommentKind.REQUEST else ""
    )
    return [
        html.P([html.B("Officers' answer: "), each.answer]),
        html.P(f"{each.answered_by_name}, {moment(each.answered_at)}.{became}", className="soft"),
    ]


def _doing(base: str, each: Comment, may: May) -> list[Component]:
    links = []
    if may.answer:
        word = "Answer" if each.answered_at is None else "Answer anew"
        links.append(
            html.A(
                f"{word}: comment {each.number}",
                href=f"{base}/do/answer_comment?number={each.number}",
            )
        )
    if may.add:
        links.append(
            html.A(
                f"Add to comment {each.number}",
                href=f"{base}/do/add_to_comment?number={each.number}",
            )
        )
    return [html.P(links, className="doing")] if links else []


def _earlier(status: EditionStatus, earlier: Sequence[Comment]) -> list[Component]:
    if not earlier:
        return []
    rows = [
        html.Li(
            [
                html.P(each.text),
                html.P(f"{OUTCOMES[each.outcome]}. {each.answer}", className="soft"),
            ]
        )
        for each in earlier
    ]
    return [html.H2(f"What the Commission asked for in {status.year - 1}"), html.Ul(rows)]
