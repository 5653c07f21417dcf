"""What an account may hold."""

import pytest

from domain.errors import CompendiumError
from domain.people.accounts import LONGEST_NAME, as_address, check_name, check_username, is_address


@pytest.mark.parametrize(
    "address",
    [
        "jane.smith@leics.gov.uk",
        "j@x.uk",
        "O'Neill+notices@mail.example.com",
        "a_b-c@1st.example.org",
        "jane@example.xn--p1ai",
        f"{'a' * (LONGEST_NAME - 10)}@leics.uk",
    ],
)
def test_an_address_that_mail_can_be_sent_to_is_taken_as_it_is(address):
    assert is_address(address)
    assert as_address(f"  {address}\n") == address


@pytest.mark.parametrize(
    "text",
    [
        "jane",
        "@leics.gov.uk",
        "jane@",
        "jane@leics",
        "jane smith@leics.gov.uk",
        "jane@@leics.gov.uk",
        ".jane@leics.gov.uk",
        "jane.@leics.gov.uk",
        "ja..ne@leics.gov.uk",
        "jane@leics..uk",
        "jane@-leics.uk",
        "jane@leics-.uk",
        "jane@leics.gov.uk,john@leics.gov.uk",
        "Jane <jane@leics.gov.uk>",
        "jane@leics.gov.uk\nBcc: all@leics.gov.uk",
        "jané@leics.gov.uk",
        "jane@192.0.2.1",
        f"{'a' * LONGEST_NAME}@leics.uk",
    ],
)
def test_anything_else_is_refused_in_plain_words(text):
    assert not is_address(text)
    with pytest.raises(CompendiumError, match="is no e-mail address that mail can be sent to"):
        as_address(text)


@pytest.mark.parametrize("nothing", ["", "  ", "\n"])
def test_no_address_is_no_fault(nothing):
    assert as_address(nothing) == ""


@pytest.mark.parametrize("username", ["", "a", "A1", "-a", "a b", "a" * 61, "é1"])
def test_an_unfit_user_name_is_refused(username):
    with pytest.raises(CompendiumError, match="A user name is 2 to 60"):
        check_username(username)


@pytest.mark.parametrize("username", ["ab", "a.b-c_1", "1a", "a" * 60])
def test_a_fit_user_name_passes(username):
    check_username(username)


def test_a_name_is_needed_can_be_seen_and_is_not_too_long():
    check_name("Zoë O’Neill")
    check_name("Z" * LONGEST_NAME)
    for name in ("", " ", "Z" * (LONGEST_NAME + 1)):
        with pytest.raises(CompendiumError, match="needs a name of at most 120"):
            check_name(name)
    with pytest.raises(CompendiumError, match="characters that can be seen"):
        check_name("Zoë\u202e")
