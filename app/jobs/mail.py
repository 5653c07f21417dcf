"""E-mail: the text of a notice, its delivery to the mail server, and the thread that sends it."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from threading import Event, Thread

from app.logs import log
from app.mail_settings import Smtp
from app.settings import Settings
from db.session import Database
from domain.council import Council
from workflow.messages import mail_queue
from workflow.messages.mail_queue import Mail, Send

SECONDS = 20.0
"""The timeout for the mail server's answers."""
EVERY = 30.0
"""Seconds between two checks for due messages."""
LONGEST_SUBJECT = 150


def sender(smtp: Smtp, address: str, council: Council) -> Send:
    """Return the function that sends one mail through this server."""

    def send(mail: Mail) -> None:
        deliver(message_for(mail, smtp, address, council), smtp)

    return send


def message_for(mail: Mail, smtp: Smtp, address: str, council: Council) -> EmailMessage:
    """Return the mail as plain text. Its identifier stays the same when it is sent again."""
    text = " ".join(mail.text.split())
    message = EmailMessage()
    message["Subject"] = _shortened(text)
    message["From"] = formataddr((f"{council.name} performance", smtp.sender))
    message["To"] = formataddr((mail.name, mail.to))
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = f"<notice-{mail.number}.{mail.at:%Y%m%d%H%M%S}@{_domain(smtp.sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(
        f"Dear {mail.name},\n\n"
        f"{text}\n\n"
        f"See the {mail.year} edition, and what you can do now:\n"
        f"{address}{mail.link}\n\n"
        f"This notice was sent by the performance reporting system of {council.name} because you "
        "take part in approving the edition. Please do not answer it. To stop notices by e-mail, "
        "ask an administrator to take your address from your account.\n"
    )
    return message


def deliver(message: EmailMessage, smtp: Smtp) -> None:
    """Deliver a message to the server, over TLS where it is offered. Raises ``OSError``."""
    with smtplib.SMTP(smtp.host, smtp.port, timeout=SECONDS) as server:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
            server.ehlo()
        elif smtp.user:
            raise smtplib.SMTPNotSupportedError(
                "The mail server offers no TLS, so the password was not sent to it."
            )
        if smtp.user:
            server.login(smtp.user, smtp.password)
        server.send_message(message)


class MailWorker:
    """A thread that sends due mail every 30 seconds until ``stop``; an error does not end it."""

    def __init__(self, database: Database, send: Send, *, every: float = EVERY) -> None:
        """Store the database, which no request shares, and the function that sends."""
        self.database, self.send, self.every = database, send, every
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="mail-worker", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread after the mail that is being sent."""
        self._stopped.set()
        self._thread.join()
        self.database.close()

    def send_due(self) -> int:
        """Send what is due once; log errors."""
        try:
            return mail_queue.send_due(self.database, self._logged)
        except Exception:  # noqa: BLE001 - whatever it is, the thread goes on
            log.exception("mail")
            return 0

    def _run(self) -> None:
        while not self._stopped.wait(self.every):
            self.send_due()

    def _logged(self, mail: Mail) -> None:
        try:
            self.send(mail)
        except (OSError, ValueError) as error:
            log.warning("mail", message=mail.number, problem=str(error))
            raise


def begin(settings: Settings) -> MailWorker | None:
    """Start a worker in this process, where a mail server is set."""
    if settings.smtp is None:
        return None
    send = sender(settings.smtp, settings.address, settings.council)
    worker = MailWorker(Database(settings.database), send)
    worker.start()
    return worker


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SUBJECT else f"{text[:LONGEST_SUBJECT].rstrip()}…"


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
