"""What the commands that compare councils refuse, and what they say then."""

import pytest

from app.commands.cli import main
from tests.app.comparing import LEAGUE


@pytest.fixture
def usage(capsys):
    """Run a command that is written wrongly; gives what it said."""

    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err

    return run


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ([*LEAGUE, "--group", "Cities"], "“Cities”"),
        ([*LEAGUE, "--as", "Wessex"], "“Wessex”"),
        ([*LEAGUE[:2], "1999/00"], "2021/22"),
        (["quadrant", "economy", "--group", ""], "group “”"),
        (["standing", "parks"], "“parks”"),
        (["standing", "jobless", "--group", "x"], "“x”"),
        (["standing", "jobless", "--period", "1999"], "“1999”"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(councils, refused, command, told):
    for json_or_not in ([], ["--json"]):
        assert told in refused(*command, *json_or_not)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["quadrant", "sport"], "overall, la-core, economy,"),
        (["quadrant", "economy", "--across", "rain"], "invalid choice: 'rain'"),
        (["league", "income", "2021/22"], "invalid choice: 'income'"),
        ([*LEAGUE, "--base", "1801"], "invalid choice: 1801"),
        (["league", "core-spending-power"], "the following arguments are required: year"),
        (["quadrant"], "the following arguments are required: theme"),
        (["standing"], "the following arguments are required: indicator"),
    ],
)
def test_a_command_that_is_written_wrongly_is_refused_with_the_usage(usage, command, told):
    said = usage(*command)
    assert f"usage: python -m app {command[0]}" in said
    assert told in said


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("Surrey", "“Surrey”"),
        ("E10000099", "COMPENDIUM_COUNCIL_CODE names E10000099"),
    ],
)
def test_a_council_that_is_not_there_is_refused(councils, refused, monkeypatch, code, told):
    monkeypatch.setenv("COMPENDIUM_COUNCIL_CODE", code)
    assert told in refused(*LEAGUE)


@pytest.mark.parametrize(
    "command", [LEAGUE, ["quadrant", "economy"], ["standing", "jobless"]], ids=lambda c: c[0]
)
def test_before_any_comparison_is_loaded_it_is_said_how(url, said, refused, command):
    said("migrate")
    assert "python -m app load" in refused(*command)
