"""The bodies that consider an edition: at which stage, and which version is frozen for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.editions.terms import Stage
from domain.governance.terms import Body


@dataclass(frozen=True, slots=True)
class Consideration:
    """One body's meeting: the stage that ends with it, and the letter of the version it considers."""

    body: Body
    stage: Stage
    letter: str


CONSIDERATIONS = (
    Consideration(Body.SCRUTINY, Stage.SCRUTINY, "A"),
    Consideration(Body.CABINET, Stage.CABINET, "B"),
    Consideration(Body.COUNCIL, Stage.COUNCIL, "C"),
)
"""One row for each body, in the order in which they meet."""
MEETS: Mapping[Stage, Body] = {row.stage: row.body for row in CONSIDERATIONS}
"""The body that considers an edition at each stage."""
VERSION_LETTERS: Mapping[Body, str] = {row.body: row.letter for row in CONSIDERATIONS}
"""The letter of the versions that are frozen for a body's meeting."""
_BODIES: Mapping[str, Body] = {row.letter: row.body for row in CONSIDERATIONS}


def body_of(version: str) -> Body | None:
    """Return the body that a version of this name goes to, or its changed form: A, A2, C.1."""
    return _BODIES.get(version[:1])


def is_as_sent(version: str) -> bool:
    """Return whether a version is as it was sent to a meeting, not changed by motion or correction."""
    return "." not in version
