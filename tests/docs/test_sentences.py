"""A sentence of the product is asserted once, by the test of the function that writes it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).parents[2]
PAGES = ("browser", "callbacks", "app", "workflow", "documents", "layouts")
"""Folders of tests that assert roles, figures, codes and addresses instead of sentences."""
OWNERS = {"tests/workflow/audit/test_verification.py": "domain/audit/replayed_edition.py"}
"""Tests in these folders that are the only ones of what a module says."""
FEWEST_WORDS = 8
HOLE = "\0"
"""What stands for a value that is put into a sentence."""
WORD = re.compile(r"[\w’'-]+")


def literals(path: Path) -> Iterator[str]:
    """The texts of a module, without its docstrings; each value put into one is a hole."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            left_out.update(map(id, node.values))
            yield "".join(part.value if is_text(part) else HOLE for part in node.values)
        elif is_text(node) and id(node) not in left_out:
            yield node.value


def is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_long(text: str) -> bool:
    return len(WORD.findall(text)) >= FEWEST_WORDS


def sentences(path: Path) -> Iterator[re.Pattern[str]]:
    """The sentences of a module, whatever is put into them."""
    for text in literals(path):
        for sentence in filter(is_long, re.split(r"(?<=[.?!])\s+", text)):
            yield re.compile(".+?".join(map(re.escape, sentence.rstrip(".").split(HOLE))))


def test_a_test_of_pages_repeats_no_sentence_of_the_domain():
    domain = [
        (sentence, str(module.relative_to(ROOT)))
        for module in (ROOT / "domain").rglob("*.py")
        for sentence in sentences(module)
    ]
    found = [
        (str(test.relative_to(ROOT)), module, text)
        for folder in PAGES
        for test in (ROOT / "tests" / folder).rglob("*.py")
        for text in filter(is_long, literals(test))
        for sentence, module in domain
        if sentence.search(text)
    ]
    assert [each for each in found if each[:2] not in OWNERS.items()] == []
