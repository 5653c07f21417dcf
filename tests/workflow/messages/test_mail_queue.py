"""Notices go out by e-mail once each, and again later where that failed."""

from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from db.models import Message, Person
from db.session import Database
from tests.builders.database_faults import done_twice
from workflow import clock
from workflow.messages.mail_queue import (
    CLAIMED,
    FRESH,
    MOST_FAILURES,
    NOBODY_THERE,
    TOO_OLD,
    Mail,
    send_due,
)

NOON = datetime(2022, 11, 9, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Post:
    """What was sent; it fails while it has failures left, and is asked at a time of our own."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.failures: list[Exception] = []
        self.tried = 0
        self.time = NOON

    def __call__(self, mail: Mail) -> None:
        self.tried += 1
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append(mail)

    def go(self, database: Database) -> int:
        return send_due(database, self, now=lambda: self.time)


@pytest.fixture
def post() -> Post:
    return Post()


def queue(database: Database, *texts: str, email: str = "officer@leics.gov.uk", **more) -> None:
    """Messages to a person of their own, due at noon."""
    with database.session_scope() as session:
        person = Person(username=f"p{texts[0]}", name="An Officer", email=email, password_hash="")
        person.disabled_at = more.pop("disabled_at", None)
        session.add(person)
        session.flush()
        about = {"year": 2022, "link": "/editions/2022", "at": NOON, "mail_due": NOON, **more}
        session.add_all(Message(person_id=person.id, text=text, **about) for text in texts)


def messages(database: Database) -> list[Message]:
    with database.reading_scope() as session:
        return list(session.scalars(select(Message).order_by(Message.id)))


def test_what_is_due_is_sent_once_with_all_it_has_to_say(database, post):
    queue(database, "one")
    assert post.go(database) == 1
    fields = ("officer@leics.gov.uk", "An Officer", 2022, "one", "/editions/2022", NOON)
    assert post.sent == [Mail(messages(database)[0].id, *fields)]
    (message,) = messages(database)
    assert (message.mail_due, message.mailed_at, message.mail_problem) == (None, NOON, "")
    assert post.go(database) == 0
    assert len(post.sent) == 1


def test_everything_that_is_due_goes_in_its_order(database, post):
    queue(database, "later", mail_due=NOON)
    queue(database, "sooner", mail_due=NOON - MINUTE)
    queue(database, "not yet", mail_due=NOON + MINUTE)
    queue(database, "never", mail_due=None)
    assert post.go(database) == 2
    assert [mail.text for mail in post.sent] == ["sooner", "later"]


def test_when_nothing_is_said_the_time_is_now(sqlite_database, post):
    moment = clock.now()
    queue(sqlite_database, "past", at=moment, mail_due=moment - MINUTE)
    queue(sqlite_database, "future", at=moment, mail_due=moment + timedelta(hours=1))
    assert send_due(sqlite_database, post) == 1


def test_what_failed_is_tried_again_later_and_later_and_given_up_in_the_end(sqlite_database, post):
    queue(sqlite_database, "one")
    post.failures = [OSError(f"no {number}") for number in range(1, 11)]
    waits = []
    for tries in range(1, 11):
        assert post.go(sqlite_database) == 0
        (message,) = messages(sqlite_database)
        assert (message.mail_tries, message.mail_problem) == (tries, f"no {tries}")
        if message.mail_due:
            waits.append((message.mail_due - post.time) / MINUTE)
            post.time = message.mail_due - MINUTE / 2
            assert post.go(sqlite_database) == 0
            post.time = message.mail_due
    assert waits == [1, 5, 30, 120, 120, 120, 120, 120, 120]
    assert post.tried == 10
    assert (message.mail_due, message.mailed_at) == (None, None)


def test_what_failed_at_first_and_then_went_has_no_problem_any_more(sqlite_database, post):
    queue(sqlite_database, "one")
    post.failures = [ValueError("")]
    assert post.go(sqlite_database) == 0
    assert messages(sqlite_database)[0].mail_problem == "ValueError"
    post.time += MINUTE
    assert post.go(sqlite_database) == 1
    (message,) = messages(sqlite_database)
    assert (message.mail_problem, message.mailed_at) == ("", post.time)


def test_a_problem_s_words_are_kept_as_far_as_they_go(sqlite_database, post):
    queue(sqlite_database, "one")
    post.failures = [OSError("x" * 5000)]
    post.go(sqlite_database)
    assert messages(sqlite_database)[0].mail_problem == "x" * 500


def test_one_that_cannot_be_sent_does_not_stop_the_next(sqlite_database, post):
    queue(sqlite_database, "one", "two", "three")
    post.failures = [OSError("no such mailbox")]
    assert post.go(sqlite_database) == 2


def test_when_the_server_is_down_the_rest_waits_untried(sqlite_database, post):
    queue(sqlite_database, *"abcdefgh")
    post.failures = [OSError("down")] * 99
    assert post.go(sqlite_database) == 0
    assert post.tried == MOST_FAILURES
    assert [message.mail_tries for message in messages(sqlite_database)] == [1, 1, 1, 0, 0, 0, 0, 0]


def test_an_unexpected_failure_is_raised_and_the_message_waits_for_its_claim_to_run_out(
    sqlite_database, post
):
    queue(sqlite_database, "one")
    post.failures = [RuntimeError("a bug")]
    with pytest.raises(RuntimeError):
        post.go(sqlite_database)
    assert post.go(sqlite_database) == 0
    post.time += CLAIMED
    assert post.go(sqlite_database) == 1


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"email": ""}, NOBODY_THERE),
        ({"disabled_at": NOON}, NOBODY_THERE),
        ({"at": NOON - FRESH - MINUTE}, TOO_OLD),
    ],
)
def test_what_nobody_waits_for_is_not_sent_and_says_why(sqlite_database, post, given, why):
    queue(sqlite_database, "one", **given)
    queue(sqlite_database, "two")
    assert post.go(sqlite_database) == 1
    assert [mail.text for mail in post.sent] == ["two"]
    message = messages(sqlite_database)[0]
    assert (message.mail_due, message.mailed_at, message.mail_problem) == (None, None, why)


def test_a_message_that_somebody_else_claimed_meanwhile_is_left_to_them(sqlite_database, post):
    queue(sqlite_database, "one")
    with done_twice(sqlite_database, "UPDATE message"):
        assert post.go(sqlite_database) == 0
    assert post.tried == 0


def test_workers_at_the_same_moment_send_each_message_once(database, post):
    queue(database, *map(str, range(20)))
    start = Barrier(3)

    def work(counts: list[int]) -> None:
        start.wait()
        counts.append(post.go(database))

    counts: list[int] = []
    workers = [Thread(target=partial(work, counts)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(counts) == 20
    assert sorted(int(mail.text) for mail in post.sent) == list(range(20))
