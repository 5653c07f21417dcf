"""Notices by e-mail: their words, how they are handed over, and the thread that does it."""

import smtplib
import socketserver
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from threading import Event

import pytest
from sqlalchemy import select

from app import mail, serving
from app.cli import main
from app.mail import Postman, deliver, sender, worded
from app.mail_settings import Smtp
from app.settings import Settings
from db.models import Message, Person
from db.session import Database
from domain.council import Council
from tests.app.product import SECRET
from workflow.mailing import Mail

OURS = "https://compendium.leics.gov.uk"
AT = datetime(2022, 11, 1, 9, 30, tzinfo=UTC)
TEXT = "Bridget Ingram sent the 2022 edition to Scrutiny."
SMTP = Smtp("mail.leics.gov.uk", 25, "compendium@leics.gov.uk")


def a_mail(**given) -> Mail:
    usual = {
        "number": 7,
        "to": "deborah.shaw@leics.gov.uk",
        "name": "Deborah Shaw",
        "year": 2022,
        "text": TEXT,
        "link": "/editions/2022",
        "at": AT,
    }
    return Mail(**{**usual, **given})


class Server(socketserver.ThreadingTCPServer):
    """A mail server in this process that takes everything; it offers no TLS."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.received: list[bytes] = []
        self.said: list[str] = []
        self.refuses = b""


class Talk(socketserver.StreamRequestHandler):
    """One conversation with it."""

    def handle(self) -> None:
        self.answer(b"220 ready")
        while line := self.rfile.readline():
            self.server.said.append(line.decode().strip())
            word = line[:4].upper()
            if word == b"DATA":
                self.take()
            elif word == b"RCPT" and self.server.refuses:
                self.answer(self.server.refuses)
            else:
                self.answer(b"221 bye" if word == b"QUIT" else b"250 fine")

    def take(self) -> None:
        self.answer(b"354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        self.server.received.append(b"".join(lines))
        self.answer(b"250 taken")

    def answer(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


@contextmanager
def a_server():
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server():
    with a_server() as made:
        yield made


def at_its(server: Server, **more: str) -> Smtp:
    return Smtp(*server.server_address, "compendium@leics.gov.uk", **more)


def queue(database, *texts: str, due: datetime | None = None) -> None:
    moment = datetime.now(UTC) - timedelta(minutes=1)
    with database.session_scope() as session:
        person = Person(username="d", name="Deborah Shaw", email="d@leics.gov.uk", password_hash="")
        session.add(person)
        session.flush()
        about = {"year": 2022, "link": "/editions/2022", "at": moment, "mail_due": due or moment}
        session.add_all(Message(person_id=person.id, text=text, **about) for text in texts)


def test_a_notice_says_who_did_what_and_where_to_look():
    message = worded(a_mail(), SMTP, OURS, Council())
    assert message["Subject"] == TEXT
    assert message["To"] == "Deborah Shaw <deborah.shaw@leics.gov.uk>"
    assert message["From"] == "Leicestershire County Council performance <compendium@leics.gov.uk>"
    assert message["Date"] == "Tue, 01 Nov 2022 09:30:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    lines = message.get_content().splitlines()
    assert lines[0] == "Dear Deborah Shaw,"
    assert lines[2] == TEXT
    assert f"{OURS}/editions/2022" in lines
    assert "Please do not answer it." in lines[-1]


def test_a_notice_that_is_sent_again_is_known_to_be_the_same():
    one, same, other = (
        worded(a_mail(number=number), SMTP, OURS, Council())["Message-ID"] for number in (7, 7, 8)
    )
    assert one == same == "<notice-7.20221101093000@leics.gov.uk>"
    assert one != other


def test_a_long_text_has_a_short_subject():
    message = worded(a_mail(text="word " * 100), SMTP, OURS, Council())
    assert message["Subject"] == f"{'word ' * 29}word…"
    assert ("word " * 100).strip() in message.get_content().replace("\n", " ")


def test_nothing_typed_by_somebody_becomes_a_head_of_the_mail():
    mail = a_mail(text="Sent.\nBcc: all@leics.gov.uk\r\n\r\nHello")
    message = worded(mail, SMTP, OURS, Council())
    assert message["Bcc"] is None
    assert message["Subject"] == "Sent. Bcc: all@leics.gov.uk Hello"
    with pytest.raises(ValueError, match="line"):
        worded(a_mail(name="Jane\nBcc: all@leics.gov.uk"), SMTP, OURS, Council())


def test_the_mail_server_is_handed_the_whole_of_it(server):
    sender(at_its(server), OURS, Council())(a_mail(name="Zoë O’Neill"))
    (received,) = server.received
    message = message_from_bytes(received, policy=policy.default)
    assert message["To"] == "Zoë O’Neill <deborah.shaw@leics.gov.uk>"
    assert message.get_content().startswith("Dear Zoë O’Neill,")
    assert not any(line.upper().startswith(("AUTH", "STARTTLS")) for line in server.said)


def test_a_password_is_not_sent_where_no_tls_is_offered(server):
    smtp = at_its(server, user="us", password="hidden-words")
    with pytest.raises(OSError, match="offers no TLS, so the password was not sent"):
        deliver(worded(a_mail(), smtp, OURS, Council()), smtp)
    assert server.received == []
    assert not any("AUTH" in line.upper() for line in server.said)


class Offering:
    """What smtplib gives for a server that offers TLS."""

    calls: list[tuple] = []

    def __init__(self, host: str, port: int, timeout: float) -> None:
        Offering.calls = [(host, port, timeout)]

    def __enter__(self) -> "Offering":
        return self

    def __exit__(self, *_: object) -> None:
        Offering.calls.append(("quit",))

    def has_extn(self, name: str) -> bool:
        return name == "starttls"

    def starttls(self, *, context) -> None:
        assert context.check_hostname
        Offering.calls.append(("starttls",))

    def __getattr__(self, name: str):
        return lambda *given: Offering.calls.append((name, *map(str, given))[:3])


@pytest.mark.parametrize("user", ["", "us"])
def test_where_tls_is_offered_it_is_begun_before_anything_is_said(monkeypatch, user):
    monkeypatch.setattr(smtplib, "SMTP", Offering)
    smtp = Smtp("mail", 587, "c@leics.gov.uk", user, "hidden-words" if user else "")
    deliver(worded(a_mail(), smtp, OURS, Council()), smtp)
    names = [call[0] for call in Offering.calls[1:]]
    login = ["login"] if user else []
    assert names == ["ehlo", "starttls", "ehlo", *login, "send_message", "quit"]
    assert Offering.calls[0] == ("mail", 587, 20.0)


def test_a_postman_sends_what_is_due(sqlite_database, server):
    queue(sqlite_database, "one", "two")
    postman = Postman(sqlite_database, sender(at_its(server), OURS, Council()))
    assert postman.send_due() == 2
    assert len(server.received) == 2
    assert postman.send_due() == 0


def test_what_a_mail_server_refuses_is_logged_and_kept_with_its_words(
    sqlite_database, server, capsys
):
    queue(sqlite_database, "one")
    server.refuses = b"550 no such mailbox here"
    assert Postman(sqlite_database, sender(at_its(server), OURS, Council())).send_due() == 0
    with sqlite_database.reading_scope() as session:
        message = session.scalars(select(Message)).one()
    assert "no such mailbox here" in message.mail_problem
    assert message.mail_due is not None


def test_a_server_that_is_not_there_stops_nothing(sqlite_database):
    queue(sqlite_database, "one")
    with a_server() as gone:
        smtp = at_its(gone)
    assert Postman(sqlite_database, sender(smtp, OURS, Council())).send_due() == 0


def test_whatever_goes_wrong_is_logged_and_the_thread_goes_on(sqlite_database, monkeypatch):
    logged = []
    monkeypatch.setattr(mail.log, "exception", logged.append, raising=False)
    tried = Event()

    def break_down(_mail: Mail) -> None:
        if len(logged) > 1:
            tried.set()
        raise RuntimeError("a bug")

    queue(sqlite_database, "one", "two", "three")
    postman = Postman(sqlite_database, break_down, every=0.001)
    postman.start()
    assert tried.wait(20)
    postman.stop()
    assert logged[:2] == ["mail", "mail"]


def test_a_postman_that_is_stopped_ends(sqlite_database):
    postman = Postman(sqlite_database, print)
    postman.start()
    postman.stop()
    assert not postman._thread.is_alive()


def test_without_a_mail_server_nobody_is_started():
    assert mail.begin(Settings(secret=SECRET, database="sqlite://")) is None


class Unstarted:
    """A thread that was asked for, and does not run."""

    made: list[dict] = []

    def __init__(self, **given: object) -> None:
        self.given = given

    def start(self) -> None:
        Unstarted.made.append(self.given)


def test_with_a_mail_server_a_process_has_a_postman_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(serving, "settle", lambda server: None)
    monkeypatch.setattr(mail, "Thread", Unstarted)
    url = f"sqlite:///{tmp_path / 'x.sqlite'}"
    settings = Settings(secret=SECRET, database=url, smtp=SMTP, address=OURS)
    serving.begin_work(None, settings)
    (thread,) = Unstarted.made
    assert thread["daemon"]
    postman = thread["target"].__self__
    assert str(postman.database.engine.url) == url
    Unstarted.made.clear()


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
    assert told == "Set COMPENDIUM_SMTP to a mail server, host:port. Nothing was sent.\n"


@pytest.mark.usefixtures("mailing_set_up")
def test_unfit_settings_stop_the_command(loaded, refused, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_ADDRESS", "")
    assert "Set COMPENDIUM_ADDRESS" in refused("mail", "send")
