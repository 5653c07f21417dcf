"""The command ``run``: serves a demonstration, which it prepares, or an installation."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from sqlalchemy import make_url

from app import demonstration, logs, serving, settings
from app.assembly import create_app
from app.commands.opening import usable
from app.settings import Settings, settings_from
from db.session import Database
from domain.people.demonstration import PASSWORD, PEOPLE


def add_to(command: argparse.ArgumentParser) -> None:
    """Add what the command takes: nothing."""
    command.set_defaults(do=run)


def run(arguments: argparse.Namespace) -> None:
    """Serve; in a demonstration, first create its data."""
    del arguments
    chosen = _settings()
    serving.check_port(chosen.host, chosen.port)
    with usable():
        _prepare(chosen)
    logs.set_up(_log_file(chosen) if chosen.demonstration else None)
    app = create_app(chosen)
    serving.serve(app.server, chosen, when_ready=lambda: _say_ready(chosen))


def _prepare(chosen: Settings) -> None:
    database = Database(chosen.database)
    if chosen.demonstration:
        for sentence in demonstration.prepare(database):
            print(sentence, flush=True)
    serving.check_ready(database, demonstration=chosen.demonstration)
    database.close()


def _settings() -> Settings:
    chosen = settings_from(os.environ)
    if chosen.demonstration and not chosen.secret:
        secret = demonstration.secret_beside(settings.DEMONSTRATION_DATABASE)
        chosen = replace(chosen, secret=secret)
    return chosen


def _log_file(chosen: Settings) -> TextIO:
    """Open a demonstration's log beside its database, so that the terminal stays readable."""
    address = make_url(chosen.database)
    embedded = address.get_backend_name() == "sqlite" and address.database
    beside = Path(address.database or "") if embedded else settings.DEMONSTRATION_DATABASE
    beside.parent.mkdir(parents=True, exist_ok=True)
    return beside.with_suffix(".log").open("a", buffering=1, encoding="utf-8")


def _say_ready(chosen: Settings) -> None:
    print(f"\nCompendium answers at http://{chosen.host}:{chosen.port}/")
    if chosen.demonstration:
        names = ", ".join(username for username, _, _ in PEOPLE)
        print(f"Sign in as any of: {names}. The password of each is {PASSWORD}")
    print("Stop it with Ctrl+C.\n", flush=True)
