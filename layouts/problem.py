"""The page of an error: what happened, what was saved, what to do."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from layouts.parts import fields
from layouts.shell import PageContent

WORDS = {
    400: "The request was not understood, and nothing was changed. If you sent a form, go back, "
    "load the page again and send it once more: it may have been open for a long time.",
    403: "Your account does not reach this. If you think it should, ask an administrator.",
    404: "The address may be mistyped, or what was there has another name now. The lists below "
    "lead to everything.",
    405: "This address answers another kind of request. Nothing was changed.",
    413: "More was sent than this address takes. Nothing was kept of it.",
    500: "Something went wrong. It has been reported. Nothing was half-saved.",
}


def sheet(title: str, text: str, typed: Sequence[tuple[str, str]] = ()) -> PageContent:
    """Lay out a problem, with the typed text of a form that was refused."""
    content = [
        html.H1(title),
        html.P(text, className="lead"),
        *_typed_text(typed),
        html.Ul(
            [
                html.Li(html.A("Overview", href="/")),
                html.Li(html.A("Dashboards", href="/dashboards")),
                html.Li(html.A("All indicators, with a search for words", href="/indicators")),
            ]
        ),
    ]
    return PageContent(title, content)


def _typed_text(typed: Sequence[tuple[str, str]]) -> list[Component]:
    if not typed:
        return []
    return [
        html.H2("What you typed"),
        html.P(
            "It was not saved. Copy it from here, or sign in again in another tab, go back and "
            "send the form once more."
        ),
        *(
            fields.area(name.capitalize(), name, text, key=f"-{index}")
            for index, (name, text) in enumerate(typed)
        ),
    ]
