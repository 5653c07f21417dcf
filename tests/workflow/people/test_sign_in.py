"""Signing in and out, how long it lasts, and how guessing is slowed down."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from db.models import SignIn
from tests.builders import (
    A_PASSWORD,
    ANOTHER_PASSWORD,
    HERE,
    a_person,
    attempts,
    is_signed_in,
    signed_in,
)
from tests.builders.contexts import CHEAP, setting
from workflow.people import accounts, passwords, sessions
from workflow.people.sessions import (
    LASTS,
    MOST_FAILURES_A_NAME,
    MOST_FAILURES_AN_ADDRESS,
    WINDOW,
    SignInRefused,
    TooManyAttempts,
)

pytestmark = pytest.mark.usefixtures("cheap_passwords")

NOON = datetime.fromisoformat("2022-09-07T12:00:00+00:00")
SECOND = timedelta(seconds=1)
WRONG = "a wrong password"


@pytest.fixture
def clock(time_machine):
    """Stands still until it is moved."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


class Watched:
    """Hashes cheaply; notes every password that is really looked at, and lets something happen."""

    def __init__(self, meanwhile=lambda: None) -> None:
        self.seen: list[str] = []
        self.meanwhile = meanwhile

    def hash(self, password):
        return CHEAP.hash(password)

    def verify(self, kept, password):
        self.seen.append(password)
        self.meanwhile()
        return CHEAP.verify(kept, password)


@pytest.fixture
def checked() -> Iterator[list[str]]:
    """Every password that was really looked at."""
    watched = Watched()
    with setting(passwords.HASHER, watched):
        yield watched.seen


def at_once(guess: Callable[[int], None], times: int) -> None:
    """Guess so many times, eight at a time, in the context of the test."""
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(copy_context().run, guess, number) for number in range(times)]:
            done.result()


def guess(database, username="officer", address=HERE, times=1) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused, match="is not right"):
            signed_in(database, username, WRONG, address)


def is_held_back(database, username="officer", address=HERE, password=A_PASSWORD) -> bool:
    with pytest.raises(SignInRefused) as refusal:
        signed_in(database, username, password, address)
    return isinstance(refusal.value, TooManyAttempts)


def sign_ins(database) -> list[str]:
    with database.reading_scope() as session:
        return list(session.scalars(select(SignIn.token_hash)))


@pytest.mark.parametrize("username", ["officer", " OFFICER ", "officer\0"])
def test_the_right_password_signs_in_whatever_the_capitals_of_the_name(database, username):
    a_person(database)
    assert is_signed_in(database, signed_in(database, username))


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("officer", WRONG),
        ("officer", A_PASSWORD.upper()),
        ("officer", ""),
        ("officer", "x" * 100_000),
        ("officer", f"{A_PASSWORD}\0"),
        ("nobody", A_PASSWORD),
        ("", ""),
        ("\0", ""),
        ("x" * 1000, A_PASSWORD),
    ],
)
def test_every_wrong_sign_in_is_refused_in_the_same_words(database, username, password):
    a_person(database)
    with pytest.raises(SignInRefused) as refusal:
        signed_in(database, username, password)
    assert str(refusal.value) == "The user name or the password is not right."
    assert sign_ins(database) == []


def test_a_name_that_nobody_has_takes_a_check_like_any_other(database, checked):
    a_person(database)
    guess(database, "nobody")
    guess(database, "officer")
    assert checked == [WRONG, WRONG]


def test_only_a_hash_of_the_token_is_kept_and_each_is_new(database):
    a_person(database)
    tokens = {signed_in(database) for _ in range(3)}
    assert len(tokens) == 3
    assert tokens.isdisjoint(sign_ins(database))


def test_an_address_of_any_length_can_sign_in(database):
    a_person(database)
    assert is_signed_in(database, signed_in(database, address="2001:db8::" + "f" * 500))


@pytest.mark.parametrize("token", ["", "made up", "ü\0"])
def test_a_token_that_was_never_given_counts_for_nothing(database, token):
    a_person(database)
    signed_in(database)
    assert not is_signed_in(database, token)


def test_signing_out_ends_this_browser_only(database):
    a_person(database)
    one, other = signed_in(database), signed_in(database)
    with database.session_scope() as session:
        sessions.sign_out(session, one)
        sessions.sign_out(session, one)
    assert not is_signed_in(database, one)
    assert is_signed_in(database, other)


def test_a_sign_in_lasts_twelve_hours_and_no_longer(database, clock):
    a_person(database)
    token = signed_in(database)
    assert timedelta(hours=12) == LASTS
    clock.move_to(NOON + LASTS - SECOND)
    assert is_signed_in(database, token)
    clock.move_to(NOON + LASTS)
    assert not is_signed_in(database, token)


def test_sign_ins_that_ran_out_are_swept_away_by_the_next(database, clock):
    a_person(database)
    signed_in(database)
    clock.move_to(NOON + LASTS - SECOND)
    signed_in(database)
    clock.move_to(NOON + LASTS)
    signed_in(database)
    assert len(sign_ins(database)) == 2


def test_after_too_many_guesses_at_a_name_even_the_right_password_is_held_back(database, checked):
    a_person(database)
    guess(database, times=MOST_FAILURES_A_NAME)
    assert is_held_back(database)
    assert len(checked) == MOST_FAILURES_A_NAME


def test_a_name_is_held_back_from_every_address_and_under_any_capitals(database):
    a_person(database)
    guess(database, times=MOST_FAILURES_A_NAME)
    assert is_held_back(database, " OFFICER", address="198.51.100.7")


def test_a_name_held_back_holds_back_nobody_else(database):
    a_person(database)
    a_person(database, "other")
    guess(database, times=MOST_FAILURES_A_NAME)
    assert signed_in(database, "other", address="198.51.100.7")
    assert signed_in(database, "other")


def test_a_name_that_nobody_has_is_held_back_like_any_other(database):
    guess(database, "nobody", times=MOST_FAILURES_A_NAME)
    assert is_held_back(database, "nobody")


def test_after_too_many_guesses_from_an_address_every_name_is_held_back_there(database, checked):
    a_person(database)
    for number in range(MOST_FAILURES_AN_ADDRESS):
        guess(database, f"guess{number}")
    assert is_held_back(database)
    assert len(checked) == MOST_FAILURES_AN_ADDRESS
    assert signed_in(database, address="198.51.100.7")


def test_the_window_opens_again_after_fifteen_minutes(database, clock):
    a_person(database)
    assert timedelta(minutes=15) == WINDOW
    guess(database, times=MOST_FAILURES_A_NAME)
    clock.move_to(NOON + WINDOW - SECOND)
    assert is_held_back(database)
    clock.move_to(NOON + WINDOW)
    assert signed_in(database)


def test_the_window_of_an_address_opens_again_too(database, clock):
    a_person(database)
    for number in range(MOST_FAILURES_AN_ADDRESS):
        guess(database, f"guess{number}")
    clock.move_to(NOON + WINDOW)
    assert signed_in(database)


def test_attempts_that_were_held_back_do_not_lengthen_the_wait(database, clock):
    a_person(database)
    guess(database, times=MOST_FAILURES_A_NAME)
    clock.move_to(NOON + WINDOW - SECOND)
    assert is_held_back(database)
    assert attempts(database) == MOST_FAILURES_A_NAME
    clock.move_to(NOON + WINDOW)
    assert signed_in(database)


def test_the_right_password_strikes_out_the_wrong_ones_of_that_name_only(database):
    a_person(database)
    guess(database, times=MOST_FAILURES_A_NAME - 1)
    guess(database, "other", times=2)
    signed_in(database)
    assert attempts(database) == 2
    guess(database, times=MOST_FAILURES_A_NAME)
    assert is_held_back(database)


def test_attempts_older_than_the_window_are_swept_away(database, clock):
    guess(database, "nobody", times=3)
    clock.move_to(NOON + WINDOW)
    guess(database, "somebody")
    assert attempts(database) == 1


@pytest.mark.parametrize("asked", ["officer", "nobody"])
def test_eight_guessing_at_once_get_no_more_checks_than_one(database, checked, asked):
    a_person(database)

    def one_guess(number):
        with pytest.raises(SignInRefused):
            signed_in(database, asked, f"{WRONG} {number}", f"192.0.2.{number}")

    at_once(one_guess, 16)
    assert len(checked) == MOST_FAILURES_A_NAME
    assert attempts(database) == MOST_FAILURES_A_NAME


def test_eight_guessing_at_many_names_at_once_get_no_more_checks_than_an_address(database, checked):
    def one_guess(number):
        with pytest.raises(SignInRefused):
            signed_in(database, f"guess{number}", WRONG)

    at_once(one_guess, MOST_FAILURES_AN_ADDRESS + 8)
    assert len(checked) == MOST_FAILURES_AN_ADDRESS


@pytest.mark.parametrize(
    ("service", "given"), [(accounts.disable, ()), (accounts.set_password, (ANOTHER_PASSWORD,))]
)
def test_an_account_changed_while_its_password_is_checked_is_not_signed_in(
    database, service, given
):
    a_person(database)

    def meanwhile():
        with database.session_scope() as session:
            service(session, "officer", *given)

    with (
        setting(passwords.HASHER, Watched(meanwhile)),
        pytest.raises(SignInRefused, match="is not right"),
    ):
        signed_in(database)
    with database.reading_scope() as session:
        assert session.scalar(select(func.count()).select_from(SignIn)) == 0
