"""A shortened digest that opens to the whole."""

from dash import html
from dash.development.base_component import Component

from domain.formatting import short_digest


def digest(whole: str) -> Component:
    """Return the first twelve characters of a digest, which open to the whole."""
    return html.Details(
        [html.Summary(html.Code(short_digest(whole))), html.Code(whole, className="whole")],
        className="digest",
    )
