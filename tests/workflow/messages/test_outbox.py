"""Messages are written to people by their roles, and marked as seen."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from db.models import Message, Person
from db.queries import people
from domain.terms import Role
from tests.builders import a_person, an_actor
from workflow.messages import outbox
from workflow.messages.outbox import Notice
from workflow.people import accounts

NOTICE = Notice(2023, "The 2023 edition was sent to Scrutiny.", "/editions/2023")
ROLES = frozenset({Role.SCRUTINY, Role.DEMOCRATIC_SERVICES})
NINE = datetime(2023, 9, 1, 9, tzinfo=UTC)


def test_a_message_goes_once_to_everyone_with_a_role_but_not_to_the_sender_or_the_disabled(
    sqlite_database,
):
    a_person(sqlite_database, "scrutiny", ROLES)
    a_person(sqlite_database, "clerk", [Role.DEMOCRATIC_SERVICES])
    a_person(sqlite_database, "officer", [Role.BI_OFFICER])
    a_person(sqlite_database, "former", [Role.SCRUTINY])
    with sqlite_database.session_scope() as session:
        accounts.disable(session, "former")
        outbox.post(session, NOTICE, ROLES, sender=an_actor(Role.SCRUTINY, username="clerk"))
        (message,) = session.scalars(select(Message))
        assert session.get_one(Person, message.person_id).username == "scrutiny"
        assert (message.year, message.text, message.link) == (2023, NOTICE.text, NOTICE.link)


def test_mail_is_due_at_once_where_the_person_has_an_address(sqlite_database, time_machine):
    time_machine.move_to(NINE, tick=False)
    a_person(sqlite_database, "scrutiny", [Role.SCRUTINY])
    a_person(sqlite_database, "second", [Role.SCRUTINY])
    with sqlite_database.session_scope() as session:
        reachable = Person.username == "scrutiny"
        session.execute(update(Person).values(email="s@example.org").where(reachable))
        outbox.post(session, NOTICE, ROLES, sender=an_actor())
        due = select(Person.username, Message.mail_due).join(Message).order_by(Person.username)
        assert session.execute(due).all() == [("scrutiny", NINE), ("second", None)]


def test_marking_as_seen_keeps_the_moment_of_what_was_seen_before(sqlite_database, time_machine):
    a_person(sqlite_database, "scrutiny", [Role.SCRUTINY])
    a_person(sqlite_database, "second", [Role.SCRUTINY])
    with sqlite_database.session_scope() as session:
        reader = people.existing(session, "scrutiny").id
        for moment in (NINE, NINE.replace(hour=10)):
            time_machine.move_to(moment, tick=False)
            outbox.post(session, NOTICE, ROLES, sender=an_actor())
            outbox.mark_seen(session, reader)
        session.expire_all()
        seen = select(Message.seen_at).order_by(Message.id)
        moments = session.scalars(seen.where(Message.person_id == reader)).all()
        assert moments == [NINE, NINE.replace(hour=10)]
        assert session.scalars(seen.where(Message.person_id != reader)).all() == [None, None]
