"""The command on e-mail: ``mail send`` sends all due messages once."""

import argparse
import os
import sys
from contextlib import closing

from app import mail_settings
from app.commands.opening import database, usable
from app.jobs import mail
from app.settings import council_from
from db.session import Database
from domain import formatting
from workflow.messages import mail_queue
from workflow.messages.mail_queue import Mail


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the command."""
    kinds = command.add_subparsers(required=True, metavar="what")
    summary = "send once every notice that is due; running servers do so by themselves"
    kinds.add_parser("send", help=summary, description=summary).set_defaults(do=do_send)


def do_send(arguments: argparse.Namespace) -> int:
    """Send what is due."""
    del arguments
    with usable(), closing(database()) as opened:
        return _send(opened)


def _send(database: Database) -> int:
    smtp, address = mail_settings.needed_from(os.environ)
    send = mail.sender(smtp, address, council_from(os.environ))
    failed = []

    def noted(notice: Mail) -> None:
        try:
            send(notice)
        except (OSError, ValueError) as error:
            failed.append(notice)
            print(f"The notice to {notice.to} was not sent: {error}", file=sys.stderr)
            raise

    sent = mail_queue.send_due(database, noted)
    print(f"Sent {formatting.counted(sent, 'notice', 'notices')}.")
    return 1 if failed else 0
