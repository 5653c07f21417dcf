"""What joins a function to a page's controls, as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Input, Output, State


@dataclass(frozen=True, slots=True)
class Wire:
    """A function, what it takes from the page, and where its answer goes."""

    function: Callable[..., Any]
    takes: Sequence[Input | State]
    gives: Sequence[Output]


@dataclass(frozen=True, slots=True)
class Address:
    """Where the reader is: the path, what it holds, and what stands behind the question mark."""

    path: str
    parts: dict[str, str]
    query: dict[str, str]
    chosen: dict[str, list[str]]
