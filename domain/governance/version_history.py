"""Sentences about what happened to a frozen version."""

from domain.editions.status import Version
from domain.editions.terms import Stage
from domain.editions.version_wording import version_name, version_title
from domain.formatting import day
from domain.governance.bodies import body_of, is_as_sent
from domain.governance.record import GovernanceRecord, Motion
from domain.governance.step_wording import BODIES


def about(record: GovernanceRecord, version: Version) -> list[str]:
    """Return what a version is: for whom it was frozen, and what became of it."""
    sentences = [
        _origin(record, version),
        _approved(record, version),
        _read_by_all(record, version),
    ]
    return [sentence for sentence in sentences if sentence]


def superseded_by(record: GovernanceRecord, name: str) -> str:
    """Return the version that readers should take instead; empty where there is none."""
    published = record.status.published
    before = [version.name for version in record.published_versions if version.name != published]
    return published if name in before else ""


def _origin(record: GovernanceRecord, version: Version) -> str:
    if is_as_sent(version.name):
        body = body_of(version.name)
        return f"{version_title(version.name)} was frozen for the {BODIES[body]}." if body else ""
    names = [version.name for version in record.versions]
    base = names[names.index(version.name) - 1]
    motion = _motion(record, version)
    by_motion = motion and names.index(motion.version) >= names.index(version.name)
    what = "an amendment that the County Council carried" if by_motion else "a correction"
    return f"{version_title(version.name)} is {version_name(base)} with {what}, and nothing else."


def _approved(record: GovernanceRecord, version: Version) -> str:
    motion = _motion(record, version)
    if motion is None or motion.version != version.name:
        return ""
    if motion.carried_on:
        return f"The County Council approved it on {day(motion.carried_on)}."
    return "The motion before the County Council names it."


def _motion(record: GovernanceRecord, version: Version) -> Motion | None:
    return next((motion for motion in record.motions if motion.round == version.round), None)


def _read_by_all(record: GovernanceRecord, version: Version) -> str:
    if version.name not in [version.name for version in record.published_versions]:
        return ""
    if record.status.stage is Stage.WITHDRAWN:
        return "It was published, and the edition was withdrawn since."
    if version.name == record.status.published:
        return "It is what is published now."
    return "It was published, and has been corrected since."
