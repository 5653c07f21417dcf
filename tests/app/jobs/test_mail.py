"""Notices by e-mail: their words, how they are handed over."""

import smtplib
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from app.jobs.mail import deliver, message_for, sender
from app.mail_settings import Smtp
from domain.council import Council
from tests.app.mail_server import at_its
from workflow.messages.mail_queue import Mail

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


def test_a_notice_says_who_did_what_and_where_to_look():
    message = message_for(a_mail(), SMTP, OURS, Council())
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
    assert "do not answer" in lines[-1]


def test_a_notice_that_is_sent_again_is_known_to_be_the_same():
    one, same, other = (
        message_for(a_mail(number=number), SMTP, OURS, Council())["Message-ID"]
        for number in (7, 7, 8)
    )
    assert one == same == "<notice-7.20221101093000@leics.gov.uk>"
    assert one != other


def test_a_long_text_has_a_short_subject():
    message = message_for(a_mail(text="word " * 100), SMTP, OURS, Council())
    assert message["Subject"] == f"{'word ' * 29}word…"
    assert ("word " * 100).strip() in message.get_content().replace("\n", " ")


def test_nothing_typed_by_somebody_becomes_a_head_of_the_mail():
    mail = a_mail(text="Sent.\nBcc: all@leics.gov.uk\r\n\r\nHello")
    message = message_for(mail, SMTP, OURS, Council())
    assert message["Bcc"] is None
    assert message["Subject"] == "Sent. Bcc: all@leics.gov.uk Hello"
    with pytest.raises(ValueError, match="line"):
        message_for(a_mail(name="Jane\nBcc: all@leics.gov.uk"), SMTP, OURS, Council())


def test_the_mail_server_is_handed_the_whole_of_it(server):
    sender(at_its(server), OURS, Council())(a_mail(name="Zoë O’Neill"))
    (received,) = server.received
    message = message_from_bytes(received, policy=policy.default)
    assert message["To"] == "Zoë O’Neill <deborah.shaw@leics.gov.uk>"
    assert message.get_content().startswith("Dear Zoë O’Neill,")
    assert not any(line.upper().startswith(("AUTH", "STARTTLS")) for line in server.said)


def test_a_password_is_not_sent_where_no_tls_is_offered(server):
    smtp = at_its(server, user="us", password="hidden-words")
    with pytest.raises(OSError, match="offers no TLS"):
        deliver(message_for(a_mail(), smtp, OURS, Council()), smtp)
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
    deliver(message_for(a_mail(), smtp, OURS, Council()), smtp)
    names = [call[0] for call in Offering.calls[1:]]
    login = ["login"] if user else []
    assert names == ["ehlo", "starttls", "ehlo", *login, "send_message", "quit"]
    assert Offering.calls[0] == ("mail", 587, 20.0)
