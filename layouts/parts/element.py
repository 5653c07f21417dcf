"""Elements as plain data, for tables of hundreds of rows.

The same that ``dash.html`` makes, at a fiftieth of its cost: Dash and ``app/web/html.py`` take either.
"""

from typing import Any

from dash.development.base_component import Component

Element = dict[str, Any]
Part = Component | Element | str | int | None


def element(kind: str, children: object = None, **properties: object) -> Element:
    """Return one element, such as ``element("Td", "12", className="number")``."""
    return {
        "type": kind,
        "namespace": "dash_html_components",
        "props": {"children": children, **properties},
    }
