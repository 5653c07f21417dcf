"""What officers enter: kept as it is printed, or refused with the field's name."""

import pytest

from domain.editions.field_input import (
    BY_RULE,
    LONGEST_FIGURE,
    LONGEST_TEXT,
    validated,
    with_direction,
)
from domain.editions.places import FIELDS
from domain.editions.text_diff import END_MARK, OTHER_MARK, OWN_MARK, merge
from domain.errors import Unreadable
from domain.indicators.direction_of_travel import Rule
from domain.indicators.terms import Direction, Method, Rating
from domain.terms import Polarity
from tests.builders.contents import INTRODUCTION, SMOKING

RULE = Rule(Method.COUNT)
NOW = {
    **dict.fromkeys(FIELDS["indicator"], ""),
    "value": "200",
    "previous": "100",
    "quartile": "2nd",
    "direction": "worsened",
}


def refusal(place: str, **given: str) -> str:
    with pytest.raises(Unreadable) as raised:
        validated(place, given)
    return str(raised.value)


def settled(now=NOW, **fields: str) -> dict[str, str]:
    return with_direction(fields, now, RULE, Polarity.LOWER_IS_BETTER)


def test_line_ends_become_plain_and_space_around_the_text_goes():
    assert validated(INTRODUCTION, {"body": "\r\n One. \r\n\r\nTwo.\t\r\n "}) == {
        "body": "One.\n\nTwo."
    }


def test_a_figure_is_kept_as_it_is_printed():
    given = {"value": "£27.0bn ", "target": "28%-40%", "quartile": "2nd (2021)", "rating": "issue"}
    assert validated(SMOKING, given) == {**given, "value": "£27.0bn"}


def test_an_indicator_may_be_emptied_and_a_text_may_not():
    assert validated(SMOKING, {"value": ""}) == {"value": ""}
    assert refusal(INTRODUCTION, body=" \n ") == "The text is empty. Write what readers will see."


@pytest.mark.parametrize(
    ("place", "given", "named"),
    [
        (INTRODUCTION, {"title": "x"}, "title cannot be changed here."),
        (SMOKING, {"body": "x", "value": "1"}, "body cannot be changed here."),
        ("dashboard:transport", {}, "dashboard:transport cannot be changed here."),
        ("edition", {"title": "x"}, "title cannot be changed here."),
    ],
)
def test_what_a_place_does_not_have_cannot_be_changed_there(place, given, named):
    assert refusal(place, **given) == named


@pytest.mark.parametrize(
    ("field", "most"), [("commentary", LONGEST_TEXT), ("previous_period", LONGEST_FIGURE)]
)
def test_what_is_too_long_is_refused_with_the_most_that_there_may_be(field, most):
    assert validated(SMOKING, {field: "x" * most})
    message = refusal(SMOKING, **{field: "x" * (most + 1)})
    assert (
        message
        == f"The {field.replace('_', ' ')} is {most + 1:,} characters long; {most:,} is the most."
    )


def test_a_figure_is_one_line_and_a_commentary_may_be_several():
    assert refusal(SMOKING, value="1\n2") == "The value must be one line."
    assert validated(SMOKING, {"commentary": "1\n2"})


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u2028", "\x85", "\x0b"])
@pytest.mark.parametrize("around", ["a{}b", "{}a", "a{}"])
def test_a_character_that_cannot_be_seen_is_refused_wherever_it_stands(character, around):
    message = refusal(INTRODUCTION, body=around.format(character))
    assert message.startswith("The body holds a character that cannot be seen")


def test_a_figure_with_a_character_that_cannot_be_seen_names_its_field():
    assert refusal(SMOKING, previous_period="2021\u200b/22") == (
        "The previous period holds a character that cannot be seen (U+200B, after “2021”). "
        "Take it out, or type the words there again."
    )


def test_tabs_accents_and_joined_signs_may_be_entered():
    body = "a\tb, crème brûlée, cre\u0300me, 👩\u200d💻, می\u200cخواهم"
    assert validated(INTRODUCTION, {"body": body}) == {"body": body}


@pytest.mark.parametrize(
    "mark", ["<<<<<<< yours", ">>>>>>> theirs", "=======", "<<<<<<<", ">>>>>>>"]
)
def test_two_texts_that_are_still_to_be_put_together_are_refused(mark):
    assert "still holds both of two texts" in refusal(INTRODUCTION, body=f"One.\n{mark}\nTwo.")
    assert validated(INTRODUCTION, {"body": f"One {mark}"})


@pytest.mark.parametrize("left", [OWN_MARK, OTHER_MARK, END_MARK])
def test_no_mark_of_a_merged_text_is_left_in(left):
    merged_text = "".join(
        line
        for line in merge("One.", "Two.", "Three.").text.splitlines(keepends=True)
        if line == left or not line.startswith(("<", "=", ">"))
    )
    assert "still holds both of two texts" in refusal(INTRODUCTION, body=merged_text)


@pytest.mark.parametrize(
    "line",
    [
        "====",
        "========",
        "One\n======= Two",
        "<<<<<<<< yours",
        ">>>>>>>> within",
        ">>>>>> within",
        "> > > > > > > > within",
        ">" * 3000,
        "\n".join(["> A quoted line."] * 3000),
    ],
)
def test_lines_that_only_look_like_such_a_mark_may_stand(line):
    assert validated(INTRODUCTION, {"body": f"One.\n{line}"}) == {"body": f"One.\n{line}"}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("direction", "sideways", "“sideways” is no direction of travel."),
        ("rating", "splendid", "“splendid” is no rating."),
    ],
)
def test_what_is_no_judgement_of_ours_is_refused(field, value, message):
    assert refusal(SMOKING, **{field: value}).startswith(message)


@pytest.mark.parametrize("field", ["direction", "rating"])
def test_every_judgement_of_ours_is_taken(field):
    words = {"direction": [BY_RULE, *Direction], "rating": ["", *Rating]}[field]
    assert [validated(SMOKING, {field: word})[field] for word in words] == words


def test_an_arrow_that_is_left_to_the_rule_is_settled_by_it():
    assert settled(value="50", direction=BY_RULE) == {"value": "50", "direction": "improved"}
    assert settled(value="300", direction=BY_RULE)["direction"] == "worsened"


def test_an_arrow_that_nobody_touched_stands_as_it_stood():
    assert settled(commentary="More.") == {"commentary": "More.", "direction": "worsened"}


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"direction": "improved"}, "the direction of travel should"),
        ({"rating": "issue"}, "the rating should"),
        ({"quartile": "1st"}, "the quartile position should"),
        ({"rating": "issue", "quartile": ""}, "the rating and the quartile position should"),
    ],
)
def test_a_judgement_by_hand_needs_its_reason(fields, named):
    with pytest.raises(Unreadable, match=named):
        settled(**fields)
    kept = settled(**fields, override_reason="Because.")
    assert {name: kept[name] for name in fields} == fields


def test_a_reason_that_stands_already_is_enough():
    assert settled({**NOW, "override_reason": "Because."}, direction="improved")


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        ({**NOW, "quartile": ""}, {"quartile": "1st"}),
        ({**NOW, "rating": "issue"}, {"rating": ""}),
        ({**NOW, "rating": "issue"}, {"rating": "issue"}),
        ({**NOW, "direction": "improved"}, {"direction": "worsened"}),
    ],
    ids=["a first position", "a rating taken away", "a rating that stood", "what the rule gives"],
)
def test_what_is_no_judgement_needs_no_reason(now, fields):
    assert settled(now, **fields)
