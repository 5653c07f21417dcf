"""The form of a step asks for everything that its row of the table needs."""

import pytest

from app.web.document import SCRIPTS
from app.web.html import html_of
from domain.governance.action_wording import WORDS
from domain.governance.record import Comment
from domain.governance.terms import Action, CommentKind, CommentOutcome
from layouts.governance import step as layout
from layouts.governance.parts.step_fields import StepForm
from tests.app.markup import Element
from tests.app.stepping import controls
from tests.layouts.drawing import drawn
from workflow.governance.step_input import QUESTIONS
from workflow.governance.steps import STEPS, Step

WRITTEN_ELSEWHERE = frozenset({Action.EDIT, Action.SIGN_OFF_SECTION})
FORMS = [step for step in STEPS if step.action not in WRITTEN_ELSEWHERE]
NAMED = {"fields": "field-body", "resolutions": "resolution"}
"""What a control is called where it is not as the service calls it."""
REMARK = Comment(
    1, 4, 1, "edition", "the edition", CommentKind.REQUEST, "Say more.", "scrutiny", "A Member",
    None, (), "", "", None, CommentOutcome.OPEN,
)  # fmt: skip


def named(step: Step) -> str:
    return f"{step.action.value}-{step.at.value}-{step.role.value}"


def a_form(step: Step, **other) -> StepForm:
    return StepForm(
        year=2022,
        action=step.action,
        needs=frozenset(str(need.name) for need in step.needs),
        role=step.role.value,
        version=3,
        key="0" * 32,
        token="a token",
        **{
            "who": "jsmith",
            "place": "section:introduction",
            "places": [("section:introduction", "Introduction")],
            "values": {"body": "A text."},
            **other,
        },
    )


def page_of(form: StepForm) -> Element:
    return drawn(list(layout.page(form).content))


def of_action(action: Action) -> Step:
    return next(step for step in STEPS if step.action is action)


@pytest.mark.parametrize("step", FORMS, ids=named)
def test_everything_that_a_step_needs_is_asked_for_once(step):
    form = page_of(a_form(step)).one("form")
    held, _ = controls(form)
    needed = {NAMED.get(name, name) for need in step.needs for name, _ in QUESTIONS.get(need, ())}
    assert needed <= set(held), needed - set(held)
    names = [node.get("name") for node in form.all("input", "textarea", "select")]
    assert len(set(names) - {"resolution"}) == len(
        [field_name for field_name in names if field_name != "resolution"]
    )


@pytest.mark.parametrize("step", FORMS, ids=named)
def test_a_form_says_what_it_does_and_carries_what_was_read(step):
    page = page_of(a_form(step, number=7, read=5, digest="ab"))
    assert page.one("h1").text == WORDS[step.action].name
    assert WORDS[step.action].explanation in page.text
    held, _ = controls(page.one("form"))
    carried = {name: held[name] for name in ("version", "key", "number", "read", "digest")}
    assert carried == {
        "version": ["3"], "key": ["0" * 32], "number": ["7"], "read": ["5"], "digest": ["ab"],
    }  # fmt: skip
    assert page.one("form").get("action") == f"/editions/2022/do/{step.action.value}"


@pytest.mark.parametrize("step", FORMS, ids=named)
def test_each_field_has_a_label_of_its_own(step):
    form = page_of(a_form(step)).one("form")
    ids = [
        node.get("id")
        for node in form.all("input", "textarea", "select")
        if node.get("type") != "hidden"
    ]
    labels = [node.get("for") for node in form.all("label")]
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(labels)


@pytest.mark.parametrize("step", FORMS, ids=named)
def test_a_refused_form_holds_what_was_typed(step):
    _, seen = controls(page_of(a_form(step)).one("form"))
    lines = [
        name
        for name in seen
        if name not in ("place", "kind", "origin", "view", "delegation", "outcome", "scope")
    ]
    typed = {name: [f"Typed into {name}"] for name in lines}
    page = page_of(a_form(step, typed=typed, refusal="It was refused."))
    held, _ = controls(page.one("form"))
    assert {name: held[name][:1] for name in lines} == typed
    assert "It was refused." in page.text


@pytest.mark.parametrize("kind", CommentKind)
def test_what_becomes_of_a_comment_is_asked_unless_it_is_a_view(kind):
    remark = Comment(**{**{name: getattr(REMARK, name) for name in REMARK.__slots__}, "kind": kind})
    _, seen = controls(page_of(a_form(of_action(Action.ANSWER_COMMENT), remark=remark)).one("form"))
    assert ("outcome" in seen) is (kind is not CommentKind.VIEW)


@pytest.mark.parametrize("step", FORMS, ids=named)
def test_what_is_typed_is_kept_by_who_types_it_the_year_the_step_and_what_it_is_about(step):
    chosen = "ANCHOR" in {need.name for need in step.needs}  # then the form itself says the place
    about = {0: "" if chosen else "section:introduction", 7: "7"}
    for number, named_as in about.items():
        sheet = layout.page(a_form(step, number=number))
        form = drawn(list(sheet.content)).one("form")
        assert form.get("data-keep") == f"jsmith/2022/{step.action.value}/{named_as}"
        assert [node.get("role") for node in form.all("p") if node.get("class") == "kept"] == [
            "status"
        ]
        whole = html_of(list(sheet.content))
        assert [script for part, script in SCRIPTS if part in whole] == ["keeping.js"]


def test_a_form_says_whether_it_was_refused_so_that_its_words_are_kept_at_once():
    for refusal, said in (("", ""), ("It was refused.", "yes")):
        form = page_of(a_form(FORMS[0], refusal=refusal)).one("form")
        assert form.get("data-refused") == said


def test_where_it_would_be_refused_the_reason_stands_in_place_of_the_form():
    page = page_of(a_form(of_action(Action.PUBLISH), hindrance="It is too early."))
    (notice,) = [each for each in page.all("p") if each.get("class") == "notice"]
    assert notice.text == "This cannot be done now. It is too early."
    assert page.all("form") == []


def test_choosing_what_is_to_be_changed_is_nothing_to_keep():
    form = page_of(a_form(of_action(Action.PROPOSE_CORRECTION), place="")).one("form")
    assert "data-keep" not in form.attributes


def test_a_step_on_a_text_asks_first_which():
    form = page_of(a_form(of_action(Action.PROPOSE_CORRECTION), place="")).one("form")
    assert form.get("method") == "get"
    assert [node.text for node in form.all("option")] == ["Introduction"]


def test_a_comment_can_be_kept_as_a_draft_and_no_other_step_can():
    for step in FORMS:
        buttons = page_of(a_form(step)).all("button")
        aimed = {node.get("formaction") for node in buttons} - {""}
        wanted = {"/editions/2022/comments/keep"} if step.action is Action.COMMENT else set()
        assert aimed == wanted
