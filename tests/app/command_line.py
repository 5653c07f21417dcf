"""Running commands: on a database of their own, with what they print."""

import io
import shutil
import sys

import pytest
from sqlalchemy import func, select

from app.commands.cli import main
from db.session import Database
from tests.app.product import Browser, a_product
from tests.builders import A_PASSWORD


@pytest.fixture
def url(tmp_path, monkeypatch) -> str:
    """An empty database that the environment names."""
    address = f"sqlite:///{tmp_path / 'commanded.sqlite'}"
    monkeypatch.setenv("COMPENDIUM_DATABASE", address)
    return address


@pytest.fixture
def loaded(url, edition_file, tmp_path) -> str:
    """A database with the edition and a person for each role."""
    shutil.copyfile(edition_file, tmp_path / "commanded.sqlite")
    return url


@pytest.fixture
def said(capsys):
    """Run a command that succeeds; gives what it printed."""

    def run(*arguments: str) -> str:
        assert main(arguments) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def refused(capsys):
    """Run a command that fails; gives what it said."""

    def run(*arguments: str) -> str:
        assert main(arguments) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "Traceback" not in captured.err
        return captured.err

    return run


@pytest.fixture
def typing(monkeypatch):
    """Hand over a password, as a pipe does."""
    return lambda password: monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))


@pytest.fixture
def export(loaded, said, tmp_path):
    """An export of the log as it is."""
    file = tmp_path / "export.jsonl"
    assert said("audit", "export", str(file)) == ""
    return file


@pytest.fixture
def wrong(capsys):
    """Run a check that finds something; gives what it printed."""

    def run(*arguments: str) -> str:
        assert main(["audit", "verify", *arguments]) == 1
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    return run


def number_of(url, model) -> int:
    database = Database(url)
    with database.reading_scope() as session:
        number = session.scalar(select(func.count()).select_from(model))
    database.close()
    return number


def can_sign_in(url, username, password=A_PASSWORD) -> bool:
    return Browser(a_product(url)).sign_in(username, password).status_code == 303


def lines_of(file) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def write_lines(file, lines) -> None:
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
