"""The commands, as a person and as another tool call them."""

import json
import re
import runpy
import sys

import pytest

from app import settings
from app.commands.cli import main
from db.models import Area, BenchmarkIndicator, Edition, Indicator
from tests.app.command_line import number_of
from tests.builders import A_PASSWORD, a_comparison, a_folder

COMMANDS = [
    "run", "migrate", "load", "counts", "league", "quadrant", "standing", "audit", "workflow",
    "demo", "mail", "person",
]  # fmt: skip
KINDS = ["add", "disable", "enable", "email", "password", "role", "list"]
SCHOOLS, POLICE = "School & Academy Performance", "Police & Crime"
WHOLE = {
    "total": 243,
    "improved": 94,
    "no_change": 44,
    "worsened": 79,
    "undetermined": 26,
    "quartiles": {"1": 58, "2": 48, "3": 38, "4": 22, "1-2": 5},
    "targets": {"met": 36, "missed": 21, "not_judged": 10},
    "scope": "all 17 dashboards",
}


def test_the_help_names_every_command_and_setting(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    answered = capsys.readouterr().out
    assert answered.startswith("usage: python -m app")
    assert [name for name in COMMANDS if f"\n    {name}" not in answered] == []
    assert "COMPENDIUM_SECRET" in answered
    assert "COMPENDIUM_DATABASE" in answered


def test_the_package_itself_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["app", "--help"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("app", run_name="__main__")
    assert left.value.code == 0
    assert "usage: python -m app" in capsys.readouterr().out


def test_the_help_on_people_names_every_kind(capsys):
    with pytest.raises(SystemExit):
        main(["person", "--help"])
    answered = capsys.readouterr().out
    assert [name for name in KINDS if f"\n    {name}" not in answered] == []


@pytest.mark.parametrize("wrong", [[], ["nothing"], ["person"], ["counts"], ["counts", "x"]])
def test_a_command_that_is_not_there_is_refused_with_the_usage(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        main(wrong)
    assert left.value.code == 2
    assert "usage: python -m app" in capsys.readouterr().err


def test_migrating_makes_the_tables_and_can_be_done_again(url, said):
    assert said("migrate") == said("migrate")
    assert number_of(url, Edition) == 0


@pytest.mark.parametrize(
    "command",
    [["load", "data"], ["counts", "2022"], ["person", "list"], ["person", "add", "a", "b"]],
)
def test_before_the_tables_are_made_a_command_says_what_to_do(url, refused, typing, command):
    typing(A_PASSWORD)
    assert "python -m app migrate" in refused(*command)


@pytest.mark.parametrize("address", ["nonsense", "sqlite:////no/such/folder/x", "no+driver://x"])
def test_a_database_that_cannot_be_used_is_said_so(refused, monkeypatch, address):
    monkeypatch.setenv("COMPENDIUM_DATABASE", address)
    assert "cannot be used" in refused("person", "list")


def test_where_no_database_is_named_it_is_the_demonstration_s(tmp_path, monkeypatch, said):
    monkeypatch.delenv("COMPENDIUM_DATABASE", raising=False)
    monkeypatch.setattr(settings, "DEMONSTRATION_DATABASE", tmp_path / "var" / "made.sqlite")
    said("migrate")
    assert (tmp_path / "var" / "made.sqlite").exists()


def test_loading_says_what_was_loaded_and_loading_again_changes_nothing(url, said, tables):
    said("migrate")
    edition, comparison = said("load", str(tables.path.parent)).splitlines()
    assert "2022 edition: 2 indicators, 2 dashboards" in edition
    assert "8 values of 2 benchmark indicators" in comparison
    again = said("load", str(tables.path.parent)).splitlines()
    assert ["already" in sentence for sentence in again] == [True, True]
    assert number_of(url, Indicator) == 2
    assert number_of(url, BenchmarkIndicator) == 2


def test_a_folder_without_the_comparison_loads_its_edition_alone(url, said, tmp_path):
    folder = a_folder(tmp_path / "edition")
    said("migrate")
    edition, comparison = said("load", str(folder.path)).splitlines()
    assert "2022 edition: 2 indicators, 2 dashboards" in edition
    assert "“comparison”" in comparison
    assert number_of(url, Area) == 0


def test_a_fault_in_the_comparison_leaves_the_edition_beside_it_unloaded(
    url, said, refused, tmp_path
):
    a_folder(tmp_path / "faulty")
    comparison = a_comparison(tmp_path / "faulty")
    comparison.put("spending.csv.gz", 3, pounds="much")
    said("migrate")
    told = refused("load", str(tmp_path / "faulty"))
    assert told.startswith("Nothing was loaded. 1 thing is wrong:\n  comparison/spending.csv.gz,")
    assert number_of(url, Edition) == number_of(url, Area) == 0


def test_an_edition_that_was_worked_on_is_not_replaced_and_nothing_of_the_folder_is_loaded(
    loaded, refused, tmp_path
):
    folder = a_folder(tmp_path / "other")
    a_comparison(tmp_path / "other")
    told = refused("load", str(folder.path))
    assert "2022 edition" in told
    assert "published" in told
    assert "Nothing was loaded." in told
    assert number_of(loaded, Indicator) == 243
    assert number_of(loaded, Area) == 0


def test_a_faulty_folder_is_refused_row_by_row_and_nothing_of_it_is_loaded(
    url, said, refused, tmp_path
):
    folder = a_folder(tmp_path / "faulty")
    folder.put("2022/indicators.csv", 2, direction="sideways", polarity="up")
    folder.put("2022/indicators.csv", 3, number="three")
    folder.put("2022/dashboards.csv", 2, targets="perhaps")
    said("migrate")
    told = refused("load", str(folder.path))
    assert told.startswith("Nothing was loaded. 4 things are wrong:\n")
    assert len(told.strip().splitlines()) == 5
    for place in ("sideways", "up", "three", "perhaps"):
        assert f"“{place}”" in told
    assert number_of(url, Edition) == 0


def test_a_fault_leaves_the_edition_that_was_loaded_before(loaded, refused, tmp_path):
    folder = a_folder(tmp_path / "faulty")
    folder.put("2022/edition.csv", 2, council_on="some day")
    refused("load", str(folder.path))
    assert number_of(loaded, Indicator) == 243


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_an_edition_is_said_so(loaded, refused, tmp_path, folder):
    assert str(tmp_path / folder) in refused("load", str(tmp_path / folder))


def test_the_counts_of_2022_are_those_of_the_printed_edition(loaded, said):
    assert json.loads(said("counts", "2022", "--json")) == WHOLE


def test_several_names_may_follow_one_word(loaded, said):
    together = said("counts", "2022", "--without", SCHOOLS, POLICE, "--json")
    apart = said("counts", "2022", "--without", SCHOOLS, "--without", POLICE, "--json")
    assert together == apart


@pytest.mark.parametrize("year", ["99999999999999999999", "x", "-1", "２０２２"])
def test_what_is_no_year_is_refused_with_an_example(year, capsys):
    with pytest.raises(SystemExit):
        main(["counts", year])
    assert "year" in capsys.readouterr().err


def test_an_unknown_role_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["person", "role", "officer", "king"])
    told = capsys.readouterr().err
    assert "“king” is no role" in told
    assert "bi_officer" in told


def test_a_place_that_cannot_be_written_is_said_so(monkeypatch, tmp_path, capsys):
    in_the_way = tmp_path / "var"
    in_the_way.write_text("a file", encoding="utf-8")
    monkeypatch.delenv("COMPENDIUM_DATABASE", raising=False)
    monkeypatch.setattr(settings, "DEMONSTRATION_DATABASE", in_the_way / "compendium.sqlite")
    assert main(["migrate"]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_without_schools_and_crime_the_counts_are_the_printed_headline(loaded, said):
    counts = json.loads(said("counts", "2022", "--without", SCHOOLS, "--without", POLICE, "--json"))
    parts = ("total", "improved", "no_change", "worsened", "undetermined")
    assert [counts[part] for part in parts] == [221, 91, 38, 73, 19]
    assert counts["scope"] == (
        "15 of 17 dashboards: all but School & Academy Performance; Police & Crime"
    )


def test_counts_of_named_dashboards_add_up(loaded, said):
    schools = json.loads(said("counts", "2022", "--dashboard", SCHOOLS, "--json"))
    police = json.loads(said("counts", "2022", "--dashboard", "police-crime", "--json"))
    both = json.loads(
        said("counts", "2022", "--dashboard", SCHOOLS, "--dashboard", POLICE, "--json")
    )
    assert schools["total"] == 12
    assert both["total"] == schools["total"] + police["total"] == 243 - 221


def test_counts_are_said_in_words_with_their_scope(loaded, said):
    counts, scope = said("counts", "2022").splitlines()
    figures = re.findall(r"\d+", counts)
    assert figures == ["243", "94", "79", "44", "26", "166", "58", "22", "57", "36"]
    assert re.findall(r"\d+", scope) == ["17"]


@pytest.mark.parametrize("option", ["--dashboard", "--without"])
def test_a_dashboard_that_is_not_there_is_refused_with_the_names_there_are(loaded, refused, option):
    told = refused("counts", "2022", option, "Parks", "--json")
    assert "“Parks”" in told
    assert SCHOOLS in told
    assert "Transport" in told


def test_an_edition_that_is_not_there_is_said_so(loaded, refused):
    assert "1999" in refused("counts", "1999", "--json")
