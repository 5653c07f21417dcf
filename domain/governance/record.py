"""The stage of an edition and everything on record of its approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from domain.editions.content import Difference
from domain.editions.status import EditionStatus, Version
from domain.governance import bodies
from domain.governance.terms import (
    Body,
    ChangeKind,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
    Origin,
)

DECLARED = ("options_rejected", "interests", "dispensations")
"""What the regulations require to be recorded with a decision or a signature."""


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting about the edition; ``minute`` is empty until it is recorded."""

    body: Body
    on: date
    minute: str
    round: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution beside what was recommended."""

    letter: str
    recommended: str
    text: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation: by which resolution, for what (empty for any amendments), until when."""

    letter: str
    scope: tuple[str, ...]
    until: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What the Cabinet decided in one round."""

    round: int
    on: date
    minute: str
    reasons: str
    options_rejected: str
    interests: str
    dispensations: str
    resolutions: tuple[Resolution, ...]
    delegation: Delegation | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """The Leader's view of one exact wording."""

    digest: str
    view: Consulted
    words: str
    evidence: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a change, and who wrote it."""

    after: Mapping[str, Any]
    reason: str
    digest: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change: an amendment under the delegation, by motion, or a correction.

    ``decision`` is the notice of a correction, or why a change was refused.
    """

    number: int
    round: int
    kind: ChangeKind
    state: ChangeState
    place: str
    title: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    origin: Origin | None
    digest: str
    wordings: tuple[Wording, ...]
    views: tuple[Consultation, ...]
    decided_by_name: str
    decided_at: datetime | None
    decision: str
    options_rejected: str
    interests: str
    dispensations: str
    mover: str
    seconder: str
    vote: str
    minute: str

    @property
    def differences(self) -> list[Difference]:
        """Return what it changes, field by field."""
        return [
            Difference(self.place, self.title, name, self.before.get(name), after)
            for name, after in self.after.items()
        ]


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment of the Commission with its additions, and the answer of officers.

    ``row`` identifies drafts, which have no number.
    """

    row: int
    number: int | None
    round: int
    place: str
    title: str
    kind: CommentKind
    text: str
    by: str
    by_name: str
    submitted_at: datetime | None
    addenda: tuple[tuple[str, datetime, str], ...]
    answer: str
    answered_by_name: str
    answered_at: datetime | None
    outcome: CommentOutcome


@dataclass(frozen=True, slots=True)
class Motion:
    """The motion before the Council, and its result."""

    round: int
    text: str
    version: str
    digest: str
    mover: str
    seconder: str
    vote: str
    minute: str
    carried_on: date | None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to readers with a version."""

    version: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GovernanceRecord:
    """Everything on record of one edition."""

    status: EditionStatus
    versions: Sequence[Version]
    meetings: Sequence[MeetingRecord]
    decisions: Sequence[Decision]
    changes: Sequence[Amendment]
    motions: Sequence[Motion]
    notices: Sequence[Notice]
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of the places in the delegations' scopes."""

    @property
    def published_versions(self) -> list[Version]:
        """Return the versions published so far: the one approved and its corrections."""
        if not self.status.published or self.motion is None:
            return []
        names = [version.name for version in self.versions]
        begin, end = names.index(self.motion.version), names.index(self.status.published)
        return list(self.versions[begin : end + 1])

    @property
    def sent(self) -> list[tuple[MeetingRecord, Version]]:
        """Return every meeting with the version that was frozen for it."""
        sent = []
        for meeting in self.meetings:
            versions = [
                version for version in self.versions_for(meeting) if bodies.is_as_sent(version.name)
            ]
            sent += [(meeting, versions[-1])] if versions else []
        return sent

    def versions_for(self, meeting: MeetingRecord) -> list[Version]:
        """Return the versions of a meeting's round that are of its body's letter."""
        return [
            version
            for version in self.versions
            if version.round == meeting.round and bodies.body_of(version.name) is meeting.body
        ]

    @property
    def decision(self) -> Decision | None:
        """Return what the Cabinet decided in the present round."""
        return next(
            (decision for decision in self.decisions if decision.round == self.status.round), None
        )

    @property
    def delegation(self) -> Delegation | None:
        """Return the delegation of the present round."""
        return self.decision.delegation if self.decision else None

    @property
    def motion(self) -> Motion | None:
        """Return the motion of the present round."""
        return next((motion for motion in self.motions if motion.round == self.status.round), None)

    def meeting(self, body: Body) -> MeetingRecord | None:
        """Return a body's meeting in the present round."""
        return next(
            (
                meeting
                for meeting in self.meetings
                if meeting.body is body and meeting.round == self.status.round
            ),
            None,
        )
