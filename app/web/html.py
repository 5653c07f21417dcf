"""A tree of Dash components as HTML, for reading before (or without) Dash in the browser.

Only the components that the layouts use are written; any other raises an error, so that a page
never silently loses a part.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from app.web import static_files
from figures.drawing.frame import drawing

VOID = frozenset({"br", "hr", "img", "input", "col", "wbr", "meta", "link"})
ATTRIBUTES = {
    "className": "class",
    "class_name": "class",
    "htmlFor": "for",
    "html_for": "for",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
    "dateTime": "datetime",
    "tabIndex": "tabindex",
    "autoComplete": "autocomplete",
    "encType": "enctype",
    "maxLength": "maxlength",
    "maxlength": "maxlength",
}
NOT_WRITTEN = frozenset(
    {"children", "key", "n_clicks", "disable_n_clicks", "n_submit", "debounce", "style"}
)
INTERNAL = frozenset(
    {
        "_prop_names",
        "_valid_wildcard_attributes",
        "available_properties",
        "available_wildcard_properties",
    }
)
"""Attributes of a component that are not its properties."""
TAGS = {"MapEl": "map", "ObjectEl": "object"}


def html_of(part: object) -> str:
    """Return a component, an element of plain data, a list of them, or text as HTML."""
    if part is None or part is False:
        return ""
    if isinstance(part, Component):
        return _component(part)
    if isinstance(part, dict):
        return _plain(part)
    if isinstance(part, list | tuple):
        return "".join(html_of(child) for child in part)
    return escape(str(part), quote=False)


def _plain(part: Mapping[str, Any]) -> str:
    props = part["props"]
    return element(part["type"].lower(), props, html_of(props.get("children")))


def _component(component: Component) -> str:
    attributes = vars(component)
    props = {name: attributes[name] for name in attributes if name not in INTERNAL}
    kind: str = component._type  # noqa: SLF001 - the names that Dash itself writes
    if component._namespace == "dash_html_components":  # noqa: SLF001 - likewise
        return element(TAGS.get(kind, kind.lower()), props, html_of(props.get("children")))
    return WRITERS[kind](props)


def element(tag: str, props: Mapping[str, Any], inside: str = "") -> str:
    """Return one element with its attributes."""
    written = "".join(_attribute(name, value) for name, value in props.items())
    if props.get("style"):
        written += f' style="{escape(_style(props["style"]))}"'
    return f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{inside}</{tag}>"


def _attribute(name: str, value: object) -> str:
    if name in NOT_WRITTEN or value is None or value is False:
        return ""
    name = ATTRIBUTES.get(name, name)
    if value is True and not name.startswith(("aria-", "data-")):
        return f" {name}"
    return f' {name}="{escape(str(value).lower() if value is True else str(value))}"'


def _style(style: Mapping[str, object]) -> str:
    return ";".join(f"{_kebab(name)}:{value}" for name, value in style.items())


def _kebab(name: str) -> str:
    return name if name.startswith("--") else re.sub("[A-Z]", lambda m: f"-{m[0].lower()}", name)


def _with_class(props: Mapping[str, Any], *classes: str) -> dict[str, Any]:
    class_names = props.get("class_name") or props.get("className") or ""
    rest = {name: value for name, value in props.items() if name not in ("class_name", "className")}
    return {"class": " ".join([*classes, class_names]).strip(), **rest}


def _input(props: Mapping[str, Any]) -> str:
    return element("input", _with_class(props, "form-control"))


def _select(props: Mapping[str, Any]) -> str:
    options = "".join(
        element(
            "option",
            {"value": option["value"], "selected": option["value"] == props.get("value")},
            escape(option["label"]),
        )
        for option in props["options"]
    )
    rest = {name: value for name, value in props.items() if name not in ("options", "value")}
    return element("select", _with_class(rest, "form-select"), options)


def _label(props: Mapping[str, Any]) -> str:
    return element("label", _with_class(props, "form-label"), html_of(props.get("children")))


def _button(props: Mapping[str, Any]) -> str:
    look = f"btn-{'outline-' if props.get('outline') else ''}{props.get('color', 'primary')}"
    rest = {name: value for name, value in props.items() if name not in ("color", "outline")}
    return element("button", _with_class(rest, "btn", look), html_of(props.get("children")))


def _checklist(props: Mapping[str, Any]) -> str:
    boxes = "".join(_box(props, index, option) for index, option in enumerate(props["options"]))
    return element(
        "div", {"id": props["id"], **_with_class({"class_name": props.get("class_name")})}, boxes
    )


def _box(props: Mapping[str, Any], index: int, option: Mapping[str, Any]) -> str:
    name = f"{props['id']}-first-{index}"
    box = {
        "type": "checkbox",
        "class": "form-check-input",
        "id": name,
        "name": props.get("name"),
        "value": option["value"],
        "checked": option["value"] in (props.get("value") or ()),
    }
    label = element("label", {"for": name, "class": "form-check-label"}, escape(option["label"]))
    return f'<div class="form-check">{element("input", box)}{label}</div>'


def _graph(props: Mapping[str, Any]) -> str:
    """Return the chart's first drawing, in the box that plotly takes when it is touched."""
    first = drawing(props["figure"], id=props["id"], read=static_files.content)
    kind = "geo" if "geo" in props["figure"]["layout"] else "cartesian"
    plotly = static_files.address(f"charts/plotly-{kind}.min.js")
    return element("div", {"data-chart": props["id"], "data-plotly": plotly}, first)


WRITERS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "Input": _input,
    "Select": _select,
    "Label": _label,
    "Button": _button,
    "Checklist": _checklist,
    "Graph": _graph,
}
