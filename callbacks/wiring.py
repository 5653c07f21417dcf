"""Wires: connections between functions and a page's controls, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Input, Output, State


@dataclass(frozen=True, slots=True)
class Wire:
    """A function, the properties it takes from the page, and the outputs for its result."""

    function: Callable[..., Any]
    takes: Sequence[Input | State]
    gives: Sequence[Output]


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a request: its path, the variable parts of the path, and its query.

    ``chosen`` has all values of each parameter that can have several.
    """

    path: str
    parts: dict[str, str]
    query: dict[str, str]
    chosen: dict[str, list[str]]
