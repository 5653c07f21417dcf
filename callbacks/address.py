"""The address of a request, which holds everything that a page shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a request: its path, the variable parts of the path, and its query.

    ``chosen`` has all values of each parameter that can have several.
    """

    path: str
    parts: dict[str, str]
    query: dict[str, str]
    chosen: dict[str, list[str]]
