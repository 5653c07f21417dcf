"""A change in words: what went struck through, what came underlined, and both said for the ear."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from domain.editions.content import Difference
from domain.editions.field_wording import field_name, printed_field
from domain.editions.text_diff import Run, RunKind, shortened, word_by_word

MARKS = {RunKind.REMOVED: (html.Del, "removed"), RunKind.ADDED: (html.Ins, "added")}


def words(before: str, after: str, *, shorten: bool = False) -> Component:
    """Return one text as it became another, word by word; ``shorten`` leaves out long stretches that stayed."""
    runs = word_by_word(before, after)
    shown = shortened(runs) if shorten else runs
    return html.Div([_run(run) for run in shown], className="difference")


def _run(run: Run) -> Component | str:
    if run.kind is RunKind.SAME:
        return run.text
    element, told = MARKS[run.kind]
    return element(
        [html.Span(f" [{told}: ", className="heard"), run.text, html.Span("] ", className="heard")]
    )


def fields(differences: Iterable[Difference], *, shorten: bool = False) -> Component:
    """Return several fields of one place, each with its name and its change."""
    return html.Dl(
        [
            part
            for each in differences
            for part in (
                html.Dt(field_name(each.field)),
                html.Dd(
                    words(
                        printed_field(each.field, each.before),
                        printed_field(each.field, each.after),
                        shorten=shorten,
                    )
                ),
            )
        ],
        className="differences",
    )
