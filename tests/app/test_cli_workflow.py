"""The command that draws how an edition is approved."""

import pytest

from app.cli import main
from tests.builders import REPOSITORY


def test_drawing_prints_the_document_as_it_is_kept(said):
    kept = (REPOSITORY / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert said("workflow", "draw") == kept


def test_drawing_needs_no_database(said, monkeypatch):
    monkeypatch.setenv("COMPENDIUM_DATABASE", "sqlite:////no/such/folder/x")
    assert said("workflow", "draw").startswith("# How an edition is approved\n")


@pytest.mark.parametrize("wrong", [[], ["nothing"]])
def test_another_word_is_refused_with_the_usage(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        main(["workflow", *wrong])
    assert left.value.code == 2
    assert "usage: python -m app workflow" in capsys.readouterr().err
