"""Commands: ``python -m app``. Each prints its result, or one message on what is wrong.

A command's module is imported when the command is given, so that ``--help`` and small commands do
not wait for what they do not use.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from app.settings import HELP
from domain.errors import CompendiumError


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does, and the function that adds what it takes.

    ``adds`` is a module of this package and a function: "people:add_to".
    """

    name: str
    summary: str
    adds: str

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes to its parser."""
        module, function = self.adds.split(":")
        getattr(import_module(f"app.commands.{module}"), function)(parser)


# fmt: off
COMMANDS = (
    Command("run", "prepare a demonstration (or check an installation) and serve it", "run:add_to"),
    Command("migrate", "bring the database's tables up to date", "data:add_migrate"),
    Command("load", "load a folder's editions and the comparison of councils, or say what is wrong", "data:add_load"),
    Command("counts", "count an edition's indicators", "counts:add_to"),
    Command("league", "rank areas by what they have per head", "comparison:add_league"),
    Command("quadrant", "performance against spend by theme", "comparison:add_quadrant"),
    Command("standing", "rank areas on one indicator", "comparison:add_standing"),
    Command("audit", "verify and export the audit log", "audit:add_to"),
    Command("workflow", "show and draw how an edition is approved", "governance:add_to"),
    Command("demo", "take a demonstration's edition on", "demo:add_to"),
    Command("mail", "send notices by e-mail", "mail:add_to"),
    Command("person", "add and disable people, roles and passwords", "people:add_to"),
)
# fmt: on


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = parser(given[0] if given else "").parse_args(given)
    try:
        status: int | None = command.do(command)
    except CompendiumError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stdout = None  # the reader of the pipe has closed it
        return 0
    except OSError as error:
        print(f"{error.filename} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    return status or 0


def parser(name: str) -> argparse.ArgumentParser:
    """Return the parser that lists every command, with what the one of this name takes."""
    top = argparse.ArgumentParser(
        prog="python -m app",
        description="Compendium: a county council's annual performance figures and papers.",
        epilog="Settings come from the environment:\n\n" + HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.summary, description=command.summary)
        if command.name == name:
            command.add_to(one)
    return top
