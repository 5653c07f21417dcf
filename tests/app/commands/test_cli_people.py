"""The commands that add and disable people."""

import io
import sys

import pytest

from app.commands import people
from app.commands.cli import main
from domain.terms import Role
from tests.app.command_line import can_sign_in
from tests.builders import A_PASSWORD, ANOTHER_PASSWORD


def test_a_person_is_added_and_can_sign_in(loaded, said, typing):
    typing(A_PASSWORD)
    told = said("person", "add", "visitor", "A Visitor", "member", "leader")
    assert told.startswith("A Visitor ")
    assert can_sign_in(loaded, "visitor")
    assert "visitor: A Visitor: leader, member" in said("person", "list")


def test_a_person_is_disabled_and_enabled_again(loaded, said):
    assert said("person", "disable", "member").startswith("member ")
    assert not can_sign_in(loaded, "member")
    assert "member: An Officer: member (disabled)" in said("person", "list")
    assert said("person", "enable", "member").startswith("member ")
    assert can_sign_in(loaded, "member")


def test_a_person_is_given_exactly_these_roles(loaded, said):
    told = said("person", "role", "member", "scrutiny", "bi_officer")
    assert "now holds: Scrutiny Commission and Business intelligence officer" in told
    assert "member: An Officer: bi_officer, scrutiny" in said("person", "list")
    assert "now holds: no role" in said("person", "role", "member")
    assert "member: An Officer: no role" in said("person", "list")


def test_a_person_is_given_a_new_password(loaded, said, typing):
    typing(ANOTHER_PASSWORD)
    assert said("person", "password", "member").startswith("member ")
    assert can_sign_in(loaded, "member", ANOTHER_PASSWORD)
    assert not can_sign_in(loaded, "member", A_PASSWORD)


def test_a_password_typed_at_a_terminal_is_asked_for_twice_and_not_shown(
    loaded, said, refused, monkeypatch
):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter([A_PASSWORD, ANOTHER_PASSWORD, ANOTHER_PASSWORD, ANOTHER_PASSWORD])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(people.getpass, "getpass", lambda _prompt: next(typed))
    assert "two passwords" in refused("person", "password", "member")
    assert can_sign_in(loaded, "member", A_PASSWORD)
    said("person", "password", "member")
    assert can_sign_in(loaded, "member", ANOTHER_PASSWORD)


def test_a_person_is_added_with_an_address_and_given_another(loaded, said, typing):
    typing(A_PASSWORD)
    said("person", "add", "visitor", "A Visitor", "member", "--email", "visitor@leics.gov.uk")
    assert "visitor: A Visitor: member, visitor@leics.gov.uk\n" in said("person", "list")
    assert said("person", "email", "visitor", "v@leics.gov.uk") == (
        "Notices to visitor are sent to v@leics.gov.uk.\n"
    )
    assert said("person", "email", "visitor", "").startswith("visitor ")
    assert "visitor: A Visitor: member\n" in said("person", "list")


def test_an_unfit_address_is_refused(loaded, refused):
    assert "“jane”" in refused("person", "email", "member", "jane")
    assert "“nobody”" in refused("person", "email", "nobody", "jane@leics.gov.uk")


@pytest.mark.parametrize("kind", ["disable", "enable", "password", "role"])
def test_somebody_who_is_not_there_is_said_so(loaded, refused, typing, kind):
    typing(A_PASSWORD)
    assert "“nobody”" in refused("person", kind, "nobody")


@pytest.mark.parametrize("password", ["", "short", "visitor visitor"])
def test_a_password_that_is_unfit_is_refused(loaded, refused, typing, password):
    typing(password)
    assert "A password" in refused("person", "add", "visitor", "A Visitor")


def test_a_role_that_is_not_one_of_ours_is_refused_with_those_there_are(loaded, capsys):
    with pytest.raises(SystemExit):
        main(["person", "role", "member", "emperor"])
    told = capsys.readouterr().err
    assert "emperor" in told
    with pytest.raises(SystemExit):
        main(["person", "role", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert [role.value for role in Role if role.value not in told] == []
