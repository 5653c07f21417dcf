"""A mail server in this process, and notices that wait to be sent to it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from app.mail_settings import Smtp
from db.models import Message, Person


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
def a_server() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server() -> Iterator[Server]:
    """A mail server for one test."""
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
