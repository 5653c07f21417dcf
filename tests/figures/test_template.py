"""The house style: one template, colours that can be read, and no style of a figure's own."""

import ast
import re

import pytest

from domain.council import contrast
from figures import template
from figures.template import HOUSE, in_house_style
from tests.builders import REPOSITORY
from tests.figures.reading import validated

FIGURES = sorted((REPOSITORY / "figures").rglob("*.py"))
A_COLOUR = re.compile(r"#[0-9a-fA-F]{3}")
TEXT = ("INK", "BETTER", "WORSE", "SAME", "COUNCIL")
SHAPES = ("COUNCIL", "BETTER", "WORSE", "SAME", "INK")


@pytest.mark.parametrize("name", TEXT)
def test_a_colour_that_words_are_written_in_can_be_read_on_paper(name):
    assert contrast(getattr(template, name), template.PAPER) >= 4.5


@pytest.mark.parametrize("name", SHAPES)
def test_a_colour_that_shapes_are_drawn_in_stands_out_from_paper(name):
    assert contrast(getattr(template, name), template.PAPER) >= 3


def test_words_on_bars_can_be_read():
    assert contrast(template.PAPER, template.COUNCIL) >= 4.5
    assert contrast(template.INK, template.OTHERS) >= 4.5
    for colour in (template.BETTER, template.WORSE, template.SAME):
        assert contrast(template.PAPER, colour) >= 4.5


def test_ours_stands_out_from_others():
    assert contrast(template.COUNCIL, template.OTHERS) >= 3


def test_colours_are_those_of_the_analysis_function_and_our_theme():
    css = (REPOSITORY / "app" / "assets" / "compendium.css").read_text(encoding="utf-8").lower()
    for name in ("INK", "RULE", "BETTER", "WORSE", "SAME", "COUNCIL"):
        assert getattr(template, name).lower() in css, name
    assert template.COUNCIL == "#12436D"
    assert template.OTHERS == "#BFBFBF"


@pytest.mark.parametrize(
    "module", [path for path in FIGURES if path.name != "template.py"], ids=lambda path: path.name
)
def test_a_figure_names_no_colour_and_no_font_of_its_own(module):
    texts = [
        node.value
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if A_COLOUR.search(text) or text == "family"]


def test_a_figure_in_house_style_has_its_height_and_our_fonts():
    figure = validated(in_house_style([], {}, height=123))
    assert figure.layout.height == 123
    assert figure.layout.template.layout.font.family == template.FONT
    assert figure.layout.template.layout.paper_bgcolor == template.PAPER


def test_a_figure_in_house_style_has_its_own_traces_and_layout_and_leaves_them_as_they_are():
    trace, layout = {"type": "bar", "x": [1], "y": [2]}, {"bargap": 0.1}
    figure = in_house_style([trace], layout, height=123.9)
    assert figure == {"data": [trace], "layout": {"bargap": 0.1, "template": HOUSE, "height": 123}}
    assert layout == {"bargap": 0.1}


def test_a_chart_cannot_be_dragged_out_of_place():
    house = validated(in_house_style([], {}, height=100)).layout.template.layout
    assert house.dragmode is False
    assert house.xaxis.fixedrange
    assert house.yaxis.fixedrange
