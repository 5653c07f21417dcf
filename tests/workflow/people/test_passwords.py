"""What is asked of a password, and what is kept of it."""

import threading
from contextvars import copy_context

import pytest
from argon2 import Type, extract_parameters

from tests.builders.contexts import setting
from workflow.people import passwords
from workflow.people.passwords import PasswordRefused


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("x" * 11, "at least 12 characters"),
        ("", "at least 12 characters"),
        ("x" * 201, "at most 200 characters"),
        ("the Officer of the day", "the user name"),
    ],
)
def test_an_unfit_password_is_refused_with_the_reason(password, why):
    with pytest.raises(PasswordRefused, match=why):
        passwords.check_new(password, "officer")


@pytest.mark.parametrize("password", ["x" * 12, "x" * 200, "twelve letters and more", "é" * 12])
def test_a_password_of_fit_length_is_taken(password):
    passwords.check_new(password, "officer")


def test_what_is_kept_matches_the_password_and_no_other(cheap_passwords):
    kept = passwords.hashed("a long enough password")
    assert "password" not in kept
    assert passwords.matches("a long enough password", kept)
    assert not passwords.matches("A long enough password", kept)
    assert not passwords.matches("", kept)


def test_the_same_password_is_never_kept_the_same_way(cheap_passwords):
    assert passwords.hashed("a long enough password") != passwords.hashed("a long enough password")


@pytest.mark.parametrize("kept", ["", "not a hash", "$argon2id$v=19$broken"])
def test_something_that_is_no_hash_matches_nothing(cheap_passwords, kept):
    assert not passwords.matches("a long enough password", kept)


def test_nobody_s_password_is_never_right(cheap_passwords):
    assert not passwords.matches_nobody("a long enough password")
    assert not passwords.matches_nobody("nobody has this password")


def test_a_real_hash_is_the_strong_kind():
    kept = extract_parameters(passwords.hashed("a long enough password"))
    assert kept.type is Type.ID
    assert kept.memory_cost >= 64 * 1024
    assert kept.time_cost >= 3


def test_at_most_two_passwords_are_worked_on_at_once():
    watch = _Watch()
    with setting(passwords.HASHER, watch):
        threads = [
            threading.Thread(target=copy_context().run, args=(passwords.hashed, "x"))
            for _ in range(8)
        ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert watch.most == 2


class _Watch:
    """Count how many are inside at once; the first two wait for each other."""

    def __init__(self):
        self.inside = self.most = 0
        self.lock = threading.Lock()
        self.pair = threading.Barrier(2)

    def hash(self, password):
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.pair.wait(timeout=120)  # or one at a time would wait for ever
        with self.lock:
            self.inside -= 1
        return password
