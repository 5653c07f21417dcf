"""Bounded samples of what is long to try: ``make test`` tries some, ``make soak`` everything."""

import random
from collections.abc import Iterable
from typing import TypeVar

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
