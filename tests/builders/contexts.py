"""Context managers for single tests: a context variable's value, and cheap password hashing."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TypeVar

from argon2 import PasswordHasher

from workflow.people import passwords

T = TypeVar("T")
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""A fast hasher; it differs from the product's only in its cost."""


@contextmanager
def setting(variable: ContextVar[T], value: T) -> Iterator[None]:
    """Set a context variable inside the block."""
    token = variable.set(value)
    yield
    variable.reset(token)


def cheap_hashing() -> AbstractContextManager[None]:
    """Hash passwords cheaply inside the block."""
    return setting(passwords.HASHER, CHEAP)
