"""Commands on people: ``person add``, ``disable``, ``enable``, ``email``, ``password``, ``role``, ``list``."""

import argparse
import getpass
import sys
from collections.abc import Callable

from app.commands.opening import reading, writing
from db.queries import people
from domain import formatting
from domain.errors import CompendiumError
from domain.people.role_wording import ROLES
from domain.terms import Role
from workflow.people import accounts as service

Do = Callable[[argparse.Namespace], None]
ROLE_WORDS = f"any of: {', '.join(role.value for role in Role)}"


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the commands."""
    kinds = command.add_subparsers(required=True, metavar="what")
    add = _add(kinds, "add", add_person, "add someone; the password is asked for")
    add.add_argument("username")
    add.add_argument("name")
    add.add_argument("roles", nargs="*", type=_role, metavar="role", help=ROLE_WORDS)
    add.add_argument("--email", default="", metavar="ADDRESS", help="where notices are sent")
    for name, do, summary in (
        ("disable", disable_person, "stop someone from signing in"),
        ("enable", enable_person, "let someone sign in again"),
        ("password", set_password, "set a new password, which is asked for"),
    ):
        _add(kinds, name, do, summary).add_argument("username")
    email = _add(kinds, "email", set_email, "say where notices to someone are sent")
    email.add_argument("username")
    email.add_argument("address", help="an e-mail address; '' takes the present one away")
    role = _add(kinds, "role", set_roles, "give someone exactly these roles")
    role.add_argument("username")
    role.add_argument("roles", nargs="*", type=_role, metavar="role", help=ROLE_WORDS)
    _add(kinds, "list", list_people, "list everyone")


def _add(
    kinds: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    do: Do,
    summary: str,
) -> argparse.ArgumentParser:
    command = kinds.add_parser(name, help=summary, description=summary)
    command.set_defaults(do=do)
    return command


def _role(text: str) -> Role:
    if text not in set(Role):
        raise argparse.ArgumentTypeError(f"“{text}” is no role; there are {ROLE_WORDS[8:]}")
    return Role(text)


def add_person(arguments: argparse.Namespace) -> None:
    """Add a person who can sign in."""
    password = _ask_password()
    with writing() as session:
        person = service.add(
            session,
            arguments.username,
            arguments.name,
            arguments.roles,
            password,
            email=arguments.email,
        )
    print(f"{person.name} can now sign in as {person.username}.")


def disable_person(arguments: argparse.Namespace) -> None:
    """Prevent a person from signing in."""
    with writing() as session:
        service.disable(session, arguments.username)
    print(f"{arguments.username} can no longer sign in, and is signed out everywhere.")


def enable_person(arguments: argparse.Namespace) -> None:
    """Allow a person to sign in again."""
    with writing() as session:
        service.enable(session, arguments.username)
    print(f"{arguments.username} can sign in again.")


def set_password(arguments: argparse.Namespace) -> None:
    """Set a new password."""
    password = _ask_password()
    with writing() as session:
        service.set_password(session, arguments.username, password)
    print(f"{arguments.username} has a new password, and is signed out everywhere.")


def set_email(arguments: argparse.Namespace) -> None:
    """Set the address for a person's notices, or none."""
    with writing() as session:
        address = service.set_email(session, arguments.username, arguments.address)
    if address:
        print(f"Notices to {arguments.username} are sent to {address}.")
    else:
        print(
            f"{arguments.username} has no e-mail address: notices are shown in the product alone."
        )


def set_roles(arguments: argparse.Namespace) -> None:
    """Set a person's roles."""
    with writing() as session:
        service.set_roles(session, arguments.username, arguments.roles)
    roles = formatting.listed([ROLES[role] for role in arguments.roles]) or "no role"
    print(f"{arguments.username} now holds: {roles}. They are signed out everywhere.")


def list_people(arguments: argparse.Namespace) -> None:
    """Print every person, their roles, their address and whether they can sign in."""
    del arguments
    with reading() as session:
        for person in people.everyone(session):
            roles = ", ".join(sorted(person.roles)) or "no role"
            email = f", {person.email}" if person.email else ""
            state = " (disabled)" if person.disabled_at else ""
            print(f"{person.username}: {person.name}: {roles}{email}{state}")


def _ask_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise CompendiumError("The two passwords are not the same.", says_nothing_changed=True)
    return first
