"""One change after the Cabinet: its text before and after, the consultation, the decision."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from domain.editions.status import EditionStatus
from domain.formatting import moment
from domain.governance import rules
from domain.governance.record import Amendment, Decision
from domain.governance.step_wording import CHANGES, ORIGINS, STATES, VIEWS
from domain.governance.terms import Action, ChangeKind
from layouts.editions.parts import difference
from layouts.governance.parts import records
from layouts.governance.parts.records import fact
from layouts.governance.parts.step_buttons import buttons
from layouts.parts.digest import digest
from layouts.shell import PageContent


def page(
    status: EditionStatus,
    change: Amendment,
    decision: Decision | None,
    actions: Sequence[Action],
    *,
    why_not: Sequence[str] = (),
    notices: Sequence[str] = (),
) -> PageContent:
    """Lay out a change. ``why_not`` says why the current user cannot sign it now."""
    year = status.year
    content = [
        html.P(
            [
                html.A(f"The {year} edition", href=f"/editions/{year}"),
                f" › Change {change.number}",
            ],
            className="crumbs",
        ),
        html.H1(f"Change {change.number}: {change.title}"),
        html.P(f"{CHANGES[change.kind]}. {STATES[change.state]}.", className="lead"),
        _step_buttons(year, change, actions),
        *(html.P(f"You cannot sign it now. {reason}", className="notice") for reason in why_not),
        difference.fields(change.differences),
        html.Dl(_facts(change), className="record-facts"),
        *_views(change),
        *_wordings(change),
        *(records.delegated_decision(change, decision) if _is_delegated(change) else []),
    ]
    title = f"Change {change.number} to the {year} edition"
    return PageContent(title, content, menu="/editions", notices=notices)


def _is_delegated(change: Amendment) -> bool:
    return change.kind is ChangeKind.DELEGATED


def _step_buttons(year: int, change: Amendment, actions: Sequence[Action]) -> Component | None:
    if not actions:
        return None
    base = f"/editions/{year}/do"
    return buttons(actions, lambda action: f"{base}/{action.value}?number={change.number}")


def _facts(change: Amendment) -> list[Component]:
    parts = [*fact("Reason", change.reason)]
    if change.origin:
        parts += fact("Where it comes from", ORIGINS[change.origin])
    if change.mover:
        parts += fact("Moved and seconded by", f"{change.mover}, {change.seconder}")
        parts += fact("Vote", change.vote)
        parts += fact("Minute", change.minute)
    if change.decided_at:
        parts += fact("Decided", f"{change.decided_by_name}, {moment(change.decided_at)}")
    if change.decision:
        notice = change.kind is ChangeKind.CORRECTION
        parts += fact("Notice to readers" if notice else "Why it was refused", change.decision)
    return [*parts, *fact("Digest of this text", digest(change.digest))]


def _views(change: Amendment) -> list[Component]:
    if not change.views:
        return []
    rows = [
        html.Li(
            [
                html.B(f"{VIEWS[view.view]}: "),
                view.words,
                html.Small(
                    f"{view.by_name}, {moment(view.at)}"
                    + (f". Evidence: {view.evidence}" if view.evidence else "")
                    + ("" if rules.counts(view, change) else ". Void: the text was reworded since.")
                ),
            ]
        )
        for view in change.views
    ]
    return [html.H2("The Leader's view"), html.Ul(rows)]


def _wordings(change: Amendment) -> list[Component]:
    rows = [
        html.Li(f"{wording.by_name}, {moment(wording.at)}: {wording.reason}")
        for wording in change.wordings
    ]
    return [html.H2("Who worded it"), html.Ol(rows)]
