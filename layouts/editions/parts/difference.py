"""Differences of text: removed words struck through, added words underlined, both read aloud."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from domain.editions.content import Difference
from domain.editions.field_wording import field_name, printed_field
from domain.editions.text_diff import Run, RunKind, shortened, word_by_word

MARKS = {RunKind.REMOVED: (html.Del, "removed"), RunKind.ADDED: (html.Ins, "added")}


def words(before: str, after: str, *, shorten: bool = False) -> Component:
    """Return the difference of two texts word by word; ``shorten`` leaves out long unchanged parts."""
    runs = word_by_word(before, after)
    shown = shortened(runs) if shorten else runs
    return html.Div([_run(run) for run in shown], className="difference")


def _run(run: Run) -> Component | str:
    if run.kind is RunKind.SAME:
        return run.text
    element, spoken = MARKS[run.kind]
    return element(
        [
            html.Span(f" [{spoken}: ", className="heard"),
            run.text,
            html.Span("] ", className="heard"),
        ]
    )


def fields(differences: Iterable[Difference], *, shorten: bool = False) -> Component:
    """Return the name and the difference of each field."""
    return html.Dl(
        [
            part
            for difference in differences
            for part in (
                html.Dt(field_name(difference.field)),
                html.Dd(
                    words(
                        printed_field(difference.field, difference.before),
                        printed_field(difference.field, difference.after),
                        shorten=shorten,
                    )
                ),
            )
        ],
        className="differences",
    )
