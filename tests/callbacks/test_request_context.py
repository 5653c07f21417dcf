"""Who is asking, and what an error is told as."""

import pytest
from flask import flash, g
from sqlalchemy.exc import OperationalError

from callbacks import request_context
from callbacks.people import account, people, sign_in
from callbacks.problems import UNEXPECTED, in_words
from domain.council import Council
from domain.errors import NotFound, NotPermitted
from domain.terms import Role
from tests.app.product import address
from tests.builders import an_actor
from workflow.access import NOBODY


def test_outside_of_a_request_nobody_is_asking():
    assert request_context.current_actor() == NOBODY


@pytest.mark.usefixtures("asking")
def test_a_request_that_no_gate_has_seen_is_nobody_s():
    assert request_context.current_actor() == NOBODY
    g.actor = an_actor(Role.LEADER)
    assert request_context.current_actor().roles == {Role.LEADER}


@pytest.mark.usefixtures("asking")
def test_the_council_is_the_configured_one():
    assert request_context.council() == Council()
    assert not request_context.demonstration()


@pytest.mark.usefixtures("asking")
def test_what_two_actions_have_to_tell_alike_is_told_once():
    for text in ("It is saved.", "Nothing new.", "It is saved."):
        flash(text)
    assert request_context.notices() == ["It is saved.", "Nothing new."]


def test_a_reading_session_cannot_write(app):
    reading = app.server.app_context(), request_context.reading()
    with reading[0], reading[1] as session, pytest.raises(OperationalError, match="readonly"):
        session.connection().exec_driver_sql("DELETE FROM person")


@pytest.mark.parametrize("error", [NotFound("It is not here."), NotPermitted("Not for you.")])
def test_our_own_errors_are_told_as_they_stand(error):
    assert in_words(error) == str(error)


@pytest.mark.parametrize("error", [KeyError("secret"), ValueError("sql"), ZeroDivisionError()])
def test_any_other_error_is_told_without_its_cause(error):
    assert in_words(error) == UNEXPECTED


@pytest.mark.usefixtures("asking")
def test_the_pages_of_people_can_be_drawn_for_whoever_the_gate_let_through():
    g.actor = an_actor(Role.ADMINISTRATOR)
    assert account.view(address("/account")).title == "Your account"
    assert people.view(address("/people")).title == "People"
    assert sign_in.view(address("/sign-in?next=/people")).title == "Sign in"
