"""What holds for one test alone: a value in its context, and a cheap way to hash passwords."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TypeVar

from argon2 import PasswordHasher

from workflow.people import passwords

T = TypeVar("T")
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Hashes in no time; only the cost differs."""


@contextmanager
def setting(variable: ContextVar[T], value: T) -> Iterator[None]:
    """Let a variable of the context have a value meanwhile."""
    token = variable.set(value)
    yield
    variable.reset(token)


def cheap_hashing() -> AbstractContextManager[None]:
    """Hash passwords in no time meanwhile."""
    return setting(passwords.HASHER, CHEAP)
