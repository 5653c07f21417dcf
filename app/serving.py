"""Serving with gunicorn, after the checks that every installation needs."""

import gc
import socket
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from app.jobs import mail
from app.settings import Settings
from callbacks.request_context import DATABASE
from db.migrating import is_pending
from db.queries import people
from db.session import Database
from domain.errors import BadSettings
from workflow.editions.comparison_snapshot import comparison_snapshot


def check_ready(database: Database, *, demonstration: bool) -> None:
    """Check that no migration is pending and that real use has no demonstration people."""
    if is_pending(database):
        raise BadSettings(
            "Compendium did not start. The database lacks a migration: run "
            "“python -m app migrate” first."
        )
    if demonstration:
        return
    with database.reading_scope() as session:
        made_up = [person.username for person in people.demonstration(session)]
    if made_up:
        raise BadSettings(
            "Compendium did not start. The database holds demonstration people "
            f"({', '.join(made_up)}), whose password is known: use a database of its own."
        )


def check_port(host: str, port: int) -> None:
    """Check that nothing else answers at this address already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadSettings(
                f"Compendium did not start. Port {port} on {host} is taken or cannot be used "
                f"({error.strerror}). Choose another, for instance: make run PORT={port + 1}"
            ) from None


class Gunicorn(BaseApplication):
    """Gunicorn with settings from arguments instead of a file."""

    def __init__(self, server: Flask, options: dict[str, Any]) -> None:
        """Store what ``load_config`` and ``load`` return."""
        self.server = server
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Set the options."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application."""
        return self.server


def serve(server: Flask, settings: Settings, *, when_ready: Callable[[], None]) -> None:
    """Serve until stopped. ``when_ready`` is called when the server answers."""
    settle(server)
    prepared(server, settings, when_ready=when_ready).run()


def prepared(server: Flask, settings: Settings, *, when_ready: Callable[[], None]) -> Gunicorn:
    """Return gunicorn with the options of the settings."""
    options = {
        "bind": f"{settings.host}:{settings.port}",
        "workers": settings.workers,
        "threads": 4,
        "worker_class": "gthread",
        "timeout": 60,
        "loglevel": "warning",
        "when_ready": lambda _arbiter: when_ready(),
        "post_worker_init": lambda _worker: mail.begin(settings),
        "control_socket_disable": True,
    }
    return Gunicorn(server, options)


def settle(server: Flask) -> None:
    """Load what all answers share, before the processes divide: they hold it once, and no reader waits.

    Connections are closed, because a process must open its own. What is loaded is excluded from
    later garbage collection, which would copy it.
    """
    database: Database = server.extensions[DATABASE]
    with database.reading_scope() as session:
        comparison_snapshot(session)
    database.close()
    gc.collect()
    gc.freeze()
