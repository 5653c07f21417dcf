"""The history of one place: who saved each revision, what it changed, and a form to restore it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from dash import html
from dash.development.base_component import Component

from domain.editions.content import Difference
from domain.editions.field_wording import field_name
from domain.editions.revisions import Revision
from domain.editions.stage_wording import STAGES
from domain.editions.terms import Stage
from domain.editions.version_wording import anchor
from domain.formatting import counted, listed, moment, within_a_sentence, word_label
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.editions.parts import difference
from layouts.parts import chart
from layouts.shell import PageContent, hidden


@dataclass(frozen=True, slots=True)
class Restoring:
    """The hidden values of the forms that restore a revision.

    ``version`` is the edition's, ``keys`` has a form key for each revision by its number.
    """

    version: int
    token: str
    keys: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A place with its revisions, the newest first, and the two to compare, if there are two.

    ``restoring`` is None for those who cannot edit the place now.
    """

    year: int
    place: str
    title: str
    saved: Sequence[Revision]
    old: Revision | None
    new: Revision | None
    restoring: Restoring | None


def page(view: HistoryView) -> PageContent:
    """Lay out the revisions, then the two that are compared."""
    last = view.saved[0] if view.saved else None
    lead = f"{counted(len(view.saved), 'revision', 'revisions')} of this text."
    if last:
        lead += f" The newest was saved on {moment(last.at)} by {within_a_sentence(last.by_name)}."
    content = [
        _crumbs(view),
        html.H1(view.title),
        html.P(lead, className="lead"),
        *_compared(view),
        html.H2("All revisions"),
        _table(view),
    ]
    title = f"History of {view.title}: the {view.year} edition"
    return PageContent(title, content, menu="/editions", description=lead)


def _crumbs(view: HistoryView) -> Component:
    edition = f"/editions/{view.year}"
    return html.Nav(
        [
            html.A(f"The {view.year} edition", href=edition),
            " › ",
            html.A(view.title, href=f"{edition}/versions/draft#{anchor(view.place)}"),
            " › History",
        ],
        className="crumbs",
        **{"aria-label": "Where you are"},
    )


def _compared(view: HistoryView) -> list[Component]:
    if view.old is None or view.new is None:
        return [html.P("There is nothing to compare it with yet.")]
    differences = changes(view.old, view.new)
    return [
        html.H2(f"From revision {view.old.number} to revision {view.new.number}"),
        _form(view, view.old, view.new),
        difference.fields(differences) if differences else html.P("Nothing differs between them."),
    ]


def changes(old: Revision, new: Revision) -> list[Difference]:
    """Return the fields that differ between two revisions of a place, in their stored order."""
    return [
        Difference(new.place, "", name, old.fields.get(name), new.fields.get(name))
        for name in dict.fromkeys([*new.fields, *old.fields])
        if old.fields.get(name) != new.fields.get(name)
    ]


def _form(view: HistoryView, old: Revision, new: Revision) -> Component:
    options = [
        (str(revision.number), f"{revision.number}: {moment(revision.at)}, {revision.by_name}")
        for revision in view.saved
    ]
    return choices.form(
        f"/editions/{view.year}/history",
        [
            Choice("From", "from", str(old.number), options, wide=True),
            Choice("To", "to", str(new.number), options, wide=True),
        ],
        hidden("place", view.place),
        about="Choose two revisions",
        button="Compare",
        page="/history",
    )


def _table(view: HistoryView) -> Component:
    heads = ["Revision", "What made it", "What changed"]
    if view.restoring:
        heads.append("Go back")
    pairs = zip_longest(view.saved, view.saved[1:])
    return chart.table(
        "Every revision, the newest first",
        heads,
        [_row(view, revision, before) for revision, before in pairs],
        numbers_from=None,
        cards=True,
    )


def _row(view: HistoryView, revision: Revision, before: Revision | None) -> list[object]:
    cells: list[object] = [
        html.Span(
            [
                f"Revision {revision.number} ",
                html.Small(f"{moment(revision.at)} by {within_a_sentence(revision.by_name)}"),
            ]
        ),
        _made_by(revision),
        _what_changed(revision, before),
    ]
    if view.restoring:
        cells.append(_restore(view, revision, view.restoring))
    return cells


def _made_by(revision: Revision) -> Component:
    stage = STAGES[Stage(revision.stage)].lower()
    note = html.Small(f"“{revision.note}”") if revision.note else None
    return html.Span([f"{word_label(revision.cause)}, in {stage} ", note])


def _what_changed(revision: Revision, before: Revision | None) -> str:
    if before is None:
        return "First kept"
    names = [field_name(change.field) for change in changes(before, revision)]
    return listed(names) if names else "Nothing"


def _restore(view: HistoryView, revision: Revision, restoring: Restoring) -> Component:
    newest = view.saved[0].number
    if revision.number == newest:
        return html.Span("Stands now", className="soft")
    name = f"Restore revision {revision.number}"
    carried = {
        "csrf_token": restoring.token,
        "version": str(restoring.version),
        "place": view.place,
        "read": str(newest),
        "reason": f"Restored revision {revision.number}",
        "key": restoring.keys[revision.number],
        **{f"field-{field}": str(value) for field, value in revision.fields.items()},
    }
    return html.Form(
        [
            *(hidden(field, value) for field, value in carried.items()),
            html.Button(name, type="submit", className="quiet"),
        ],
        method="post",
        action=f"/editions/{view.year}/do/edit",
    )
