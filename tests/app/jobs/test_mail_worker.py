"""What sends notices: a thread of each serving process, and the command."""

import io
import json
from threading import Event

import pytest
from sqlalchemy import select

from app import logs
from app.commands.cli import main
from app.jobs import mail
from app.jobs.mail import MailWorker, sender
from app.mail_settings import Smtp
from app.settings import Settings
from db.models import Message
from db.session import Database
from domain.council import Council
from tests.app.mail_server import a_server, at_its, queue
from tests.app.product import SECRET, database_of
from workflow.messages.mail_queue import Mail

OURS = "https://compendium.leics.gov.uk"
SMTP = Smtp("mail.leics.gov.uk", 25, "compendium@leics.gov.uk")


def test_a_postman_sends_what_is_due(sqlite_database, server):
    queue(sqlite_database, "one", "two")
    worker = MailWorker(sqlite_database, sender(at_its(server), OURS, Council()))
    assert worker.send_due() == 2
    assert len(server.received) == 2
    assert worker.send_due() == 0


def test_what_a_mail_server_refuses_is_logged_and_kept_with_its_words(
    sqlite_database, server, capsys
):
    queue(sqlite_database, "one")
    server.refuses = b"550 no such mailbox here"
    assert MailWorker(sqlite_database, sender(at_its(server), OURS, Council())).send_due() == 0
    with sqlite_database.reading_scope() as session:
        message = session.scalars(select(Message)).one()
    assert "no such mailbox here" in message.mail_problem
    assert message.mail_due is not None


def test_a_server_that_is_not_there_stops_nothing(sqlite_database):
    queue(sqlite_database, "one")
    with a_server() as gone:
        smtp = at_its(gone)
    assert MailWorker(sqlite_database, sender(smtp, OURS, Council())).send_due() == 0


def test_whatever_goes_wrong_is_logged_and_the_thread_goes_on(sqlite_database):
    lines = io.StringIO()
    logs.set_up(lines)
    sent, tried = [], Event()

    def break_down(mail: Mail) -> None:
        sent.append(mail)
        if len(sent) > 1:
            tried.set()
        raise RuntimeError("a bug")

    queue(sqlite_database, "one", "two", "three")
    postman = MailWorker(sqlite_database, break_down, every=0.001)
    postman.start()
    tried.wait()
    postman.stop()
    events = [json.loads(line)["event"] for line in lines.getvalue().splitlines()]
    assert events[:2] == ["mail", "mail"]


def test_a_postman_that_is_stopped_ends(sqlite_database):
    worker = MailWorker(sqlite_database, print)
    worker.start()
    worker.stop()
    assert not worker._thread.is_alive()


def test_without_a_mail_server_nobody_is_started():
    assert mail.begin(Settings(secret=SECRET, database="sqlite://")) is None


def test_with_a_mail_server_a_process_has_a_postman_of_its_own(own_app):
    url = database_of(own_app).engine.url.render_as_string()
    settings = Settings(secret=SECRET, database=url, smtp=SMTP, address=OURS)
    postman = mail.begin(settings)
    assert postman.database.engine.url.render_as_string() == url
    assert postman.database is not database_of(own_app)
    postman.stop()


@pytest.fixture
def mailing_set_up(monkeypatch, server):
    host, port = server.server_address
    for name, value in (
        ("SMTP", f"{host}:{port}"),
        ("SMTP_FROM", "compendium@leics.gov.uk"),
        ("ADDRESS", OURS),
    ):
        monkeypatch.setenv(f"COMPENDIUM_{name}", value)


@pytest.fixture
def waiting(loaded):
    """Two notices wait in the database that commands work on."""
    database = Database(loaded)
    queue(database, "one", "two")
    yield database
    database.close()


@pytest.mark.usefixtures("mailing_set_up", "waiting")
def test_the_command_sends_once_what_is_due(said, server):
    assert said("mail", "send") == "Sent 2 notices.\n"
    assert len(server.received) == 2
    assert said("mail", "send") == "Sent 0 notices.\n"


@pytest.mark.usefixtures("mailing_set_up", "waiting")
def test_the_command_says_what_was_not_sent_and_fails(server, capsys):
    server.refuses = b"550 no such mailbox here"
    assert main(["mail", "send"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "Sent 0 notices.\n"
    assert captured.err.count("The notice to d@leics.gov.uk was not sent: ") == 2


def test_without_a_mail_server_the_command_says_what_to_set(loaded, refused):
    told = refused("mail", "send")
    assert "Set COMPENDIUM_SMTP " in told


@pytest.mark.usefixtures("mailing_set_up")
def test_unfit_settings_stop_the_command(loaded, refused, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_ADDRESS", "")
    assert "Set COMPENDIUM_ADDRESS" in refused("mail", "send")
