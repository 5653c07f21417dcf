"""What became of a frozen version, in plain English."""

from collections.abc import Mapping

from domain.editions.status import Version
from domain.editions.terms import Stage
from domain.editions.version_wording import called, title_of
from domain.formatting import day
from domain.governance.record import Moved, Process

BEFORE_WHOM: Mapping[str, str] = {
    "A": "Scrutiny Commission",
    "B": "Cabinet",
    "C": "County Council",
}
"""The body that versions of a letter are frozen for."""


def about(process: Process, version: Version) -> list[str]:
    """What a version is: for whom it was frozen, and what became of it."""
    told = [_origin(process, version), _approved(process, version), _read_by_all(process, version)]
    return [sentence for sentence in told if sentence]


def superseded_by(process: Process, name: str) -> str:
    """The version that readers should take instead; empty where there is none."""
    published = process.standing.published
    before = [each.name for each in process.published_versions if each.name != published]
    return published if name in before else ""


def _origin(process: Process, version: Version) -> str:
    body = BEFORE_WHOM.get(version.name[:1], "")
    if "." not in version.name:
        return f"{title_of(version.name)} was frozen for the {body}." if body else ""
    names = [each.name for each in process.versions]
    base = names[names.index(version.name) - 1]
    motion = _motion(process, version)
    by_motion = motion and names.index(motion.version) >= names.index(version.name)
    what = "an amendment that the County Council carried" if by_motion else "a correction"
    return f"{title_of(version.name)} is {called(base)} with {what}, and nothing else."


def _approved(process: Process, version: Version) -> str:
    motion = _motion(process, version)
    if motion is None or motion.version != version.name:
        return ""
    if motion.carried_on:
        return f"The County Council approved it on {day(motion.carried_on)}."
    return "The motion before the County Council names it."


def _motion(process: Process, version: Version) -> Moved | None:
    return next((each for each in process.motions if each.round == version.round), None)


def _read_by_all(process: Process, version: Version) -> str:
    if version.name not in [each.name for each in process.published_versions]:
        return ""
    if process.standing.stage is Stage.WITHDRAWN:
        return "It was published, and the edition was withdrawn since."
    if version.name == process.standing.published:
        return "It is what is published now."
    return "It was published, and has been corrected since."
