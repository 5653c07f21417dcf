"""What a form of choices asks for, read from it as ``app/assets/choices.js`` reads it."""

from collections.abc import Iterator
from urllib.parse import urlencode

from tests.app.markup import Element


def at_once(document: Element) -> list[Element]:
    """The forms of a page whose choices show at once."""
    return [form for form in document.all("form") if form.get("data-at-once")]


def question(form: Element) -> str:
    """The query that a form's choices make: without what is empty or usual, or ticked like all."""
    asked = [(name, value) for name, value in _values(form, "") if value]
    return f"?{urlencode(asked)}" if asked else ""


def _values(part: Element, usual: str) -> Iterator[tuple[str, str]]:
    """What each control asks for, nothing where it is as usual."""
    usual = part.get("data-usual") or usual
    boxes = [child for child in part.all("input") if child.get("type") == "checkbox"]
    if part.tag == "fieldset" and boxes:
        ticked = [box for box in boxes if "checked" in box.attributes]
        if len(ticked) < len(boxes):
            yield from ((box.get("name"), box.get("value")) for box in ticked)
    elif part.tag in ("input", "select"):
        value = part.get("value") if part.tag == "input" else _chosen(part)
        yield part.get("name"), "" if value == usual else value
    else:
        for child in part.children:
            if isinstance(child, Element):
                yield from _values(child, usual)


def _chosen(select: Element) -> str:
    options = select.all("option")
    marked = [option for option in options if "selected" in option.attributes]
    return (marked or options)[0].get("value")
