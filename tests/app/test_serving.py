"""What no installation may start with, and starting for real."""

import gc
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from app.commands.cli import main
from app.serving import check_port, check_ready, prepared, settle
from app.settings import Settings
from callbacks.request_context import DATABASE
from db.migrating import migrate
from db.queries.comparison import comparison_figures
from db.session import Database
from domain.errors import BadSettings, NotFound
from domain.people.demonstration import PASSWORD, PEOPLE
from domain.terms import Role
from tests.app.product import SECRET
from tests.builders import REPOSITORY, a_person
from tests.builders.statements import counted
from workflow.people import accounts

pytestmark = pytest.mark.unmeasured


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
    with pytest.raises(BadSettings, match="app migrate"):
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
    assert f"Port {port}" in str(refusal.value)
    assert f"make run PORT={port + 1}" in str(refusal.value)


def test_a_free_port_is_no_obstacle():
    check_port("127.0.0.1", a_free_port())


def test_an_address_of_another_machine_is_said_so():
    with pytest.raises(BadSettings, match=r"Port 80\d\d on 192\.0\.2\.1"):
        check_port("192.0.2.1", 8099)


def test_the_server_is_told_its_address_and_says_when_it_is_ready(own_app):
    said = []
    server = own_app.server
    settings = Settings(secret=SECRET, database="", port=8123, workers=3)
    gunicorn = prepared(server, settings, when_ready=lambda: said.append("ready"))
    assert gunicorn.cfg.address == [("127.0.0.1", 8123)]
    assert gunicorn.cfg.workers == 3
    gunicorn.cfg.when_ready(None)
    assert said == ["ready"]
    assert gunicorn.load() is server


@pytest.fixture
def thawed():
    """What is kept out of the tidying of memory is given back to it afterwards."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_figures_are_loaded_and_connections_closed_before_the_processes_divide(app):
    database = app.server.extensions[DATABASE]
    settle(app.server)
    assert gc.get_freeze_count() > 0
    assert database.engine.pool.checkedin() == 0
    with database.reading_scope() as session, counted(database) as statements:
        assert comparison_figures(session) is comparison_figures(session)
    assert len(statements) == 2  # each asks which release is loaded, and reads nothing else


@pytest.mark.usefixtures("thawed")
def test_a_process_starts_where_no_councils_are_compared_yet(own_app):
    settle(own_app.server)
    with own_app.server.extensions[DATABASE].reading_scope() as session, pytest.raises(NotFound):
        comparison_figures(session)


@contextmanager
def running(folder, port: int) -> Iterator[subprocess.Popen]:
    """``python -m app run``, as make runs it, on a database of its own; stopped afterwards."""
    environment = {
        **os.environ,
        "COMPENDIUM_DEMONSTRATION": "yes",
        "COMPENDIUM_DATABASE": f"sqlite:///{folder / 'run.sqlite'}",
        "COMPENDIUM_SECRET": SECRET,
        "PORT": str(port),
        "WORKERS": "1",
    }
    with (folder / "stderr").open("w") as wrong:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "run"],
            cwd=REPOSITORY,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=wrong,
            text=True,
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def said_until_ready(process: subprocess.Popen) -> list[str]:
    """What the command prints until it answers, however long that takes, or until it ends."""
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if line.startswith("Stop it"):
            break
    return lines


def answer(address: str) -> str:
    with urlopen(address) as response:
        return response.read().decode()


def test_a_demonstration_starts_from_nothing_and_says_where_it_is_and_how_to_sign_in(
    tmp_path, monkeypatch, capsys
):
    port = a_free_port()
    with running(tmp_path, port) as process:
        said = said_until_ready(process)
        assert answer(f"http://127.0.0.1:{port}/healthz") == '{"status":"ok"}\n'
        assert "243 indicators" in answer(f"http://127.0.0.1:{port}/")
        monkeypatch.setenv("COMPENDIUM_DEMONSTRATION", "yes")
        monkeypatch.setenv("PORT", str(port))
        assert main(["run"]) == 1
        assert f"Port {port}" in capsys.readouterr().err
    names = ", ".join(username for username, _, _ in PEOPLE)
    made, ready = said[: said.index("")], said[said.index("") + 1 :]
    figures = [re.findall(r"[\d,]*\d", line) for line in made]
    assert figures == [
        [],
        ["2022", "152"],
        ["2022", "243", "17"],
        ["256,940", "232"],
        ["2022", "7"],
        [str(len(PEOPLE))],
        ["2023"],
    ]
    assert f"http://127.0.0.1:{port}/" in ready[0]
    assert names in ready[1]
    assert PASSWORD in ready[1]
    assert len(ready) == 3
    assert "Traceback" not in (tmp_path / "stderr").read_text()
