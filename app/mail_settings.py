"""The settings of e-mail: the mail server, and the product's address for links."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.errors import BadSettings
from domain.people.accounts import is_address

HELP = """\
COMPENDIUM_SMTP            a mail server, host:port; without it notices are not e-mailed
COMPENDIUM_SMTP_FROM       the address they come from (needed with it)
COMPENDIUM_SMTP_USER       with COMPENDIUM_SMTP_PASSWORD, where the server asks for them
COMPENDIUM_ADDRESS         the product's own https://… address, for links (needed with it)
"""
SERVER = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")
WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?")
HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Smtp:
    """The mail server and the sender of mail. Without a user nobody logs in."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


def smtp_from(environment: Mapping[str, str]) -> Smtp | None:
    """Return the mail server, where one is named. Assumes settings without faults."""
    server = SERVER.fullmatch(environment.get("COMPENDIUM_SMTP", ""))
    if server is None:
        return None
    names = ("FROM", "USER", "PASSWORD")
    values = [environment.get(f"COMPENDIUM_SMTP_{name}", "") for name in names]
    return Smtp(server["host"].strip("[]"), int(server["port"]), *values)


def address_from(environment: Mapping[str, str]) -> str:
    """Return the product's address without a slash at its end; empty where none is set."""
    return environment.get("COMPENDIUM_ADDRESS", "").rstrip("/")


def needed_from(environment: Mapping[str, str]) -> tuple[Smtp, str]:
    """Return the mail server and the address, for sending now. Raises ``BadSettings`` without them."""
    wrong = list(faults(environment))
    if wrong:
        raise BadSettings(" ".join(wrong))
    smtp = smtp_from(environment)
    if smtp is None:
        raise BadSettings("Set COMPENDIUM_SMTP to a mail server, host:port. Nothing was sent.")
    return smtp, address_from(environment)


def faults(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield what is missing or unfit, one sentence each; a password is never repeated."""
    server = environment.get("COMPENDIUM_SMTP", "")
    address = environment.get("COMPENDIUM_ADDRESS", "")
    login = [environment.get(f"COMPENDIUM_SMTP_{name}", "") for name in ("USER", "PASSWORD")]
    if any(login) and not all(login):
        yield "Set both COMPENDIUM_SMTP_USER and COMPENDIUM_SMTP_PASSWORD, or neither."
    if address and not WEB.fullmatch(address):
        yield f"COMPENDIUM_ADDRESS must be like https://compendium.gov.uk, not “{address}”."
    if server:
        yield from _faults_of_server(server, environment)


def _faults_of_server(server: str, environment: Mapping[str, str]) -> Iterator[str]:
    if not _is_server(server):
        yield f"COMPENDIUM_SMTP must be host:port, like mail.gov.uk:587, not “{server}”."
    if not is_address(environment.get("COMPENDIUM_SMTP_FROM", "")):
        yield "Set COMPENDIUM_SMTP_FROM to the e-mail address that notices come from."
    if not environment.get("COMPENDIUM_ADDRESS"):
        yield "Set COMPENDIUM_ADDRESS to the product's own address, for the links in e-mail."


def _is_server(text: str) -> bool:
    server = SERVER.fullmatch(text)
    return server is not None and 1 <= int(server["port"]) <= HIGHEST_PORT
