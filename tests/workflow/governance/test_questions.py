"""Whatever a step asks for must be given, and each question has its purpose."""

import pytest

from db.session import Database
from domain.editions.terms import Stage
from domain.errors import CompendiumError
from domain.governance.terms import Action
from tests.builders.workflow import SCRUTINEER, SOMEBODY
from tests.workflow.wrongs import Wrong, needed, prepared, take
from workflow.errors import Incomplete
from workflow.governance import step_input as step_inputs
from workflow.governance import steps
from workflow.governance.step_input import LONGEST_LINE, LONGEST_TEXT, StepInput
from workflow.governance.steps import STEPS, Needs

EMPTY = {"kind": None, "meeting": None, "origin": None, "view": None, "fields": {}}


def asked() -> list[tuple[Needs, str, str]]:
    return [
        (need, name, told)
        for need, all_of in step_inputs.QUESTIONS.items()
        for name, told in all_of
    ]


def without(monkeypatch: pytest.MonkeyPatch, need: Needs, name: str) -> None:
    rest = [each for each in step_inputs.QUESTIONS[need] if each[0] != name]
    monkeypatch.setitem(step_inputs.QUESTIONS, need, rest)


def outcome_of(database: Database, wrong: Wrong, step_input: StepInput) -> str:
    try:
        take(database, wrong, step_input)
    except CompendiumError as refusal:
        return str(refusal)
    return ""


def leaving_out(step: steps.Step, name: str) -> Wrong:
    prepare = needed(step.action, delegation=None, **{name: EMPTY.get(name, "")})
    return Wrong(step.at, step.action, SOMEBODY[step.role], prepare, Incomplete)


def test_nothing_that_is_asked_for_can_be_left_out_and_each_question_has_its_purpose(
    stages, monkeypatch
):
    tried, kills, second = 0, set(), set()
    for need, name, told in asked():
        for step in [step for step in STEPS if need in step.needs]:
            wrong = leaving_out(step, name)
            with (
                prepared(stages, wrong) as (database, step_input),
                monkeypatch.context() as patched,
            ):
                assert told in outcome_of(database, wrong, step_input)
                without(patched, need, name)
                (second if outcome_of(database, wrong, step_input) else kills).add((need, name))
            tried += 1
    second -= kills
    print(f"\nQuestions: {len(asked())}, left out at {tried} steps; kills: {len(kills)}.")
    print(f"Refused further on as well: {sorted(f'{need.name} {name}' for need, name in second)}.")
    assert kills | second == {(need, name) for need, name, _ in asked()}
    assert {name for _, name in second} <= {"meeting", "place", "fields", "digest", "text", "vote"}


def test_words_of_blanks_are_no_words(stages):
    wrong = Wrong(
        Stage.SCRUTINY, Action.COMMENT, SCRUTINEER, needed(Action.COMMENT, text=" \n "), Incomplete
    )
    with prepared(stages, wrong) as (database, step_input), pytest.raises(Incomplete):
        take(database, wrong, step_input)


@pytest.mark.parametrize(("name", "most"), [("text", LONGEST_TEXT), ("minute", LONGEST_LINE)])
def test_more_than_a_reader_could_take_in_is_refused(name, most):
    step_inputs.check_complete(Needs.NOTHING, StepInput(1, **{name: "x" * most}))
    with pytest.raises(Incomplete, match=f"The {name} is longer than {most:,} characters"):
        step_inputs.check_complete(Needs.NOTHING, StepInput(1, **{name: "x" * (most + 1)}))


def test_everything_missing_is_named_at_once():
    with pytest.raises(Incomplete) as refused:
        step_inputs.check_complete(
            Needs.MOVER_AND_SECONDER | Needs.VOTE, StepInput(1, vote="Carried.")
        )
    assert str(refused.value) == "Name the mover. Name the seconder. Nothing was changed."


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"text": "a\x00b"}, "text"),
        ({"place": "section:\x00"}, "place"),
        ({"resolutions": (("a", "\x1b"),)}, "resolution"),
        ({"minute": "12\u202e34"}, "minute"),
        ({"options_rejected": "no\u200bne"}, "options rejected"),
    ],
)
def test_characters_that_cannot_be_seen_are_refused_and_the_field_named(values, named):
    with pytest.raises(Incomplete) as refused:
        step_inputs.check_complete(Needs.NOTHING, StepInput(1, **values))
    told = str(refused.value)
    assert told.startswith(f"The {named} ")
    assert "(U+" in told


def test_lines_and_tabs_may_stand_in_a_text():
    step_inputs.check_complete(Needs.TEXT, StepInput(1, text="a\r\n\tb, é 👩\u200d💻"))
