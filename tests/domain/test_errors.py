"""The product's own errors: their codes, and the sentence that nothing was changed."""

import ast
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from domain.errors import NOTHING_CHANGED, CompendiumError, NotFound
from workflow.errors import Conflict, Incomplete, NothingToSave, Refused, Stale

PACKAGES = ("app", "callbacks", "db", "domain", "readers", "workflow")
ROOT = Path(__file__).parents[2]


def kinds(parent=CompendiumError):
    """Every kind of error below one."""
    for kind in parent.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.mark.parametrize("kind", [Incomplete, Refused, Stale])
def test_a_refused_step_says_that_nothing_was_changed_after_its_reason(kind):
    refusal = kind("Give the minute.")
    assert refusal.reason == "Give the minute."
    assert str(refusal) == "Give the minute. Nothing was changed."
    assert str(kind("Give the minute.", says_nothing_changed=False)) == "Give the minute."


def test_other_errors_give_their_reason_alone_unless_they_are_to_say_more():
    assert str(NotFound("There is no edition.")) == "There is no edition."
    assert str(NothingToSave("It is saved already.")) == "It is saved already."
    assert str(Conflict("Saved twice.", base={}, now={}, number=2)) == "Saved twice."
    refusal = CompendiumError("They differ.", says_nothing_changed=True)
    assert str(refusal) == "They differ. Nothing was changed."


def test_every_kind_of_error_has_a_code_of_its_own():
    for package in PACKAGES:
        for module in walk_packages(import_module(package).__path__, f"{package}."):
            if "migrations" not in module.name and not module.name.endswith("__main__"):
                import_module(module.name)
    product = [kind for kind in kinds() if kind.__module__.partition(".")[0] in PACKAGES]
    codes = [kind.code for kind in product]
    assert len(set(codes)) == len(codes) >= 15
    assert all("code" in vars(kind) for kind in product)


def test_no_error_is_raised_with_the_sentence_in_its_reason():
    typed = [
        f"{path.relative_to(ROOT)}:{text.lineno}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for raised in ast.walk(ast.parse(path.read_text()))
        if isinstance(raised, ast.Raise)
        for text in ast.walk(raised)
        if isinstance(text, ast.Constant) and str(text.value).endswith(NOTHING_CHANGED)
    ]
    assert typed == []
