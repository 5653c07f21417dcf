"""Elements as plain data, for tables of hundreds of rows.

They equal the components of ``dash.html`` at a fiftieth of the cost; Dash and ``app/web/html.py``
accept both.
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
