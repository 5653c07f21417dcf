"""Settings: safe by default, and everything that is missing or unfit named at once."""

import dataclasses

import pytest

from app.settings import HELP, Settings, settings_from
from domain.errors import BadSettings
from tests.app.product import SECRET

SOUND = {"COMPENDIUM_SECRET": SECRET, "COMPENDIUM_DATABASE": "postgresql+psycopg://ours/ours"}


def refused(**changes: str) -> str:
    """What is said of a sound installation with these changes."""
    with pytest.raises(BadSettings) as refusal:
        settings_from({**SOUND, **changes})
    return str(refusal.value)


def sentences(said: str) -> list[str]:
    first, rest = said.split("Compendium did not start. ")
    assert first == ""
    return [each for each in rest.split(". ") if each]


def test_a_sound_installation_is_safe_without_asking_for_it():
    settings = settings_from(SOUND)
    assert settings.https
    assert not settings.demonstration
    assert (settings.host, settings.port, settings.proxies) == ("127.0.0.1", 8050, 0)
    assert settings.council.faults() == []


def test_settings_never_change():
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings_from(SOUND).secret = "another"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"COMPENDIUM_SECRET": ""}, "Set COMPENDIUM_SECRET"),
        ({"COMPENDIUM_SECRET": SECRET[:31]}, "too short"),
        ({"COMPENDIUM_SECRET": "x" * 40}, "too short"),
        ({"COMPENDIUM_SECRET": "ab" * 40}, "too short"),
        ({"COMPENDIUM_SECRET": f"change-me-{SECRET}"}, "default"),
        ({"COMPENDIUM_SECRET": f"{SECRET}SECRET"}, "default"),
        ({"COMPENDIUM_DATABASE": ""}, "Set COMPENDIUM_DATABASE"),
        ({"COMPENDIUM_DEBUG": "1"}, "COMPENDIUM_DEBUG"),
        ({"FLASK_DEBUG": "true"}, "FLASK_DEBUG"),
        ({"DASH_DEBUG": "yes"}, "DASH_DEBUG"),
        ({"PORT": "http"}, "“http”"),
        ({"PORT": ""}, "PORT must be"),
        ({"PORT": "-1"}, "“-1”"),
        ({"PORT": "0"}, "from 1 to 65535, not “0”"),
        ({"PORT": "70000"}, "from 1 to 65535, not “70000”"),
        ({"PORT": "80 50"}, "“80 50”"),
        ({"PORT": "٨٠"}, "“٨٠”"),
        ({"WORKERS": "0"}, "“0”"),
        ({"WORKERS": "two"}, "“two”"),
        ({"COMPENDIUM_PROXIES": "one"}, "“one”"),
        ({"COMPENDIUM_COUNCIL_CODE": "Rutland"}, "not “Rutland”"),
        ({"COMPENDIUM_COUNCIL_COLOUR": "blue"}, "not “blue”"),
        ({"COMPENDIUM_COUNCIL_COLOUR": "#BFBFBF"}, "too pale"),
        ({"COMPENDIUM_COUNCIL_COLOUR": "#fff;}body{"}, "not “#fff;}body{”"),
    ],
)
def test_an_unfit_setting_is_refused_in_one_plain_sentence(changes, said):
    refusal = refused(**changes)
    assert said in refusal
    assert refusal.startswith("Compendium did not start. ")
    assert refusal.endswith(".")
    assert len(sentences(refusal)) == 1


def test_everything_that_is_unfit_is_named_at_once():
    said = refused(COMPENDIUM_SECRET="", COMPENDIUM_DATABASE="", FLASK_DEBUG="1", PORT="x")
    assert len(sentences(said)) == 4


@pytest.mark.parametrize("off", ["", "0", "no", "false", "False"])
def test_a_debug_variable_that_is_off_is_no_obstacle(off):
    assert settings_from({**SOUND, "FLASK_DEBUG": off})


def test_a_secret_is_never_repeated_in_a_refusal():
    secret = f"change-{SECRET}"
    assert secret not in refused(COMPENDIUM_SECRET=secret)


def test_a_demonstration_needs_no_settings_and_stays_on_this_machine():
    settings = settings_from({"COMPENDIUM_DEMONSTRATION": "yes"})
    assert settings.demonstration
    assert settings.host == "127.0.0.1"
    assert settings.database.startswith("sqlite:///")
    assert not settings.https


@pytest.mark.parametrize("word", ["", "no", "1", "true", "Yes"])
def test_only_the_word_yes_makes_a_demonstration(word):
    with pytest.raises(BadSettings):
        settings_from({"COMPENDIUM_DEMONSTRATION": word})


def test_a_demonstration_whose_passwords_are_known_answers_on_this_machine_alone():
    with pytest.raises(BadSettings, match="demonstration"):
        settings_from({"COMPENDIUM_DEMONSTRATION": "yes", "HOST": "0.0.0.0"})


def test_a_demonstration_too_refuses_what_is_unfit():
    with pytest.raises(BadSettings, match="PORT"):
        settings_from({"COMPENDIUM_DEMONSTRATION": "yes", "PORT": "x"})


@pytest.mark.parametrize(
    ("given", "secure"), [("no", False), ("yes", True), ("", True), ("No", True)]
)
def test_only_the_word_no_lets_cookies_travel_in_the_open(given, secure):
    assert settings_from({**SOUND, "COMPENDIUM_HTTPS": given}).https is secure


def test_every_setting_of_a_server_can_be_given():
    settings = settings_from(
        {**SOUND, "HOST": "0.0.0.0", "PORT": "80", "WORKERS": "4", "COMPENDIUM_PROXIES": "2"}
    )
    assert (settings.host, settings.port) == ("0.0.0.0", 80)
    assert (settings.workers, settings.proxies) == (4, 2)


def test_another_council_can_be_given():
    council = settings_from(
        {
            **SOUND,
            "COMPENDIUM_COUNCIL_NAME": "Rutland County Council",
            "COMPENDIUM_COUNCIL_SHORT": "Rutland",
            "COMPENDIUM_COUNCIL_CODE": "E06000017",
            "COMPENDIUM_COUNCIL_CONTACT": "the Performance Team",
            "COMPENDIUM_COUNCIL_COLOUR": "#801650",
        }
    ).council
    assert dataclasses.astuple(council) == (
        "Rutland County Council",
        "Rutland",
        "E06000017",
        "the Performance Team",
        "#801650",
    )


def test_the_help_names_every_setting():
    named = [word for line in HELP.splitlines() for word in line.split() if word.isupper()]
    assert set(SOUND) <= set(named)
    for part in ("NAME", "SHORT", "CODE", "CONTACT", "COLOUR"):
        assert f"COMPENDIUM_COUNCIL_{part}" in named
    assert {field.name for field in dataclasses.fields(Settings)} == {
        "secret", "database", "demonstration", "https", "proxies", "host", "port", "workers",
        "council", "smtp", "address",
    }  # fmt: skip
    for name in ("SMTP", "SMTP_FROM", "SMTP_USER", "SMTP_PASSWORD", "ADDRESS"):
        assert f"COMPENDIUM_{name}" in HELP
