"""The drawing of the rooms in ``docs/architecture.md``, made from the imports.

``python -m scripts.rooms`` (part of ``make docs``) writes it between two marks of that page. The
packages and the order of the capabilities are read from the import contracts in ``pyproject.toml``,
the modules and the arrows from the code.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: written by make docs -->", "<!-- end of rooms -->"
TOP = "shared"
"""The label of the modules outside the capabilities of a package."""
ORDER_OF_CAPABILITIES = "Capabilities build on each other in one order, in every package"

Arrow = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Room:
    """One package's modules on one capability, or those that its capabilities share."""

    package: str
    capability: str


@dataclass(frozen=True, slots=True)
class House:
    """All rooms: the number of modules in each, and the imports between rooms.

    ``packages`` are in order from the top layer to the bottom, ``capabilities`` from the first
    to the one that may use all others.
    """

    packages: Sequence[str]
    capabilities: Sequence[str]
    modules: Mapping[Room, int]
    arrows: frozenset[tuple[Room, Room]]


def house() -> House:
    """Read the packages, the capabilities and the imports. Needs the root as working folder."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    settings = contracts["tool"]["importlinter"]
    packages: list[str] = settings["root_packages"]
    capabilities = _capabilities(settings["contracts"])
    sys.path.insert(0, str(ROOT))
    graph = grimp.build_graph(*packages, cache_dir=None)
    rooms = {name: _room(name, capabilities) for name in graph.modules}
    return House(
        packages,
        [name for name in capabilities if any(name == room.capability for room in rooms.values())],
        Counter(rooms[name] for name in graph.modules if not graph.find_children(name)),
        frozenset(
            (rooms[name], rooms[imported])
            for name in graph.modules
            for imported in graph.find_modules_directly_imported_by(name)
            if rooms[name] != rooms[imported]
        ),
    )


def drawing(rooms: House) -> str:
    """Return the table of the rooms, the diagram of the packages and the capabilities' arrows."""
    return "\n".join([*_table(rooms), "", *_diagram(rooms), "", *_uses(rooms)])


def page_with(text: str, drawn: str) -> str:
    """Return the text of the page with this drawing between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{drawn}\n{END}{after}"


def _capabilities(contracts: Iterable[Mapping[str, object]]) -> list[str]:
    """Return the capabilities in their order; the last layer is the shared one."""
    (contract,) = (row for row in contracts if row["name"] == ORDER_OF_CAPABILITIES)
    layers = contract["layers"]
    assert isinstance(layers, list)  # noqa: S101 - as import-linter demands
    return [name for layer in reversed(layers[:-1]) for name in re.findall(r"\w+", layer)]


def _room(module: str, capabilities: Sequence[str]) -> Room:
    package, *inside = module.split(".")
    return Room(package, inside[0] if inside and inside[0] in capabilities else TOP)


def _table(rooms: House) -> Iterator[str]:
    columns = [TOP, *rooms.capabilities]
    yield f"| | {' | '.join(columns)} |"
    yield f"| --- |{' ---: |' * len(columns)}"
    for package in rooms.packages:
        counts = [rooms.modules.get(Room(package, column), 0) for column in columns]
        yield f"| `{package}/` | {' | '.join(str(count or '') for count in counts)} |"


def _diagram(rooms: House) -> Iterator[str]:
    """Draw the packages' arrows as Mermaid, without those that follow from two others."""
    arrows = {
        (one.package, other.package) for one, other in rooms.arrows if one.package != other.package
    }
    yield from ("```mermaid", "flowchart LR")
    drawn = _without_detours(arrows)
    for one in rooms.packages:
        others = sorted(end for begin, end in drawn if begin == one)
        if others:
            yield f"    {one} --> {' & '.join(others)}"
    yield "```"


def _uses(rooms: House) -> Iterator[str]:
    """Yield the imports of each capability, and the arrows against the order."""
    order = rooms.capabilities
    between = [(a, b) for a, b in rooms.arrows if a.capability != b.capability]
    pairs = [(a, b) for a, b in between if TOP not in (a.capability, b.capability)]
    uses = {(a.capability, b.capability) for a, b in pairs if _is_down(order, a, b)}
    for name in order:
        used = [other for other in order if (name, other) in uses]
        yield f"- **{name}** imports from {', '.join(used) or 'what is shared alone'}"
    up = sorted(
        f"`{a.package}/{a.capability}` from `{b.package}/{b.capability}`"
        for a, b in pairs
        if not _is_down(order, a, b)
    )
    yield f"- against that order, from one package to a lower one: {'; '.join(up) or 'none'}"


def _is_down(order: Sequence[str], one: Room, other: Room) -> bool:
    return order.index(one.capability) > order.index(other.capability)


def _without_detours(arrows: set[Arrow]) -> set[Arrow]:
    """Return the arrows without those whose end is reachable through two or more others."""
    return {
        (one, other)
        for one, other in arrows
        if not any((one, via) in arrows and _leads(arrows, via, other) for _, via in arrows)
    }


def _leads(arrows: set[Arrow], one: str, other: str) -> bool:
    return any(
        begin == one and (end == other or _leads(arrows, end, other)) for begin, end in arrows
    )


def main() -> None:
    """Write the drawing into the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page_with(text, drawing(house())), encoding="utf-8")


if __name__ == "__main__":
    main()
