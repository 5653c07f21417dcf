"""The tests of one mutant, in a process of their own that loads its module with the fault.

``python -m tests.soak.mutant_run FILE NUMBER TEST...``. Nothing of the product may be loaded before
the finder is in its place: the tests would try the module without its fault.
"""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import pytest

from tests.soak.mutants import Mutant, mutants_of

REPOSITORY = Path(__file__).parents[2]
PACKAGES = ("domain", "workflow")
QUIET = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist")
LOADED_TOO_EARLY = 70


def main(file: Path, number: int, tests: list[str]) -> int:
    """Run tests on a mutant; the exit status of pytest, or ``LOADED_TOO_EARLY``."""
    if any(name.partition(".")[0] in PACKAGES for name in sys.modules):
        return LOADED_TOO_EARLY
    module = ".".join(file.relative_to(REPOSITORY).with_suffix("").parts)
    mutant = mutants_of(file)[number]
    sys.meta_path.insert(0, _Finder(module.removesuffix(".__init__"), mutant))
    return int(pytest.main([*QUIET, *tests])) if tests else 0


class _Finder(MetaPathFinder):
    """Finds one module with its fault."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        self.name, self.mutant = name, mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self.name:
            return None
        file = str(self.mutant.file)
        return spec_from_file_location(name, file, loader=_Loader(name, file, self.mutant))


class _Loader(SourceFileLoader):
    """Compiles the tree with the fault."""

    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        assert fullname
        return compile(self.mutant.tree, self.path, "exec")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
