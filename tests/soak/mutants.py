"""Mutants of a module: the same code with one small fault."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[ast.AST], ast.AST]
COMPARED = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPUTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """One fault: which node of the tree it is in, and what it makes of it."""

    file: Path
    number: int
    line: int
    was: str
    node: int
    change: Change

    @property
    def tree(self) -> ast.Module:
        """The whole module with the fault."""
        tree = ast.parse(self.file.read_text(encoding="utf-8"))
        return ast.fix_missing_locations(_At(self.node, self.change).visit(tree))

    @property
    def becomes(self) -> str:
        """The code in place of what was."""
        original = _nodes(ast.parse(self.file.read_text(encoding="utf-8")))[self.node]
        return ast.unparse(ast.fix_missing_locations(self.change(copy.deepcopy(original))))


def mutants_of(file: Path) -> list[Mutant]:
    """Every mutant of a module, always in the same order."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    left_out = set(map(id, _left_out(tree)))
    mutants: list[Mutant] = []
    for place, node in enumerate(_nodes(tree)):
        if id(node) in left_out:
            continue
        for change in _changes(node):
            line = getattr(node, "lineno", 0)
            mutants.append(Mutant(file, len(mutants), line, ast.unparse(node), place, change))
    return mutants


def _nodes(tree: ast.Module) -> list[ast.AST]:
    """Every node, each before what is in it: the order in which a transformer comes to them."""
    nodes: list[ast.AST] = []

    def visit(node: ast.AST) -> None:
        nodes.append(node)
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(tree)
    return nodes


def _left_out(tree: ast.Module) -> Iterator[ast.AST]:
    """What no run sees: annotations, names of types, docstrings, how records are built."""
    for node in ast.walk(tree):
        yield from _how_records_are_built(node)
        for field in ("annotation", "returns"):
            hint = getattr(node, field, None)
            yield from ast.walk(hint) if isinstance(hint, ast.AST) else ()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from ast.walk(node)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from ast.walk(node)


def _how_records_are_built(node: ast.AST) -> Iterator[ast.AST]:
    for decorator in getattr(node, "decorator_list", ()):
        if ast.unparse(decorator).startswith("dataclass("):
            yield from ast.walk(decorator)


def _changes(node: ast.AST) -> Iterator[Change]:
    for kind, changes in CHANGES.items():
        if isinstance(node, kind):
            yield from changes(node)


def _of_comparing(node: ast.Compare) -> Iterator[Change]:
    for place, operator in enumerate(node.ops):
        other = COMPARED[type(operator)]

        def swap(
            target: ast.Compare, place: int = place, other: type[ast.cmpop] = other
        ) -> ast.AST:
            target.ops[place] = other()
            return target

        yield swap


def _of_both(node: ast.BoolOp) -> Iterator[Change]:
    def swap(target: ast.BoolOp) -> ast.AST:
        target.op = ast.Or() if isinstance(target.op, ast.And) else ast.And()
        return target

    yield swap
    for place in range(len(node.values)):

        def leave_out(target: ast.BoolOp, place: int = place) -> ast.AST:
            del target.values[place]
            return target if len(target.values) > 1 else target.values[0]

        yield leave_out


def _of_not(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield lambda target: target.operand


def _of_constant(node: ast.Constant) -> Iterator[Change]:
    if isinstance(node.value, bool):
        yield lambda target: ast.Constant(not target.value)
    elif isinstance(node.value, int):
        yield lambda target: ast.Constant(target.value + 1)
        yield lambda target: ast.Constant(target.value - 1)


def _of_computing(node: ast.BinOp) -> Iterator[Change]:
    other = COMPUTED.get(type(node.op))
    if other:
        yield lambda target: ast.BinOp(target.left, other(), target.right)


def _of_return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and ast.unparse(node.value) != "None":
        yield lambda _found: ast.Return(ast.Constant(None))


def _of_condition(_node: ast.If | ast.IfExp) -> Iterator[Change]:
    def turn(target: ast.If | ast.IfExp) -> ast.AST:
        target.test = ast.UnaryOp(ast.Not(), target.test)
        return target

    yield turn


def _of_statement(_node: ast.stmt) -> Iterator[Change]:
    yield lambda _found: ast.Pass()


CHANGES: dict[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[Change]]] = {
    ast.Compare: _of_comparing,
    ast.BoolOp: _of_both,
    ast.UnaryOp: _of_not,
    ast.Constant: _of_constant,
    ast.BinOp: _of_computing,
    ast.Return: _of_return,
    (ast.If, ast.IfExp): _of_condition,
    (ast.Expr, ast.Raise, ast.AugAssign, ast.Delete): _of_statement,
}


class _At(ast.NodeTransformer):
    """Changes the one node at a place, counted as ``_nodes`` does."""

    def __init__(self, place: int, change: Change) -> None:
        self.place, self.change, self.passed = place, change, -1

    def visit(self, node: ast.AST) -> ast.AST:
        self.passed += 1
        here = self.passed == self.place
        node = self.generic_visit(node)
        return self.change(node) if here else node
