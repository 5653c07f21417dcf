"""Bounded samples of what is long to try: ``make test`` tries some, ``make soak`` everything."""

import random
from collections.abc import Iterable
from typing import Any, TypeVar

import pytest

T = TypeVar("T")
SEED = 2022


def some(things: Iterable[T], most: int | None, *, of: object = "") -> list[T]:
    """At most so many, always the same and in their order; other ones where ``of`` differs."""
    every = list(things)
    if most is None or most >= len(every):
        return every
    chance = random.Random(f"{SEED} {of}")
    return [every[place] for place in sorted(chance.sample(range(len(every)), most))]


def some_or_all(most: int) -> pytest.MarkDecorator:
    """Run a test with ``most`` as this bound, and without a bound in a soak run."""
    bounds = [pytest.param(most, id="some"), pytest.param(None, id="all", marks=pytest.mark.soak)]
    return pytest.mark.parametrize("most", bounds)


def times(few: int, many: int) -> pytest.MarkDecorator:
    """Run a test with ``number`` as the first, and as the second in a soak run."""
    numbers = [pytest.param(few), pytest.param(many, marks=pytest.mark.soak)]
    return pytest.mark.parametrize("number", numbers)


def sampled(values: Iterable[T], few: int, *, of: object = "") -> list[Any]:
    """Values to run a test with, of which ``make test`` tries so few and ``make soak`` the rest."""
    every = list(values)
    chosen = some(range(len(every)), few, of=of)
    return [
        value if index in chosen else _in_soak_alone(value) for index, value in enumerate(every)
    ]


def _in_soak_alone(value: Any) -> Any:
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.soak)
