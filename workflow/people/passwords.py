"""Passwords: hashing with Argon2, two at a time at most, and the rules for a new password."""

from contextvars import ContextVar
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from domain.errors import CompendiumError

SHORTEST = 12
LONGEST_PASSWORD = 200

_STRONG = PasswordHasher()
HASHER = ContextVar("HASHER", default=_STRONG)
"""The hasher of passwords in this context. Only tests set it."""
_at_once = BoundedSemaphore(2)  # each takes 64 MiB


class PasswordRefused(CompendiumError):
    """A new password that does not meet the rules."""

    code = "password-refused"


def check_new(password: str, username: str) -> None:
    """Check that a password is not too short, too long, or the user name."""
    if len(password) < SHORTEST:
        raise PasswordRefused(f"A password needs at least {SHORTEST} characters.")
    if len(password) > LONGEST_PASSWORD:
        raise PasswordRefused(f"A password can have at most {LONGEST_PASSWORD} characters.")
    if username.lower() in password.lower():
        raise PasswordRefused("A password must not contain the user name.")


def hashed(password: str) -> str:
    """Return the Argon2 hash of a password."""
    with _at_once:
        return HASHER.get().hash(password)


def matches(password: str, password_hash: str) -> bool:
    """Return whether this is the password of ``password_hash``."""
    with _at_once:
        try:
            return HASHER.get().verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def matches_nobody(password: str) -> bool:
    """Spend the time of a real check, for a user name that does not exist."""
    matches(password, _hash_of_nobody(HASHER.get()))
    return False


@cache
def _hash_of_nobody(hasher: PasswordHasher) -> str:
    return hasher.hash("nobody has this password")


_hash_of_nobody(_STRONG)  # computed at import, so that the first check does not take longer
