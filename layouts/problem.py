"""A page for what went wrong: what happened, what was kept, what to do."""

from dash import html

from layouts.shell import Sheet

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


def sheet(title: str, told: str) -> Sheet:
    """Lay out a problem."""
    content = [
        html.H1(title),
        html.P(told, className="lead"),
        html.Ul(
            [
                html.Li(html.A("Overview", href="/")),
                html.Li(html.A("Dashboards", href="/dashboards")),
                html.Li(html.A("All indicators, with a search for words", href="/indicators")),
            ]
        ),
    ]
    return Sheet(title, content)
