"""Parts of pages, as they are seen and as they are read aloud."""

from typing import Any

from app.web.html import html_of
from layouts import ids
from tests.app.markup import Element, read


def drawn(part: Any) -> Element:
    return read(html_of(part))


def aloud(element: Element | str) -> str:
    """What is read aloud: the text without what is hidden from the ear."""
    if isinstance(element, str):
        return element
    if element.get("aria-hidden") == "true":
        return ""
    return element.get("aria-label") or "".join(aloud(child) for child in element.children)


def said(part: Any) -> str:
    return " ".join(aloud(drawn(part)).split())


def seen(part: Any) -> str:
    return drawn(part).text


def every_id() -> list[tuple[str, str]]:
    """Each id of a page, by its name in ``layouts.ids``."""
    return [
        (f"{group}.{name}", value)
        for group, members in vars(ids).items()
        if isinstance(members, type)
        for name, value in vars(members).items()
        if name.isupper()
    ]
