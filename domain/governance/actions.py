"""The actions as one table: the subject of each, where it is offered, and who gets a message."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from domain.governance.terms import Action, ChangeKind
from domain.terms import Role


class Subject(Enum):
    """The subject of an action."""

    EDITION = "the edition"
    UNIT = "a section or dashboard"
    PLACE = "a text"
    DRAFT = "a draft of a comment"
    COMMENT = "a comment"
    CHANGE = "a change"


class Page(Enum):
    """A page of an edition on which an action is offered, and which is shown after it."""

    EDITION = auto()
    TEXT = auto()
    EDITOR = auto()
    COMMENTS = auto()
    CHANGES = auto()
    CHANGE = auto()


class Listing(Enum):
    """How an action appears in the work list of a person who can take it."""

    AWAITED = auto()
    """A task, and counted."""
    ALTERNATIVE = auto()
    """An alternative to a task: listed, not counted."""
    OPTIONAL = auto()
    """Never waited for: listed, not counted."""
    UNLISTED = auto()
    """Not listed; offered only beside its subject."""


@dataclass(frozen=True, slots=True)
class ActionTerms:
    """One action.

    ``kind`` is that of the change it makes or is about; ``otherwise`` is the action that a person
    can still take where they may not take this one. ``hear`` are the roles that get a message; None
    means the roles that can act after it.
    """

    about: Subject
    offered: Page
    then: Page
    listing: Listing
    hear: frozenset[Role] | None = None
    kind: ChangeKind | None = None
    otherwise: Action | None = None


def _roles(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


NOBODY = _roles()
EVERYBODY = frozenset(set(Role) - {Role.ADMINISTRATOR})
BI, CLERK, LEADER, CHIEF = Role.BI_OFFICER, Role.DEMOCRATIC_SERVICES, Role.LEADER, Role.CHIEF_EXECUTIVE  # fmt: skip
S, P, L = Subject, Page, Listing
DELEGATED, MOTION, CORRECTION = ChangeKind.DELEGATED, ChangeKind.MOTION, ChangeKind.CORRECTION
"""Short names for the table below."""

# fmt: off
ACTIONS: Mapping[Action, ActionTerms] = {
    Action.EDIT:               ActionTerms(S.PLACE,   P.EDITOR,   P.EDITOR,   L.AWAITED,     NOBODY),
    Action.SIGN_OFF_SECTION:   ActionTerms(S.UNIT,    P.EDITOR,   P.TEXT,     L.AWAITED,     NOBODY),
    Action.SEND_TO_SCRUTINY:   ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED),
    Action.RECALL:             ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.OPTIONAL),
    Action.COMMENT:            ActionTerms(S.DRAFT,   P.EDITION,  P.COMMENTS, L.AWAITED,     _roles(BI, CLERK)),
    Action.ADD_TO_COMMENT:     ActionTerms(S.COMMENT, P.COMMENTS, P.COMMENTS, L.UNLISTED,    _roles(BI, CLERK)),
    Action.REFER_TO_CABINET:   ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED),
    Action.ANSWER_COMMENT:     ActionTerms(S.COMMENT, P.COMMENTS, P.COMMENTS, L.AWAITED,     _roles(Role.SCRUTINY)),
    Action.SEND_TO_CABINET:    ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED,     _roles(CLERK, LEADER, CHIEF)),
    Action.RESOLVE:            ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED),
    Action.REFER_BACK:         ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.ALTERNATIVE),
    Action.PROPOSE_AMENDMENT:  ActionTerms(S.PLACE,   P.EDITION,  P.CHANGES,  L.OPTIONAL,    _roles(LEADER, CLERK),       DELEGATED),
    Action.CONSULT:            ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.AWAITED,     _roles(CHIEF),               DELEGATED),
    Action.SIGN_AMENDMENT:     ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.AWAITED,     _roles(BI, LEADER, CLERK),   DELEGATED,  Action.REFUSE_AMENDMENT),
    Action.REFUSE_AMENDMENT:   ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.UNLISTED,    _roles(BI, LEADER, CLERK),   DELEGATED),
    Action.REWORD_AMENDMENT:   ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.UNLISTED,    _roles(LEADER, CLERK),       DELEGATED),
    Action.SEND_TO_COUNCIL:    ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED,     _roles(BI, LEADER, CHIEF, Role.MEMBER)),
    Action.AMEND_BY_MOTION:    ActionTerms(S.PLACE,   P.EDITION,  P.CHANGES,  L.OPTIONAL,    _roles(BI),                  MOTION),
    Action.APPROVE:            ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED),
    Action.PUBLISH:            ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.AWAITED,     EVERYBODY),
    Action.PROPOSE_CORRECTION: ActionTerms(S.PLACE,   P.EDITION,  P.CHANGES,  L.OPTIONAL,    _roles(CHIEF),               CORRECTION),
    Action.SIGN_CORRECTION:    ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.AWAITED,     _roles(BI, CLERK),           CORRECTION, Action.REFUSE_CORRECTION),
    Action.REFUSE_CORRECTION:  ActionTerms(S.CHANGE,  P.CHANGE,   P.CHANGE,   L.UNLISTED,    _roles(BI),                  CORRECTION),
    Action.WITHDRAW:           ActionTerms(S.EDITION, P.EDITION,  P.EDITION,  L.OPTIONAL,    EVERYBODY),
}
# fmt: on
"""One row for each action. Those on a change are offered in this order."""


def is_about(action: str, subject: Subject) -> bool:
    """Return whether an action is about a kind of subject; upkeep of the product is about none."""
    return action in ACTIONS and ACTIONS[Action(action)].about is subject


def actions_on(kind: ChangeKind) -> list[Action]:
    """Return the actions on a proposed change of a kind, in the order in which they are offered."""
    return [
        action
        for action, terms in ACTIONS.items()
        if terms.about is Subject.CHANGE and terms.kind is kind
    ]


def words_a_change_to_sign(action: Action) -> bool:
    """Return whether an action writes a wording that the Chief Executive signs afterwards."""
    proposes = ACTIONS[action].then is Page.CHANGES and ACTIONS[action].kind is not MOTION
    return proposes or action is Action.REWORD_AMENDMENT
