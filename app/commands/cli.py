"""Commands: ``python -m app``. Each prints its result, or one message on what is wrong."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.orm import Session

from app import demonstration
from app.commands import audit, comparison, demo, governance, mail, people
from app.commands.arguments import year
from app.settings import DEMONSTRATION_DATABASE, HELP, Settings, settings_from
from db.migrating import is_pending, migrate
from db.queries import editions, indicators
from db.session import Database
from domain.errors import BadSettings, CompendiumError
from domain.indicators import counting, indicator_wording
from domain.people.demonstration import PASSWORD, PEOPLE
from workflow.intake import loading


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    command = parser().parse_args(arguments)
    try:
        status: int | None = command.do(command)
    except CompendiumError as error:
        print(error, file=sys.stderr)
        return 1
    except (ArgumentError, DatabaseError, ImportError) as error:
        why = str(error).partition("\n")[0]
        print(f"The database of COMPENDIUM_DATABASE cannot be used: {why}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stdout = None  # the reader of the pipe has closed it
        return 0
    except OSError as error:
        print(f"{error.filename} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    return status or 0


def parser() -> argparse.ArgumentParser:
    """Return the parser with every command and its help."""
    top = argparse.ArgumentParser(
        prog="python -m app",
        description="Compendium: a county council's annual performance figures and papers.",
        epilog="Settings come from the environment:\n\n" + HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(required=True, metavar="command")
    _add(commands, "run", run, "prepare a demonstration (or check an installation) and serve it")
    _add(commands, "migrate", do_migrate, "bring the database's tables up to date")
    load = _add(
        commands,
        "load",
        do_load,
        "load a folder's editions and the comparison of councils, or say what is wrong",
    )
    load.add_argument("folder", type=Path)
    counts = _add(commands, "counts", do_counts, "count an edition's indicators")
    counts.add_argument("year", type=year)
    counts.add_argument("--dashboard", action="extend", nargs="+", default=[], metavar="NAME")
    counts.add_argument("--without", action="extend", nargs="+", default=[], metavar="NAME")
    counts.add_argument("--json", action="store_true", help="print one JSON object")
    comparison.add_commands(commands, _reading)
    audit.add_commands(commands, _reading)
    governance.add_commands(commands, _reading)
    demo.add_commands(commands, _writing)
    mail.add_commands(commands, _database)
    people.add_commands(commands, _reading, _writing)
    return top


def run(arguments: argparse.Namespace) -> None:
    """Serve; in a demonstration, first create its data."""
    del arguments
    from app import create_app, logs, serving  # noqa: PLC0415 - other commands need no web server

    settings = _settings()
    serving.check_port(settings.host, settings.port)
    database = Database(settings.database)
    if settings.demonstration:
        for sentence in demonstration.prepare(database):
            print(sentence, flush=True)
    serving.check_ready(database, demonstration=settings.demonstration)
    database.close()
    logs.set_up(_log_file(settings) if settings.demonstration else None)
    app = create_app(settings)
    serving.serve(app.server, settings, when_ready=lambda: _say_ready(settings))


def do_migrate(arguments: argparse.Namespace) -> None:
    """Apply every pending migration."""
    del arguments
    with closing(_database(migrated=False)) as database:
        migrate(database)
    print("The database is up to date.")


def do_load(arguments: argparse.Namespace) -> None:
    """Load a folder's editions, and its comparison if it holds one, all or nothing."""
    with _writing() as session:
        sentences = loading.load(session, arguments.folder)
    print("\n".join(sentences))


def do_counts(arguments: argparse.Namespace) -> None:
    """Print counts with their scope."""
    with _reading() as session:
        editions.by_year(session, arguments.year)
        dashboards = editions.dashboards(session, arguments.year)
        rows = indicators.of_edition(session, arguments.year)
    chosen = counting.choose(dashboards, arguments.dashboard, arguments.without)
    counts = counting.count(
        (row for row in rows if row.dashboard in chosen),
        scope=counting.scope_in_words(chosen, dashboards),
    )
    if arguments.json:
        print(json.dumps(counts.as_json(), ensure_ascii=False))
        return
    print(
        f"{indicator_wording.direction_summary(counts)} {indicator_wording.quartile_summary(counts)} {indicator_wording.target_summary(counts)}"
    )
    print(f"Counted over {counts.scope}.")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    do: object,
    summary: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary)
    command.set_defaults(do=do)
    return command


def _settings() -> Settings:
    settings = settings_from(os.environ)
    if settings.demonstration and not settings.secret:
        settings = replace(settings, secret=demonstration.secret_beside(DEMONSTRATION_DATABASE))
    return settings


def _log_file(settings: Settings) -> TextIO:
    """Open a demonstration's log beside its database, so that the terminal stays readable."""
    address = make_url(settings.database)
    embedded = address.get_backend_name() == "sqlite" and address.database
    beside = Path(address.database or "") if embedded else DEMONSTRATION_DATABASE
    beside.parent.mkdir(parents=True, exist_ok=True)
    return beside.with_suffix(".log").open("a", buffering=1, encoding="utf-8")


@contextmanager
def _writing() -> Iterator[Session]:
    with closing(_database()) as database, database.session_scope() as session:
        yield session


@contextmanager
def _reading() -> Iterator[Session]:
    with closing(_database()) as database, database.reading_scope() as session:
        yield session


def _database(*, migrated: bool = True) -> Database:
    """Return the database of the environment, or the demonstration's where none is named."""
    address = os.environ.get("COMPENDIUM_DATABASE", "")
    if not address:
        DEMONSTRATION_DATABASE.parent.mkdir(parents=True, exist_ok=True)
        address = f"sqlite:///{DEMONSTRATION_DATABASE}"
    database = Database(address)
    if migrated and is_pending(database):
        raise BadSettings(
            "The database lacks a migration. Run “python -m app migrate” first.",
            says_nothing_changed=True,
        )
    return database


def _say_ready(settings: Settings) -> None:
    print(f"\nCompendium answers at http://{settings.host}:{settings.port}/")
    if settings.demonstration:
        names = ", ".join(username for username, _, _ in PEOPLE)
        print(f"Sign in as any of: {names}. The password of each is {PASSWORD}")
    print("Stop it with Ctrl+C.\n", flush=True)
