"""The HTTP status of an error follows from its code."""

import pytest

from app.web import statuses
from domain.errors import BadSettings, NotFound, NotPermitted, Unreadable
from workflow.errors import Incomplete, Refused, Stale
from workflow.people.sessions import SignInRefused, TooManyAttempts


@pytest.mark.parametrize(
    ("kind", "page", "form"),
    [
        (NotFound, 404, 400),
        (NotPermitted, 403, 400),
        (Refused, 400, 400),
        (Incomplete, 400, 400),
        (Stale, 400, 400),
        (Unreadable, 400, 400),
        (BadSettings, 400, 400),
        (SignInRefused, 400, 400),
        (TooManyAttempts, 400, 429),
    ],
)
def test_a_page_and_a_form_answer_with_the_status_of_the_code(kind, page, form):
    error = kind("Why it was refused.")
    assert (statuses.of_page(error), statuses.of_form(error)) == (page, form)
