"""The field's standard terms, as enumerations whose values are the words kept in tables."""

from enum import Enum, StrEnum


class Polarity(StrEnum):
    """Which direction of change is good."""

    HIGHER_IS_BETTER = "high"
    LOWER_IS_BETTER = "low"
    NEITHER = "neither"

    @property
    def sign(self) -> int:
        """1 when more is better, -1 when less is, 0 when neither is."""
        return _SIGN[self]


_SIGN = {Polarity.HIGHER_IS_BETTER: 1, Polarity.LOWER_IS_BETTER: -1, Polarity.NEITHER: 0}


class Direction(StrEnum):
    """Direction of travel: the figure against the one before, judged by polarity."""

    IMPROVED = "improved"
    NO_CHANGE = "no_change"
    WORSENED = "worsened"
    UNDETERMINED = "undetermined"


class Quartile(StrEnum):
    """Where an indicator stands among its comparator group; 1 is the best quarter.

    ``SURVEY_BETTER`` is the 2022 edition's "1st/2nd": significantly better than the
    England average in a survey, which is not a quartile.
    """

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    SURVEY_BETTER = "1-2"


class Rating(StrEnum):
    """An officer's judgement: a green tick or a red circle in the printed edition."""

    EXCEPTIONAL = "exceptional"
    ISSUE = "issue"


class Verdict(StrEnum):
    """Whether a target was met, as far as it can be told."""

    MET = "met"
    MISSED = "missed"
    NOT_JUDGED = "not_judged"
    NO_TARGET = "no_target"


class Method(StrEnum):
    """How a declared rule decides the direction of travel."""

    TOLERANCE = "tolerance"
    SURVEY = "survey"
    COUNT = "count"
    NOT_COMPARABLE = "not_comparable"


class AreaClass(StrEnum):
    """What kind of council an area has. A county unitary is one that replaced a county council."""

    COUNTY = "county"
    COUNTY_UNITARY = "county unitary"
    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON = "london"
    ENGLAND = "england"


class Comparable(StrEnum):
    """Whether an area's figure stands for the same services as the others'."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Basis(StrEnum):
    """Whether spending was planned or done."""

    OUTTURN = "outturn"
    BUDGET = "budget"


class Theme(StrEnum):
    """What indicators are about. ``LA_CORE`` are those of all themes that counties answer for.

    An indicator of the theme ``OVERALL`` belongs to none of the others and counts in the
    overall average alone.
    """

    OVERALL = "overall"
    LA_CORE = "la-core"
    ECONOMY = "economy"
    TRANSPORT = "transport-highways"
    ADULT_SOCIAL_CARE = "adult-social-care"
    HEALTH_CHILD = "health-child"
    HEALTH_ADULT = "health-adult"
    CHILDRENS_SOCIAL_CARE = "childrens-social-care"
    ENVIRONMENT = "environment-waste"


class Stage(StrEnum):
    """Where an edition stands."""

    DRAFTING = "drafting"
    SCRUTINY = "scrutiny"
    REVISION = "revision"
    CABINET = "cabinet"
    AMENDMENT = "amendment"
    COUNCIL = "council"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What may be done to an edition by somebody at a stage."""

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


class Upkeep(StrEnum):
    """What is written down beside the steps of an edition: accounts and loaded figures."""

    ADD_PERSON = "add_person"
    DISABLE_PERSON = "disable_person"
    ENABLE_PERSON = "enable_person"
    SET_ROLES = "set_roles"
    SET_PASSWORD = "set_password"  # noqa: S105 - the name of an action
    SET_EMAIL = "set_email"
    LOAD_EDITION = "load_edition"
    ROLL_FORWARD = "roll_forward"
    LOAD_COMPARISON = "load_comparison"


class Document(StrEnum):
    """Which paper a section belongs to: one of an edition's two documents, or the Cabinet's."""

    DELIVERY_REPORT = "delivery_report"
    COMPENDIUM = "compendium"
    CABINET_REPORT = "cabinet_report"


class Body(StrEnum):
    """Who meets about an edition."""

    SCRUTINY = "scrutiny_commission"
    CABINET = "cabinet"
    COUNCIL = "county_council"


class CommentKind(StrEnum):
    """What a comment of the Scrutiny Commission is. All but a view want an answer."""

    VIEW = "view"
    QUESTION = "question"
    REQUEST = "request"
    CORRECTION = "correction"


class Outcome(StrEnum):
    """What became of a request: what officers say when they answer it."""

    OPEN = "open"
    DONE = "done"
    IN_PART = "done_in_part"
    NEXT_YEAR = "carried_to_next_year"
    DECLINED = "declined"


class Origin(StrEnum):
    """Where an amendment comes from."""

    CABINET = "cabinet"
    LATE_DATA = "late_data"
    CORRECTION = "correction"


class ChangeKind(StrEnum):
    """On what footing a text is changed after the Cabinet has seen it."""

    DELEGATED = "delegated"
    MOTION = "motion"
    CORRECTION = "correction"


class ChangeState(StrEnum):
    """Whether a change is still to be decided, and how it was."""

    OPEN = "open"
    SIGNED = "signed"
    REFUSED = "refused"


class Consulted(StrEnum):
    """The view of someone who was consulted. It is not consent."""

    FOR = "for"
    AGAINST = "against"


class Role(StrEnum):
    """What a person does in the council. One person may hold several."""

    MEMBER = "member"
    BI_OFFICER = "bi_officer"
    SCRUTINY = "scrutiny"
    DEMOCRATIC_SERVICES = "democratic_services"
    LEADER = "leader"
    CHIEF_EXECUTIVE = "chief_executive"
    ADMINISTRATOR = "administrator"


class Access(Enum):
    """What a person may see that is not a step of the workflow."""

    PUBLISHED = "read what is published"
    SIGN_IN = "sign in"
    OWN_ACCOUNT = "see your own account, change your password and sign out"
    ACCOUNTS = "add and disable people and change their roles"
    AUDIT_LOG = "read the audit log"
    AUDIT_EXPORT = "take the whole audit log away"
    BEGINNING = "begin the next edition"
    WORKING = "take part in an edition on its way to approval"
