"""The command that serves, and what a WSGI server is given."""

import runpy
import shutil

import pytest
from sqlalchemy import make_url, text

from app import demonstration, serving, settings
from app.commands import run
from app.settings import Settings
from db.session import Database
from domain.errors import BadSettings
from domain.people.demonstration import PASSWORD
from tests.app.product import SECRET
from tests.builders import REPOSITORY, templates

pytestmark = pytest.mark.unmeasured


@pytest.fixture
def served(monkeypatch, tmp_path):
    """What would be served: the server and its settings; the demonstration's files aside."""
    handed = []

    def serve(server, chosen, *, when_ready) -> None:
        handed.append((server, chosen))
        when_ready()

    monkeypatch.setattr(serving, "serve", serve)
    monkeypatch.setattr(serving, "check_port", lambda host, port: None)
    monkeypatch.setattr(settings, "DEMONSTRATION_DATABASE", tmp_path / "made.sqlite")
    logs, open_log = [], run._log_file
    monkeypatch.setattr(run, "_log_file", lambda given: logs.append(open_log(given)) or logs[-1])
    yield handed
    for log in logs:
        log.close()


def take_away(url: str, username: str) -> None:
    database = Database(url)
    with database.session_scope() as session:
        session.execute(text("DELETE FROM person WHERE username = :name"), {"name": username})
    database.close()


def test_running_a_demonstration_makes_what_is_missing_and_says_how_to_sign_in(
    sqlite_databases, url, said, served, monkeypatch, tmp_path
):
    made = make_url(sqlite_databases.url(templates.demonstrated(sqlite_databases))).database
    shutil.copyfile(made, make_url(url).database)
    take_away(url, "second")
    monkeypatch.setenv("COMPENDIUM_DEMONSTRATION", "yes")
    told = said("run")
    assert told.startswith("Added 1 person")
    assert " http://127.0.0.1:8050/\n" in told
    assert PASSWORD in told
    ((server, chosen),) = served
    assert server.config["SECRET_KEY"] == chosen.secret
    assert chosen.secret == demonstration.secret_beside(tmp_path / "made.sqlite")
    server.test_client().get("/methods")
    assert '"path": "/methods"' in (tmp_path / "commanded.log").read_text(encoding="utf-8")


def test_a_demonstration_on_a_server_s_database_keeps_its_log_here(served, tmp_path):
    chosen = Settings(secret=SECRET, database="postgresql+psycopg://ours/ours")
    assert run._log_file(chosen).name == str(tmp_path / "made.log")


def test_an_installation_is_served_as_it_is(loaded, said, served, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_SECRET", SECRET)
    monkeypatch.setenv("PORT", "8123")
    told = said("run")
    assert told.splitlines()[1].endswith(" http://127.0.0.1:8123/")
    assert PASSWORD not in told


def test_an_installation_without_settings_is_not_served(refused, served, monkeypatch):
    for name in ("COMPENDIUM_SECRET", "COMPENDIUM_DATABASE", "COMPENDIUM_DEMONSTRATION"):
        monkeypatch.delenv(name, raising=False)
    assert "Set COMPENDIUM_SECRET" in refused("run")
    assert served == []


def test_an_installation_with_a_pending_migration_is_not_served(url, refused, served, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_SECRET", SECRET)
    assert "lacks a migration" in refused("run")
    assert served == []


def test_any_wsgi_server_can_serve_an_installation(loaded, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_SECRET", SECRET)
    server = runpy.run_path(str(REPOSITORY / "wsgi.py"))["server"]
    assert server.test_client().get("/healthz").status_code == 200


def test_a_wsgi_server_too_is_refused_what_is_not_ready(url, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_SECRET", SECRET)
    with pytest.raises(BadSettings, match="lacks a migration"):
        runpy.run_path(str(REPOSITORY / "wsgi.py"))
