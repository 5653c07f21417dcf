"""The pages of one part of the product, side by side under its heading."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

Entries = Sequence[tuple[str, str]]
FUNDING: Entries = (
    ("/funding", "League table"),
    ("/funding/floor", "A floor for all"),
    ("/funding/map", "Map"),
    ("/funding/services", "Spending by service"),
    ("/methods/comparison", "Methods"),
)
COMPARISON: Entries = (
    ("/comparison", "Ranks"),
    ("/comparison/quadrant", "Performance against spend"),
    ("/comparison/lowest-quartile", "Lowest quartile and improvers"),
    ("/comparison/indicators", "Indicators"),
    ("/comparison/heat-map", "Heat map"),
    ("/methods/comparison", "Methods"),
)


def links(
    entries: Entries, current_address: str, keep: Mapping[str, str], *, about: str
) -> Component:
    """Lay out the links; each keeps the chosen council and group."""
    query = f"?{urlencode(keep)}" if keep else ""
    return html.Nav(
        html.Ul(
            [
                html.Li(
                    html.A(
                        name,
                        href=f"{address}{query}",
                        **({"aria-current": "page"} if address == current_address else {}),
                    )
                )
                for address, name in entries
            ]
        ),
        className="section-links",
        **{"aria-label": about},
    )
