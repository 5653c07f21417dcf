"""HTML as a tree, read strictly: what is not closed in its order is an error."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass(eq=False)
class Element:
    """One element with its attributes and what it holds."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def all(self, *tags: str) -> "list[Element]":
        """Every element within, of these tags if any are named, in the order of reading."""
        return [each for each in self.walk() if not tags or each.tag in tags]

    def one(self, tag: str) -> "Element":
        """The only element of a tag."""
        (only,) = self.all(tag)
        return only

    def marked(self, attribute: str) -> "list[Element]":
        """Every element within that has an attribute, in the order of reading."""
        return [element for element in self.walk() if attribute in element.attributes]

    def walk(self) -> "Iterator[Element]":
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """Everything that can be read within."""
        return "".join(
            child.text if isinstance(child, Element) else child for child in self.children
        )

    @property
    def name(self) -> str:
        """What it is called aloud, as far as these pages need it."""
        return self.attributes.get("aria-label") or self.text.strip()

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute) or ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice on {tag}"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """Read a document, or a piece of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]


def cells(table: Element) -> list[list[str]]:
    """The text of a table's cells, its heads first."""
    return [[cell.text.strip() for cell in row.all("th", "td")] for row in table.all("tr")]
