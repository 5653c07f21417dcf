"""What a step is called, and what is said once it was taken."""

import pytest

from domain.governance.action_wording import WORDS
from domain.governance.terms import Action


def test_every_action_has_its_words():
    assert set(WORDS) == set(Action)
    assert all(words.name and words.explanation for words in WORDS.values())


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (Action.SEND_TO_SCRUTINY, "Version A is frozen and with the Scrutiny Commission."),
        (Action.COMMENT, "The comment is submitted."),
        (Action.SEND_TO_CABINET, "Version B is frozen and with the Cabinet."),
        (Action.SEND_TO_COUNCIL, "Version C is frozen, and the motion names it."),
        (Action.PUBLISH, "The edition is published."),
    ],
)
def test_a_step_that_was_taken_is_confirmed_in_a_sentence(action, said):
    assert WORDS[action].confirmation == said


def test_a_work_list_names_the_step_on_a_change():
    assert WORDS[Action.CONSULT].task == "Record the Leader's view of"
    assert WORDS[Action.SIGN_AMENDMENT].task == "Sign or refuse"
