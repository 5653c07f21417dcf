"""The commands that draw how an edition is approved, and show where one stands."""

import json
from contextlib import ExitStack

import pytest

from app.commands.cli import main
from domain.editions.terms import Stage
from tests.builders import REPOSITORY
from tests.builders.databases import in_folder
from tests.builders.stages import stages_in


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


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    return stages_in(in_folder(tmp_path_factory.mktemp("stages")))


@pytest.fixture
def standing_at(stages, monkeypatch):
    """Let the commands work on the small edition at a stage."""
    with ExitStack() as opened:

        def put(stage: Stage) -> None:
            database = opened.enter_context(stages.at(stage))
            url = database.engine.url.render_as_string(hide_password=False)
            monkeypatch.setenv("COMPENDIUM_DATABASE", url)

        yield put


def test_showing_says_where_an_edition_stands(standing_at, said):
    standing_at(Stage.CABINET)
    told = said("workflow", "show", "2022")
    assert "\nStage: cabinet," in told
    assert "9 November 2022" in told
    assert "1 November 2022" in told


def test_showing_for_another_tool_is_one_object_with_the_same_facts(standing_at, said):
    standing_at(Stage.PUBLISHED)
    (line,) = said("workflow", "show", "2022", "--json").splitlines()
    told = json.loads(line)
    assert (told["stage"], told["published"], told["motion"]["version"]) == ("published", "C", "C")
    assert [version["name"] for version in told["versions"]] == ["A", "B", "C"]


def test_an_edition_that_is_not_there_is_not_shown(standing_at, refused):
    standing_at(Stage.DRAFTING)
    assert "2030" in refused("workflow", "show", "2030")


@pytest.mark.parametrize("year", ["22", "next", "20222"])
def test_what_is_no_year_is_refused_with_the_usage(year, capsys):
    with pytest.raises(SystemExit) as left:
        main(["workflow", "show", year])
    assert left.value.code == 2
    assert f"“{year}”" in capsys.readouterr().err
