"""The description of one content field: its name, label and kind, and how it is read and printed.

The tables of fields are ``domain.indicators.fields`` and ``domain.editions.kinds``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any

FIRST = 1
"""The number of the first schema."""


class FieldKind(Enum):
    """The kind of value in a field, which determines its parser, checks and columns."""

    KEY = auto()
    """The key by which content is addressed."""
    TITLE = auto()
    """A line that is never empty."""
    LINE = auto()
    PROSE = auto()
    """Text of several lines that is printed for readers."""
    NOTE = auto()
    """Text of several lines for officers that readers do not see."""
    NUMBER = auto()
    FLAG = auto()
    CHOICE = auto()
    FIGURE = auto()
    TARGET = auto()
    PERIOD = auto()
    QUARTILE = auto()


@dataclass(frozen=True, slots=True)
class Choices:
    """The words that a field may hold, with the labels that screens print.

    ``first`` is a further choice of the edit form, as the posted value and its label. Where its
    value is empty, the field may be empty.
    """

    words: type[StrEnum]
    labels: Mapping[Any, str]
    first: tuple[str, str] | None = None

    @property
    def may_be_empty(self) -> bool:
        """Return whether the field may be empty."""
        return self.first is not None and not self.first[0]

    @property
    def posted(self) -> tuple[tuple[str, str], ...]:
        """Return the choices of the edit form in their order: posted value and label."""
        listed = tuple((word.value, self.labels[word]) for word in self.words)
        return (self.first, *listed) if self.first else listed

    def read(self, value: Any) -> Any:
        """Return the word of a stored value; None for an empty field that may be empty."""
        return None if self.may_be_empty and not value else self.words(value)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of content. A dot in its name leads into an object: ``rule.method``.

    ``default`` is its value in content of a schema before ``since``; a field of schema 1 has none. An
    ``editable`` field can be written, amended and corrected; the order of the editable fields is that
    of screens. ``lines`` is the height of its control in the edit form. Of the fields that ``begins``
    marks, at least one has a value in every written entry. ``next_year`` names the field from which
    the next year's edition takes it (its own name: it is carried forward); without it, it starts as
    ``blank``.
    """

    name: str
    since: int = FIRST
    default: Any = None
    editable: bool = False
    kind: FieldKind = FieldKind.LINE
    label: str = ""
    hint: str = ""
    lines: int = 0
    begins: bool = False
    choices: Choices | None = None
    read: Callable[[Any], Any] | None = None
    next_year: str = ""
    blank: Any = ""

    @property
    def is_multiline(self) -> bool:
        """Return whether it holds several lines."""
        return self.kind in (FieldKind.PROSE, FieldKind.NOTE)

    @property
    def called(self) -> str:
        """Return the label that screens print."""
        return self.label or self.name.replace("_", " ").capitalize()

    def parsed(self, value: Any) -> Any:
        """Return the value with which rules compute: a figure, a word, or the stored value itself."""
        if self.choices:
            return self.choices.read(value)
        return self.read(value) if self.read else value

    def printed(self, value: Any) -> str:
        """Return a stored value as screens print it."""
        if value is None:
            return ""
        if self.choices:
            return self.choices.labels[self.parsed(value)] if value else self._nothing
        return printed_value(value)

    @property
    def _nothing(self) -> str:
        return self.choices.first[1] if self.choices and self.choices.first else ""


def printed_value(value: Any) -> str:
    """Return the printed form of a stored value whose field has no words of its own."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')}: {part}" for name, part in value.items())
    return str(value)


def put(entry: dict[str, Any], name: str, value: Any) -> None:
    """Set a field of an entry, inside an object where its name has a dot."""
    outer, dot, inner = name.partition(".")
    if dot:
        entry[outer] = {**entry.get(outer, {}), inner: value}
    else:
        entry[name] = value


def value_in(entry: Mapping[str, Any], name: str) -> Any:
    """Return a field of an entry, from inside an object where its name has a dot."""
    outer, dot, inner = name.partition(".")
    return entry[outer][inner] if dot else entry[outer]
