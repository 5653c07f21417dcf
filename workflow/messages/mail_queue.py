"""Sending of messages by e-mail: each once, with later tries after a failure.

A message is claimed before it is sent, by counting the try only if nobody else has counted it;
a claim that is never settled, because the process ended, expires.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.models import Message, Person
from db.session import Database
from workflow import clock

LATER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
"""The time between a failed try and the next one; the last also applies to all later tries."""
MOST_TRIES = 10
CLAIMED = timedelta(minutes=30)
"""The time for which a claimed message is not sent by anybody else."""
FRESH = timedelta(days=3)
"""Older messages were queued before mail could be sent, and are not sent any more."""
MOST_FAILURES = 3
"""After this many failures in a row the rest waits for another time: the server is down."""
LONGEST_PROBLEM = 500
TOO_OLD = "It was more than three days old before it could be sent."
NOBODY_THERE = "The person has no e-mail address, or can no longer sign in."


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail to be sent. ``number`` is the message's own, and never another's."""

    number: int
    to: str
    name: str
    year: int
    text: str
    link: str
    at: datetime


class DeliveryResult(Enum):
    """The result of sending one message."""

    SENT = "sent"
    PUT_OFF = "put off"
    DROPPED = "dropped"


Send = Callable[[Mail], None]
Clock = Callable[[], datetime]


def send_due(database: Database, send: Send, *, now: Clock = clock.now) -> int:
    """Send everything that is due; return how many were sent.

    ``send`` raises ``OSError`` or ``ValueError`` for a failure; its text is stored.
    """
    sent = failures = 0
    while failures < MOST_FAILURES and (number := _claim(database, now())) is not None:
        result = _deliver(database, number, send, now)
        sent += result is DeliveryResult.SENT
        failures = failures + 1 if result is DeliveryResult.PUT_OFF else 0
    return sent


def _claim(database: Database, moment: datetime) -> int | None:
    """Count a try of the next due message, unless another worker just has."""
    while True:
        with database.session_scope() as session:
            next_due = session.execute(
                select(Message.id, Message.mail_tries)
                .where(Message.mail_due <= moment)
                .order_by(Message.mail_due, Message.id)
                .limit(1)
            ).first()
            if next_due is None:
                return None
            number, tries = next_due
            if _claims(session, number, tries, moment):
                return number


def _claims(session: Session, number: int, tries: int, moment: datetime) -> bool:
    claimed = session.execute(
        update(Message)
        .where(Message.id == number, Message.mail_tries == tries, Message.mail_due <= moment)
        .values(mail_tries=tries + 1, mail_due=moment + CLAIMED)
        .execution_options(synchronize_session=False)
        .returning(Message.id)
    ).all()
    return len(claimed) == 1


def _deliver(database: Database, number: int, send: Send, now: Clock) -> DeliveryResult:
    """Send a claimed message, and record the result."""
    mail, why_not = _mail(database, number, now())
    if mail is None:
        _settle(database, number, due=None, problem=why_not)
        return DeliveryResult.DROPPED
    try:
        send(mail)
    except (OSError, ValueError) as error:
        _put_off(database, number, str(error) or type(error).__name__, now())
        return DeliveryResult.PUT_OFF
    _settle(database, number, due=None, problem="", mailed_at=now())
    return DeliveryResult.SENT


def _mail(database: Database, number: int, moment: datetime) -> tuple[Mail | None, str]:
    """Return the mail of a message to its person's present address, or why there is none."""
    with database.reading_scope() as session:
        message, person = session.execute(
            select(Message, Person).join(Person).where(Message.id == number)
        ).one()
        if not person.email or person.disabled_at is not None:
            return None, NOBODY_THERE
        if message.at < moment - FRESH:
            return None, TOO_OLD
        content = (message.year, message.text, message.link, message.at)
        return Mail(number, person.email, person.name, *content), ""


def _put_off(database: Database, number: int, problem: str, moment: datetime) -> None:
    with database.reading_scope() as session:
        tries = session.scalars(select(Message.mail_tries).where(Message.id == number)).one()
    wait = LATER[min(tries, len(LATER)) - 1]
    due = moment + wait if tries < MOST_TRIES else None
    _settle(database, number, due=due, problem=problem[:LONGEST_PROBLEM])


def _settle(
    database: Database,
    number: int,
    *,
    due: datetime | None,
    problem: str,
    mailed_at: datetime | None = None,
) -> None:
    with database.session_scope() as session:
        session.execute(
            update(Message)
            .where(Message.id == number)
            .values(mail_due=due, mail_problem=problem, mailed_at=mailed_at)
            .execution_options(synchronize_session=False)
        )
