"""The settings of e-mail: all of them or none."""

import pytest

from app.mail_settings import Smtp, needed_from
from app.settings import settings_from
from domain.errors import BadSettings
from tests.app.product import SECRET

SOUND = {"COMPENDIUM_SECRET": SECRET, "COMPENDIUM_DATABASE": "postgresql+psycopg://ours/ours"}
MAIL = {
    "COMPENDIUM_SMTP": "mail.leics.gov.uk:587",
    "COMPENDIUM_SMTP_FROM": "compendium@leics.gov.uk",
    "COMPENDIUM_ADDRESS": "https://compendium.leics.gov.uk/",
}
LOGIN = {"COMPENDIUM_SMTP_USER": "us", "COMPENDIUM_SMTP_PASSWORD": "hidden-words"}


def test_without_a_mail_server_there_is_none():
    settings = settings_from(SOUND)
    assert (settings.smtp, settings.address) == (None, "")


def test_a_mail_server_is_taken_with_all_that_belongs_to_it():
    settings = settings_from({**SOUND, **MAIL, **LOGIN})
    assert settings.smtp == Smtp(
        "mail.leics.gov.uk", 587, "compendium@leics.gov.uk", "us", "hidden-words"
    )
    assert settings.address == "https://compendium.leics.gov.uk"
    assert needed_from({**MAIL, **LOGIN}) == (settings.smtp, settings.address)


@pytest.mark.parametrize(
    ("given", "host", "port"),
    [
        ("localhost:25", "localhost", 25),
        ("[::1]:25", "::1", 25),
        ("192.0.2.1:465", "192.0.2.1", 465),
    ],
)
def test_a_server_can_be_named_in_each_way(given, host, port):
    smtp = settings_from({**SOUND, **MAIL, "COMPENDIUM_SMTP": given}).smtp
    assert (smtp.host, smtp.port) == (host, port)


def test_an_address_alone_is_taken_for_links_in_calendars():
    address = "http://compendium.leics.gov.uk:8050/performance"
    settings = settings_from({**SOUND, "COMPENDIUM_ADDRESS": address})
    assert (settings.smtp, settings.address) == (None, address)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"COMPENDIUM_SMTP": "mail.leics.gov.uk"}, "host:port"),
        ({"COMPENDIUM_SMTP": ":25"}, "“:25”"),
        ({"COMPENDIUM_SMTP": "mail:0"}, "“mail:0”"),
        ({"COMPENDIUM_SMTP": "mail:70000"}, "not “mail:70000”"),
        ({"COMPENDIUM_SMTP": "ma il:25"}, "“ma il:25”"),
        ({"COMPENDIUM_SMTP_FROM": ""}, "COMPENDIUM_SMTP_FROM"),
        ({"COMPENDIUM_SMTP_FROM": "us"}, "COMPENDIUM_SMTP_FROM"),
        ({"COMPENDIUM_ADDRESS": ""}, "COMPENDIUM_ADDRESS"),
        ({"COMPENDIUM_ADDRESS": "compendium"}, "COMPENDIUM_ADDRESS must be"),
        ({"COMPENDIUM_ADDRESS": "ftp://x.uk"}, "COMPENDIUM_ADDRESS must be"),
        ({"COMPENDIUM_ADDRESS": "https://x.uk/?a"}, "COMPENDIUM_ADDRESS must be"),
        ({"COMPENDIUM_SMTP_USER": "us"}, "or neither"),
        ({"COMPENDIUM_SMTP_PASSWORD": "hidden-words"}, "or neither"),
    ],
)
def test_an_unfit_setting_is_refused_in_one_plain_sentence(changes, said):
    with pytest.raises(BadSettings) as refusal:
        settings_from({**SOUND, **MAIL, **changes})
    told = str(refusal.value).removeprefix("Compendium did not start. ")
    assert said in told
    assert len([each for each in told.split(". ") if each]) == 1
    with pytest.raises(BadSettings, match=told[:20]):
        needed_from({**MAIL, **changes})


def test_everything_that_is_unfit_is_named_at_once():
    with pytest.raises(BadSettings) as refusal:
        settings_from({**SOUND, "COMPENDIUM_SMTP": "mail", "COMPENDIUM_SMTP_USER": "us"})
    for name in ("USER and", "host:port", "_FROM", "COMPENDIUM_ADDRESS"):
        assert name in str(refusal.value)


def test_a_password_is_shown_nowhere():
    settings = settings_from({**SOUND, **MAIL, **LOGIN})
    assert "hidden-words" not in repr(settings)
    with pytest.raises(BadSettings) as refusal:
        settings_from({**SOUND, **MAIL, "COMPENDIUM_SMTP_PASSWORD": "hidden-words"})
    assert "hidden-words" not in str(refusal.value)


def test_for_sending_a_mail_server_is_needed():
    with pytest.raises(BadSettings, match="COMPENDIUM_SMTP"):
        needed_from({})
