"""How an edition is approved, as a small model written from the domain's document alone."""

from dataclasses import dataclass, field

from domain.editions.terms import Stage
from domain.governance.terms import Action, CommentKind
from domain.terms import Role
from tests.builders.workflow import INTRODUCTION, RECOMMENDED

WASTE, SMOKING = "indicator:waste-recycled", "indicator:smoking"
VIEWS = "section:views-of-the-scrutiny-commission"
UNITS = {
    INTRODUCTION: INTRODUCTION,
    "section:clean-green": "section:clean-green",
    "section:waste-reused": "section:waste-reused",
    WASTE: "dashboard:environment-waste",
    SMOKING: "dashboard:public-health",
}
"""What the two documents hold, and what each is signed off with."""
OF_THE_CABINET = (RECOMMENDED, VIEWS)
WRITTEN_IN = (Stage.DRAFTING, Stage.REVISION)

PEOPLE = {
    "olive": {Role.BI_OFFICER},
    "otto": {Role.BI_OFFICER, Role.CHIEF_EXECUTIVE},
    "zoe": {Role.BI_OFFICER},
    "sam": {Role.SCRUTINY, Role.MEMBER},
    "dora": {Role.DEMOCRATIC_SERVICES},
    "lee": {Role.LEADER},
    "lena": {Role.LEADER, Role.CHIEF_EXECUTIVE, Role.DEMOCRATIC_SERVICES},
    "carol": {Role.CHIEF_EXECUTIVE},
    "max": {Role.MEMBER, Role.ADMINISTRATOR},
}

LEADS_TO = {
    (Stage.DRAFTING, Action.SEND_TO_SCRUTINY): Stage.SCRUTINY,
    (Stage.SCRUTINY, Action.RECALL): Stage.DRAFTING,
    (Stage.SCRUTINY, Action.REFER_TO_CABINET): Stage.REVISION,
    (Stage.REVISION, Action.SEND_TO_CABINET): Stage.CABINET,
    (Stage.CABINET, Action.RESOLVE): Stage.AMENDMENT,
    (Stage.CABINET, Action.REFER_BACK): Stage.DRAFTING,
    (Stage.AMENDMENT, Action.SEND_TO_COUNCIL): Stage.COUNCIL,
    (Stage.COUNCIL, Action.REFER_BACK): Stage.DRAFTING,
    (Stage.COUNCIL, Action.APPROVE): Stage.APPROVED,
    (Stage.APPROVED, Action.PUBLISH): Stage.PUBLISHED,
    (Stage.PUBLISHED, Action.WITHDRAW): Stage.WITHDRAWN,
}


def unit_of(place: str) -> str:
    return UNITS.get(place, place)


def field_of(place: str) -> str:
    return "body" if place.startswith("section:") else "commentary"


@dataclass
class Proposed:
    """A change that waits for its decision."""

    place: str
    text: str
    writers: set[str]
    consulted_by: set[str] = field(default_factory=set)


@dataclass
class Model:
    """What the model knows of the edition; it asks the product nothing."""

    texts: dict[str, dict[str, str]]
    stage: Stage = Stage.DRAFTING
    writers: dict[str, set[str]] = field(default_factory=dict)
    signed_off: set[str] = field(default_factory=set)
    comments: dict[int, bool] = field(default_factory=dict)
    number_of_comments: int = 0
    scope: tuple[str, ...] | None = None
    waiting: dict[int, Proposed] = field(default_factory=dict)
    number_of_changes: int = 0
    signed: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def is_at(self, *stages: Stage) -> bool:
        """Whether the edition stands at one of these stages."""
        return self.stage in stages

    def write(self, place: str, text: str, who: str) -> None:
        """Another text stands at a place; whoever signed it off must read it again."""
        self.texts.setdefault(place, {})[field_of(place)] = text
        self.signed_off.discard(unit_of(place))
        self.writers.setdefault(unit_of(place), set()).add(who)

    def freeze(self) -> None:
        """A version was frozen: who wrote before it may sign off what others write after it."""
        self.writers.clear()

    def begin_again(self) -> None:
        """The edition was referred back: the next round."""
        self.comments, self.scope, self.signed = {}, None, []

    def units(self) -> set[str]:
        """What must be signed off before the text goes on from here."""
        more = set() if self.is_at(Stage.DRAFTING) else {RECOMMENDED, VIEWS}
        return set(UNITS.values()) | more

    def is_ready(self) -> bool:
        """Whether the text may go to the next body: signed off, finished, answered."""
        places = [place for place in self.texts if unit_of(place) in self.units()]
        finished = all("TBC" not in self.texts[place][field_of(place)] for place in places)
        written = all(self.texts[place].get("body", "some") for place in places)
        return self.units() <= self.signed_off and finished and written

    def may_sign_off(self, who: str, unit: str) -> bool:
        """Whether someone may sign off a section or dashboard."""
        is_officer = Role.BI_OFFICER in PEOPLE[who]
        is_own = who in self.writers.get(unit, ())
        return is_officer and self.is_at(*WRITTEN_IN) and not is_own and self.is_written(unit)

    def is_written(self, unit: str) -> bool:
        """Whether anything stands in a section yet; the dashboards have their values."""
        return bool(self.texts.get(unit, {}).get("body", "some"))

    def may_propose(self, who: str, place: str) -> bool:
        """Whether someone may propose an amendment of a place."""
        return (
            bool(PEOPLE[who] & {Role.BI_OFFICER, Role.CHIEF_EXECUTIVE})
            and self.is_at(Stage.AMENDMENT)
            and self.scope is not None
            and (not self.scope or bool({place, unit_of(place)} & set(self.scope)))
            and self.is_free(place)
        )

    def is_free(self, place: str) -> bool:
        """Whether no change of a place waits, and it is not of the report to the Cabinet."""
        waits = place in {waiting.place for waiting in self.waiting.values()}
        return not waits and place not in OF_THE_CABINET

    def may_sign(self, who: str, number: int) -> bool:
        """Whether someone may sign a change: a Chief Executive whose own work it is not."""
        change = self.waiting.get(number)
        return (
            change is not None
            and Role.CHIEF_EXECUTIVE in PEOPLE[who]
            and who not in change.writers | change.consulted_by
        )

    def propose(self, place: str, text: str, who: str) -> int:
        """A change begins to wait, under the next number."""
        self.number_of_changes += 1
        self.waiting[self.number_of_changes] = Proposed(place, text, {who})
        return self.number_of_changes

    def carry_out(self, number: int, who: str) -> None:
        """A change was signed."""
        change = self.waiting.pop(number)
        self.write(change.place, change.text, who)
        self.signed.append((change.place, {field_of(change.place): change.text}))

    def submit(self, kind: CommentKind) -> None:
        """A comment was submitted; a view needs no answer."""
        self.number_of_comments += 1
        self.comments[self.number_of_comments] = kind is CommentKind.VIEW
