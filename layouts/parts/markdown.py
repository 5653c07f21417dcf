"""Markdown narrative as elements: a safe subset in which HTML is plain text."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from layouts.parts.element import Element, element

ALLOWED = re.compile(r"(/(?![/\\])|https?://|mailto:|#)[^\s\x00-\x1f]*")
"""Addresses that a link may have: the product's, the web's, a mailbox, an anchor of the page."""
PLAIN = {
    "paragraph": "P",
    "bullet_list": "Ul",
    "ordered_list": "Ol",
    "list_item": "Li",
    "blockquote": "Blockquote",
    "strong": "Strong",
    "em": "Em",
}
_reading = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "code", "fence", "backticks"]
)

Part = Element | str


def markdown(text: str, *, lowest: int = 2) -> list[Part]:
    """Turn text into elements; a first-level heading becomes one of level ``lowest``."""
    tokens: Sequence[Token] = _reading.parse(text)
    return _parts(SyntaxTreeNode(tokens), lowest)


def _parts(node: SyntaxTreeNode, lowest: int) -> list[Part]:
    return [part for child in node.children for part in _part(child, lowest)]


def _part(node: SyntaxTreeNode, lowest: int) -> list[Part]:
    if node.type == "inline":
        return _parts(node, lowest)
    if node.type in PLAIN:
        inside = _parts(node, lowest)
        return [element(PLAIN[node.type], inside)] if not node.hidden else inside
    if node.type == "heading":
        level = min(int(node.tag[1:]) - 1 + lowest, 6)
        return [element(f"H{level}", _parts(node, lowest))]
    if node.type == "link":
        return _link(node, lowest)
    return [LINES.get(node.type, node.content)]


def _link(node: SyntaxTreeNode, lowest: int) -> list[Part]:
    inside = _parts(node, lowest)
    address = str(node.attrs.get("href", ""))
    return [element("A", inside, href=address)] if ALLOWED.fullmatch(address) else inside


LINES: dict[str, Part] = {"softbreak": " ", "hardbreak": element("Br"), "hr": element("Hr")}
