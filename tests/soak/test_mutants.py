"""The mutants that a soak run tries: each kind of fault, and nothing that no run sees."""

import pytest

from tests.soak.mutants import mutants_of


@pytest.fixture
def faults(tmp_path):
    """The faults that can be put into a piece of code, as code."""
    file = tmp_path / "code.py"

    def of(code: str) -> list[str]:
        file.write_text(code, encoding="utf-8")
        return [mutant.becomes for mutant in mutants_of(file)]

    return of


@pytest.mark.parametrize(
    ("code", "becomes"),
    [
        ("a < b", ["pass", "a <= b"]),
        ("a == b != c", ["pass", "a != b != c", "a == b == c"]),
        ("x = a and b", ["a or b", "b", "a"]),
        ("x = not a", ["a"]),
        ("x = 3", ["4", "2"]),
        ("x = True", ["False"]),
        ("x = a + b", ["a - b"]),
        ("def f():\n    return a", ["return None"]),
        ("def f():\n    return None", []),
        ("x = a if b else c", ["a if not b else c"]),
        ("x += a", ["pass"]),
        ("raise E", ["pass"]),
        ('"""Says what."""', []),
        ("def f(x: 3) -> 3: ...", []),
        ("x: 3", []),
        ("if TYPE_CHECKING:\n    import a", []),
    ],
)
def test_a_piece_of_code_has_these_faults(faults, code, becomes):
    assert faults(code) == becomes


def test_a_mutant_has_its_fault_in_one_place_alone(tmp_path):
    file = tmp_path / "code.py"
    file.write_text("x = a < b\ny = a < b\n", encoding="utf-8")
    results = [compile_and_run(mutant.tree) for mutant in mutants_of(file)]
    assert results == [(True, False), (False, True)]


def compile_and_run(tree) -> tuple[bool, bool]:
    space = {"a": 1, "b": 1}
    exec(compile(tree, "code.py", "exec"), space)
    return space["x"], space["y"]
