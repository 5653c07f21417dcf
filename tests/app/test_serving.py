"""What no installation may start with, and starting for real."""

import gc
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from flask import Flask

from app import serving
from app.commands.cli import main
from app.serving import Gunicorn, check_port, check_ready, serve, settle
from app.settings import Settings
from callbacks.comparison.comparison_request import CACHE_KEY, comparison_figures
from db.migrating import migrate
from db.session import Database
from domain.errors import BadSettings
from domain.people.demonstration import PASSWORD, PEOPLE
from domain.terms import Role
from tests.app.product import SECRET
from tests.builders import REPOSITORY, a_person
from workflow.people import accounts


@pytest.fixture
def fresh(tmp_path):
    """A database without any table."""
    database = Database(f"sqlite:///{tmp_path / 'fresh.sqlite'}")
    yield database
    database.close()


@contextmanager
def a_listener():
    """Somebody else on a port of this machine."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("demonstration", [True, False])
def test_a_pending_migration_is_refused(fresh, demonstration):
    with pytest.raises(BadSettings, match="lacks a migration: run “python -m app migrate” first"):
        check_ready(fresh, demonstration=demonstration)


def test_demonstration_people_are_refused_outside_a_demonstration(fresh):
    migrate(fresh)
    with fresh.session_scope() as session:
        accounts.add(session, "officer", "Made Up", [Role.MEMBER], PASSWORD, demonstration=True)
    with pytest.raises(BadSettings, match=r"demonstration people \(officer\)"):
        check_ready(fresh, demonstration=False)
    check_ready(fresh, demonstration=True)


def test_an_installation_with_people_of_its_own_is_ready(fresh):
    migrate(fresh)
    a_person(fresh)
    check_ready(fresh, demonstration=False)


def test_a_port_that_is_taken_is_said_so_with_what_to_do():
    with a_listener() as port, pytest.raises(BadSettings) as refusal:
        check_port("127.0.0.1", port)
    assert f"Port {port} on 127.0.0.1 is taken" in str(refusal.value)
    assert f"make run PORT={port + 1}" in str(refusal.value)


def test_a_free_port_is_no_obstacle():
    check_port("127.0.0.1", a_free_port())


def test_an_address_of_another_machine_is_said_so():
    with pytest.raises(BadSettings, match=r"Port 80\d\d on 192\.0\.2\.1"):
        check_port("192.0.2.1", 8099)


def test_the_server_is_told_its_address_and_says_when_it_is_ready(monkeypatch):
    started, said = [], []
    monkeypatch.setattr(Gunicorn, "run", lambda gunicorn: started.append(gunicorn.cfg))
    server = Flask("ours")
    settings = Settings(secret=SECRET, database="", port=8123, workers=3)
    serve(server, settings, when_ready=lambda: said.append("ready"))
    (handed,) = started
    assert handed.address == [("127.0.0.1", 8123)]
    assert handed.workers == 3
    handed.when_ready(None)
    assert said == ["ready"]
    settled = []
    monkeypatch.setattr(serving, "settle", settled.append)
    handed.post_worker_init(None)
    assert settled == [server]
    assert Gunicorn(server, {}).load() is server


@pytest.fixture
def thawed():
    """What is kept out of the tidying of memory is given back to it afterwards."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
@pytest.mark.unmeasured
def test_a_new_process_has_the_figures_before_its_first_reader(app, monkeypatch):
    monkeypatch.delitem(app.server.extensions, CACHE_KEY, raising=False)
    settle(app.server)
    kept = app.server.extensions[CACHE_KEY]
    assert gc.get_freeze_count() > 0
    with app.server.app_context():
        assert comparison_figures() is kept


@pytest.mark.usefixtures("thawed")
def test_a_process_starts_where_no_councils_are_compared_yet(own_app):
    settle(own_app.server)
    assert CACHE_KEY not in own_app.server.extensions


def start(folder, port: int, **more: str) -> subprocess.Popen:
    """``python -m app run``, as make runs it, on a database of its own."""
    environment = {
        **os.environ,
        "COMPENDIUM_DEMONSTRATION": "yes",
        "COMPENDIUM_DATABASE": f"sqlite:///{folder / 'run.sqlite'}",
        "COMPENDIUM_SECRET": SECRET,
        "PORT": str(port),
        "WORKERS": "1",
        **more,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "app", "run"],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def answer(address: str, tries: int = 900) -> str:
    for _ in range(tries):
        try:
            with urlopen(address, timeout=5) as response:
                return response.read().decode()
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.mark.unmeasured
def test_a_demonstration_starts_from_nothing_and_says_where_it_is_and_how_to_sign_in(
    tmp_path, monkeypatch, capsys
):
    port = a_free_port()
    running = start(tmp_path, port)
    try:
        assert answer(f"http://127.0.0.1:{port}/healthz") == '{"status":"ok"}\n'
        assert "243 indicators" in answer(f"http://127.0.0.1:{port}/")
        monkeypatch.setenv("COMPENDIUM_DEMONSTRATION", "yes")
        monkeypatch.setenv("PORT", str(port))
        assert main(["run"]) == 1
        assert f"Port {port} on 127.0.0.1 is taken" in capsys.readouterr().err
    finally:
        running.send_signal(signal.SIGTERM)
        said, wrong = running.communicate(timeout=60)
    assert f"http://127.0.0.1:{port}/" in said
    assert PASSWORD in said
    assert [username for username, _, _ in PEOPLE if username not in said] == []
    assert re.search("Loading the 2022 edition", said)
    assert "Traceback" not in wrong
