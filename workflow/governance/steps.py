"""The table of steps: their stages and roles, and the needs of each.

The table is DOMAIN's section 4, row by row. ``docs/workflow.md`` is drawn from it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto

from domain.editions.stage_wording import WHERE
from domain.editions.terms import Stage
from domain.errors import NotPermitted
from domain.governance.actions import ACTIONS, Subject
from domain.governance.bodies import VERSION_LETTERS
from domain.governance.terms import Action, Body
from domain.terms import Role


class Needs(Flag):
    """The inputs and preconditions of a step."""

    NOTHING = 0
    VERSION_READ = auto()
    NOT_OWN_WORK = auto()
    SECTIONS_SIGNED_OFF = auto()
    CHECKLIST = auto()
    MEETING = auto()
    NO_COMMENT_YET = auto()
    TEXT = auto()
    ANCHOR = auto()
    VIEWS = auto()
    COMMENTS_ANSWERED = auto()
    RESOLUTIONS = auto()
    MINUTE = auto()
    REASON = auto()
    OPTIONS_REJECTED = auto()
    INTERESTS = auto()
    BEFORE_AND_AFTER = auto()
    ORIGIN = auto()
    DELEGATION = auto()
    DIGEST_OF_TEXT = auto()
    VIEW = auto()
    EVIDENCE = auto()
    CONSULTATION = auto()
    NO_OPEN_AMENDMENT = auto()
    MOVER_AND_SECONDER = auto()
    VOTE = auto()
    DIGEST_OF_VERSION = auto()
    NOTICE = auto()


N = Needs
"""A short name for the table below."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row: an action at a stage by a role. ``freezes`` names the version it makes."""

    action: Action
    at: Stage
    to: Stage
    role: Role
    needs: Needs
    freezes: str = ""

    @property
    def moves(self) -> bool:
        """Return whether the step moves the edition to another stage."""
        return self.at is not self.to

    @property
    def about(self) -> Subject:
        """Return what the action is about."""
        return ACTIONS[self.action].about


# fmt: off
STEPS = (
    Step(Action.EDIT,               Stage.DRAFTING,  Stage.DRAFTING,  Role.BI_OFFICER,          N.VERSION_READ),
    Step(Action.EDIT,               Stage.REVISION,  Stage.REVISION,  Role.BI_OFFICER,          N.VERSION_READ),
    Step(Action.SIGN_OFF_SECTION,   Stage.DRAFTING,  Stage.DRAFTING,  Role.BI_OFFICER,          N.VERSION_READ | N.NOT_OWN_WORK),
    Step(Action.SIGN_OFF_SECTION,   Stage.REVISION,  Stage.REVISION,  Role.BI_OFFICER,          N.VERSION_READ | N.NOT_OWN_WORK),
    Step(Action.SEND_TO_SCRUTINY,   Stage.DRAFTING,  Stage.SCRUTINY,  Role.BI_OFFICER,          N.SECTIONS_SIGNED_OFF | N.CHECKLIST | N.MEETING, VERSION_LETTERS[Body.SCRUTINY]),
    Step(Action.RECALL,             Stage.SCRUTINY,  Stage.DRAFTING,  Role.BI_OFFICER,          N.REASON | N.NO_COMMENT_YET),
    Step(Action.COMMENT,            Stage.SCRUTINY,  Stage.SCRUTINY,  Role.SCRUTINY,            N.TEXT | N.ANCHOR),
    Step(Action.ADD_TO_COMMENT,     Stage.SCRUTINY,  Stage.SCRUTINY,  Role.SCRUTINY,            N.TEXT),
    Step(Action.REFER_TO_CABINET,   Stage.SCRUTINY,  Stage.REVISION,  Role.DEMOCRATIC_SERVICES, N.MINUTE | N.VIEWS),
    Step(Action.ANSWER_COMMENT,     Stage.REVISION,  Stage.REVISION,  Role.BI_OFFICER,          N.TEXT),
    Step(Action.SEND_TO_CABINET,    Stage.REVISION,  Stage.CABINET,   Role.BI_OFFICER,          N.SECTIONS_SIGNED_OFF | N.COMMENTS_ANSWERED | N.CHECKLIST | N.MEETING, VERSION_LETTERS[Body.CABINET]),
    Step(Action.RESOLVE,            Stage.CABINET,   Stage.AMENDMENT, Role.DEMOCRATIC_SERVICES, N.RESOLUTIONS | N.MINUTE | N.REASON | N.OPTIONS_REJECTED | N.INTERESTS),
    Step(Action.REFER_BACK,         Stage.CABINET,   Stage.DRAFTING,  Role.DEMOCRATIC_SERVICES, N.MINUTE | N.REASON),
    Step(Action.PROPOSE_AMENDMENT,  Stage.AMENDMENT, Stage.AMENDMENT, Role.BI_OFFICER,          N.BEFORE_AND_AFTER | N.REASON | N.ORIGIN | N.DELEGATION),
    Step(Action.PROPOSE_AMENDMENT,  Stage.AMENDMENT, Stage.AMENDMENT, Role.CHIEF_EXECUTIVE,     N.BEFORE_AND_AFTER | N.REASON | N.ORIGIN | N.DELEGATION),
    Step(Action.REWORD_AMENDMENT,   Stage.AMENDMENT, Stage.AMENDMENT, Role.BI_OFFICER,          N.BEFORE_AND_AFTER | N.REASON | N.DELEGATION | N.VERSION_READ),
    Step(Action.REWORD_AMENDMENT,   Stage.AMENDMENT, Stage.AMENDMENT, Role.CHIEF_EXECUTIVE,     N.BEFORE_AND_AFTER | N.REASON | N.DELEGATION | N.VERSION_READ),
    Step(Action.CONSULT,            Stage.AMENDMENT, Stage.AMENDMENT, Role.LEADER,              N.DIGEST_OF_TEXT | N.VIEW | N.DELEGATION),
    Step(Action.CONSULT,            Stage.AMENDMENT, Stage.AMENDMENT, Role.DEMOCRATIC_SERVICES, N.DIGEST_OF_TEXT | N.VIEW | N.DELEGATION | N.EVIDENCE),
    Step(Action.SIGN_AMENDMENT,     Stage.AMENDMENT, Stage.AMENDMENT, Role.CHIEF_EXECUTIVE,     N.DIGEST_OF_TEXT | N.CONSULTATION | N.DELEGATION | N.NOT_OWN_WORK | N.OPTIONS_REJECTED | N.INTERESTS),
    Step(Action.REFUSE_AMENDMENT,   Stage.AMENDMENT, Stage.AMENDMENT, Role.CHIEF_EXECUTIVE,     N.DIGEST_OF_TEXT | N.CONSULTATION | N.REASON),
    Step(Action.SEND_TO_COUNCIL,    Stage.AMENDMENT, Stage.COUNCIL,   Role.DEMOCRATIC_SERVICES, N.NO_OPEN_AMENDMENT | N.MEETING, VERSION_LETTERS[Body.COUNCIL]),
    Step(Action.REFER_BACK,         Stage.COUNCIL,   Stage.DRAFTING,  Role.DEMOCRATIC_SERVICES, N.MINUTE | N.REASON),
    Step(Action.AMEND_BY_MOTION,    Stage.COUNCIL,   Stage.COUNCIL,   Role.DEMOCRATIC_SERVICES, N.BEFORE_AND_AFTER | N.MOVER_AND_SECONDER | N.VOTE | N.MINUTE),
    Step(Action.APPROVE,            Stage.COUNCIL,   Stage.APPROVED,  Role.DEMOCRATIC_SERVICES, N.MOVER_AND_SECONDER | N.VOTE | N.MINUTE | N.DIGEST_OF_VERSION),
    Step(Action.PUBLISH,            Stage.APPROVED,  Stage.PUBLISHED, Role.BI_OFFICER,          N.DIGEST_OF_VERSION),
    Step(Action.PROPOSE_CORRECTION, Stage.PUBLISHED, Stage.PUBLISHED, Role.BI_OFFICER,          N.BEFORE_AND_AFTER | N.REASON | N.NOTICE),
    Step(Action.SIGN_CORRECTION,    Stage.PUBLISHED, Stage.PUBLISHED, Role.CHIEF_EXECUTIVE,     N.DIGEST_OF_TEXT | N.NOT_OWN_WORK, "correction"),
    Step(Action.REFUSE_CORRECTION,  Stage.PUBLISHED, Stage.PUBLISHED, Role.CHIEF_EXECUTIVE,     N.DIGEST_OF_TEXT | N.REASON),
    Step(Action.WITHDRAW,           Stage.PUBLISHED, Stage.WITHDRAWN, Role.DEMOCRATIC_SERVICES, N.REASON),
)
# fmt: on


def steps_from(stage: Stage) -> Sequence[Step]:
    """Return every step that begins at a stage, in the table's order."""
    return [step for step in STEPS if step.at is stage]


def freezes(action: Action) -> bool:
    """Return whether an action freezes a version at some stage."""
    return any(step.action is action and step.freezes for step in STEPS)


def steps_for(action: Action, stage: Stage) -> Sequence[Step]:
    """Return the rows of an action at a stage: one for each role that may take it.

    Raises ``NotPermitted`` where there is none, and says where the action belongs.
    """
    rows = [step for step in STEPS if step.action is action and step.at is stage]
    if not rows:
        places = dict.fromkeys(WHERE[step.at] for step in STEPS if step.action is action)
        raise NotPermitted(
            f"This is done while the edition is {' or '.join(places)}. It is {WHERE[stage]} now.",
            says_nothing_changed=True,
        )
    return rows
