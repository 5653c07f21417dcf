"""The terms of approving an edition, as enumerations whose values are stored in tables."""

from enum import StrEnum


class Action(StrEnum):
    """A step that a person can take with an edition at a stage."""

    EDIT = "edit"
    SIGN_OFF_SECTION = "sign_off_section"
    SEND_TO_SCRUTINY = "send_to_scrutiny"
    RECALL = "recall"
    COMMENT = "comment"
    ADD_TO_COMMENT = "add_to_comment"
    REFER_TO_CABINET = "refer_to_cabinet"
    ANSWER_COMMENT = "answer_comment"
    SEND_TO_CABINET = "send_to_cabinet"
    RESOLVE = "resolve"
    REFER_BACK = "refer_back"
    PROPOSE_AMENDMENT = "propose_amendment"
    REWORD_AMENDMENT = "reword_amendment"
    CONSULT = "consult"
    SIGN_AMENDMENT = "sign_amendment"
    REFUSE_AMENDMENT = "refuse_amendment"
    SEND_TO_COUNCIL = "send_to_council"
    AMEND_BY_MOTION = "amend_by_motion"
    APPROVE = "approve"
    PUBLISH = "publish"
    PROPOSE_CORRECTION = "propose_correction"
    SIGN_CORRECTION = "sign_correction"
    REFUSE_CORRECTION = "refuse_correction"
    WITHDRAW = "withdraw"


class Body(StrEnum):
    """A body that meets about an edition."""

    SCRUTINY = "scrutiny_commission"
    CABINET = "cabinet"
    COUNCIL = "county_council"


class CommentKind(StrEnum):
    """The kind of a comment of the Scrutiny Commission. All but a view need an answer."""

    VIEW = "view"
    QUESTION = "question"
    REQUEST = "request"
    CORRECTION = "correction"


class CommentOutcome(StrEnum):
    """The outcome of a request, which officers state in their answer."""

    OPEN = "open"
    DONE = "done"
    IN_PART = "done_in_part"
    NEXT_YEAR = "carried_to_next_year"
    DECLINED = "declined"


class Origin(StrEnum):
    """The origin of an amendment."""

    CABINET = "cabinet"
    LATE_DATA = "late_data"
    CORRECTION = "correction"


class ChangeKind(StrEnum):
    """The authority under which a text is changed after the Cabinet has seen it."""

    DELEGATED = "delegated"
    MOTION = "motion"
    CORRECTION = "correction"


class ChangeState(StrEnum):
    """Whether a change is open, or how it was decided."""

    OPEN = "open"
    SIGNED = "signed"
    REFUSED = "refused"


class Consulted(StrEnum):
    """The view of someone who was consulted. It is not consent."""

    FOR = "for"
    AGAINST = "against"
