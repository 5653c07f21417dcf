"""Every id that is declared is used, and none is written by hand."""

import re

import pytest

from tests.builders import REPOSITORY
from tests.layouts.drawing import every_id

CODE = {
    path: path.read_text(encoding="utf-8")
    for folder in ("layouts", "callbacks", "app")
    for path in (REPOSITORY / folder).rglob("*.py")
    if path.name != "ids.py"
}
LAYOUTS = "\n".join(text for path, text in CODE.items() if "callbacks" not in path.parts)


@pytest.mark.parametrize("name", [name for name, _ in every_id()])
def test_every_id_is_used_in_some_layout(name):
    group, member = name.split(".")
    assert re.search(rf"\b(ids\.)?{group}\.{member}\b", LAYOUTS), name


@pytest.mark.parametrize(("name", "value"), every_id())
def test_no_id_is_written_by_hand_where_it_could_be_named(name, value):
    by_hand = [path.name for path, text in CODE.items() if re.search(rf'id="{value}"', text)]
    assert by_hand == []


def test_every_id_belongs_to_one_part_only():
    declared = [value for name, value in every_id()]
    assert len(declared) == len(set(declared))
