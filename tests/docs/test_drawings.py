"""What a command draws or lists in the documents, against the code as it is now."""

import re
import struct
from pathlib import Path

import pytest

from app.commands.cli import parser
from scripts.rooms import PAGE, House, Room, drawing, house, page_with

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = PAGE.read_text(encoding="utf-8")
LONGEST_PAGE = 135
LARGEST_PICTURE = 120_000


def test_the_drawing_of_the_rooms_is_what_the_imports_give():
    assert page_with(ARCHITECTURE, drawing(house())) == ARCHITECTURE, "run: make docs"


def test_an_arrow_that_follows_from_two_others_is_not_drawn():
    one, two, three = (Room(name, "shared") for name in ("app", "db", "domain"))
    rooms = House(
        ["app", "db", "domain"], [], {}, frozenset({(one, two), (two, three), (one, three)})
    )
    drawn = drawing(rooms)
    assert "app --> db\n" in drawn
    assert "db --> domain\n" in drawn


def test_an_arrow_against_the_order_is_named():
    one, two = Room("layouts", "people"), Room("domain", "audit")
    drawn = drawing(House(["layouts", "domain"], ["people", "audit"], {}, frozenset({(one, two)})))
    assert "`layouts/people` from `domain/audit`" in drawn


def test_the_architecture_stays_on_one_page():
    assert len(ARCHITECTURE.splitlines()) <= LONGEST_PAGE


def test_the_readme_lists_the_commands_that_there_are():
    commands = next(action.choices for action in parser("")._actions if action.choices)
    listed = README.partition("lists them: ")[2].partition(".")[0]
    assert re.findall(r"`([a-z]+)`", listed) == list(commands)


@pytest.mark.parametrize("name", ["overview", "dashboard", "edition"])
def test_a_picture_is_a_small_png_that_the_readme_shows_with_its_words(name):
    content = (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < LARGEST_PICTURE
    assert struct.unpack(">II", content[16:24])[0] >= 1000
    assert re.search(rf"!\[[^\]]{{30,}}\]\(docs/pictures/{name}\.png\)", README)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda p: p.stem
)
def test_a_decision_has_its_number_a_title_a_status_and_a_date(path):
    title, empty, status, *_ = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(rf"# {int(path.stem[:4])}\. [A-Z].+", title)
    assert not empty
    assert re.match(r"Status: (accepted|replaced), 20\d\d-\d\d-\d\d", status)
