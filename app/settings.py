"""Settings, read once from the environment, and the faults that prevent a start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app import mail_settings
from app.mail_settings import Smtp
from domain.council import Council
from domain.errors import BadSettings

SHORTEST_SECRET = 32
FOLDER = Path(__file__).parent.parent
DEMONSTRATION_DATABASE = FOLDER / "var" / "compendium.sqlite"
NUMBERS = (("PORT", 1, 65535), ("WORKERS", 1, 64), ("COMPENDIUM_PROXIES", 0, 9))
WELL_KNOWN = ("secret", "change", "default", "example", "password", "compendium")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between one installation and another.

    ``https`` marks cookies as secure; ``proxies`` is the number of proxies in front whose
    forwarding headers are trusted. Without ``smtp`` no mail is sent; ``address`` is the
    product's own, for the links in it.
    """

    secret: str
    database: str
    demonstration: bool = False
    https: bool = True
    proxies: int = 0
    host: str = "127.0.0.1"
    port: int = 8050
    workers: int = 2
    council: Council = field(default_factory=Council)
    smtp: Smtp | None = None
    address: str = ""


HELP = f"""\
COMPENDIUM_SECRET          at least 32 characters, random; signs cookies (needed)
COMPENDIUM_DATABASE        a database's address, such as postgresql+psycopg://… (needed)
COMPENDIUM_HTTPS           yes (as it is when not set) or no
COMPENDIUM_PROXIES         how many proxies stand in front; 0 when not set
COMPENDIUM_COUNCIL_NAME    the council's full name
COMPENDIUM_COUNCIL_SHORT   the name of its area, in the header
COMPENDIUM_COUNCIL_CODE    its nine-character GSS code
COMPENDIUM_COUNCIL_CONTACT whom readers can ask
COMPENDIUM_COUNCIL_COLOUR  the accent colour, like #12436D; checked for contrast
HOST, PORT, WORKERS        where it answers (127.0.0.1, 8050) and with how many processes (2)
{mail_settings.HELP}"""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings. Raises ``BadSettings`` naming everything that is missing or unfit."""
    demonstration = environment.get("COMPENDIUM_DEMONSTRATION", "") == "yes"
    wrong = _whole_numbers_wrong(environment)
    if not demonstration:
        wrong += _unsafe(environment)
    elif environment.get("HOST", "127.0.0.1") not in ("127.0.0.1", "localhost", "::1"):
        wrong.append("A demonstration, whose passwords are known, answers on this machine alone.")
    council = _council(environment)
    wrong += council.faults() + list(mail_settings.faults(environment))
    if wrong:
        raise BadSettings(" ".join(["Compendium did not start.", *wrong]))
    return Settings(
        secret=environment.get("COMPENDIUM_SECRET", ""),
        database=environment.get("COMPENDIUM_DATABASE", f"sqlite:///{DEMONSTRATION_DATABASE}"),
        demonstration=demonstration,
        https=environment.get("COMPENDIUM_HTTPS", "no" if demonstration else "yes") != "no",
        proxies=int(environment.get("COMPENDIUM_PROXIES", "0")),
        host=environment.get("HOST", "127.0.0.1"),
        port=int(environment.get("PORT", "8050")),
        workers=int(environment.get("WORKERS", "2")),
        council=council,
        smtp=mail_settings.smtp_from(environment),
        address=mail_settings.address_from(environment),
    )


def _unsafe(environment: Mapping[str, str]) -> list[str]:
    wrong = []
    secret = environment.get("COMPENDIUM_SECRET", "")
    if not secret:
        wrong.append("Set COMPENDIUM_SECRET to a random text of 32 characters or more.")
    elif len(secret) < SHORTEST_SECRET or len(set(secret)) < SHORTEST_SECRET // 4:
        wrong.append("COMPENDIUM_SECRET is too short or too plain: use 32 random characters.")
    elif any(word in secret.lower() for word in WELL_KNOWN):
        wrong.append("COMPENDIUM_SECRET looks like a default: use 32 random characters.")
    if not environment.get("COMPENDIUM_DATABASE"):
        wrong.append("Set COMPENDIUM_DATABASE to the address of the database.")
    wrong += [
        f"{name} must not be set: the product never serves in debug mode."
        for name in ("COMPENDIUM_DEBUG", "FLASK_DEBUG", "DASH_DEBUG")
        if environment.get(name, "").lower() not in ("", "0", "no", "false")
    ]
    return wrong


def _whole_numbers_wrong(environment: Mapping[str, str]) -> list[str]:
    return [
        f"{name} must be a whole number from {least} to {most}, not “{environment[name]}”."
        for name, least, most in NUMBERS
        if name in environment and not _is_within(environment[name], least, most)
    ]


def _is_within(text: str, least: int, most: int) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,5}", text)) and least <= int(text) <= most


def council_from(environment: Mapping[str, str]) -> Council:
    """Read the council alone, for commands. Raises ``BadSettings`` naming what is unfit."""
    council = _council(environment)
    if council.faults():
        raise BadSettings(" ".join(council.faults()))
    return council


def _council(environment: Mapping[str, str]) -> Council:
    values = {
        field: environment[f"COMPENDIUM_COUNCIL_{field.upper()}"]
        for field in ("name", "short", "code", "contact", "colour")
        if environment.get(f"COMPENDIUM_COUNCIL_{field.upper()}")
    }
    return Council(**values)
