"""The domain's steps up to the Cabinet's decision, each tried by anybody at any stage."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from db.queries import governance
from domain.editions.terms import Stage
from domain.governance.terms import Action, CommentKind
from domain.terms import Role
from tests.builders.workflow import RECOMMENDED, UNTIL, YEAR, newest_in
from tests.workflow.acting import PLACES, SELDOM, Acting, likely, mostly
from tests.workflow.modelled import UNITS, VIEWS, WRITTEN_IN
from workflow.governance.step_input import DelegationInput

WRITERS = st.sampled_from(["carol", "dora", "lena", "olive", "olive", "otto", "otto", "sam"])
"""Zoe writes nothing, so that somebody is always left to sign off."""
SCOPES = st.sampled_from([None, (), (), ("dashboard:public-health",), ("section:introduction",)])


class BeforeTheCabinet(Acting):
    """Writing, scrutiny, and what the Cabinet decides."""

    @likely(*WRITTEN_IN)
    @rule(who=WRITERS, place=PLACES, unfinished=SELDOM, late=SELDOM, behind=SELDOM)
    def edit(self, who, place, unfinished, late, behind):
        step_input = self.saving(place, unfinished=unfinished, late=late)
        allowed = self.officer_at(who, *WRITTEN_IN) and not late
        if self.take(Action.EDIT, who, allowed=allowed, behind=behind, **step_input):
            self.wrote(who, step_input)

    def wrote(self, who: str, step_input: dict[str, Any]) -> None:
        (text,) = step_input["fields"].values()
        self.model.write(step_input["place"], text, who)

    @likely(*WRITTEN_IN)
    @rule(
        who=mostly(Role.BI_OFFICER),
        unit=st.sampled_from([*UNITS.values(), RECOMMENDED]),
        late=SELDOM,
    )
    def sign_off(self, who, unit, late):
        with self.database.reading_scope() as session:
            read = newest_in(session, governance.edition(session, YEAR), unit)
        allowed = self.model.may_sign_off(who, unit) and not late
        if self.take(Action.SIGN_OFF_SECTION, who, allowed=allowed, place=unit, read=read - late):
            self.model.signed_off.add(unit)

    @likely(Stage.DRAFTING)
    @rule(who=mostly(Role.BI_OFFICER))
    def send_to_scrutiny(self, who):
        allowed = self.officer_at(who, Stage.DRAFTING) and self.model.is_ready()
        if self.take(Action.SEND_TO_SCRUTINY, who, allowed=allowed):
            self.model.freeze()

    @likely(Stage.SCRUTINY)
    @rule(who=mostly(Role.BI_OFFICER))
    def recall(self, who):
        allowed = self.officer_at(who, Stage.SCRUTINY) and not self.model.comments
        self.take(Action.RECALL, who, allowed=allowed)

    @likely(Stage.SCRUTINY)
    @rule(who=mostly(Role.SCRUTINY), kind=st.sampled_from(CommentKind), behind=SELDOM)
    def comment(self, who, kind, behind):
        allowed = self.has(who, Role.SCRUTINY) and self.model.is_at(Stage.SCRUTINY)
        step_input = {"place": "edition", "kind": kind, "behind": behind}
        if self.take(Action.COMMENT, who, allowed=allowed, **step_input):
            self.model.submit(kind)

    @likely(Stage.SCRUTINY)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES))
    def refer_to_cabinet(self, who):
        allowed = self.clerk_at(who, Stage.SCRUTINY)
        if self.take(Action.REFER_TO_CABINET, who, allowed=allowed, text=f"Views {self.texts}."):
            self.model.write(VIEWS, f"Views {self.texts}.", who)

    def a_comment(self, which: int) -> int:
        numbers = sorted(self.model.comments) or [99]
        return numbers[which % len(numbers)]

    @likely(Stage.SCRUTINY)
    @rule(who=mostly(Role.SCRUTINY), which=st.integers(0, 2))
    def add_to_comment(self, who, which):
        number = self.a_comment(which)
        may = self.has(who, Role.SCRUTINY) and self.model.is_at(Stage.SCRUTINY)
        allowed = may and number in self.model.comments
        self.take(Action.ADD_TO_COMMENT, who, allowed=allowed, number=number)

    @likely(Stage.REVISION)
    @rule(who=mostly(Role.BI_OFFICER), which=st.integers(0, 2))
    def answer(self, who, which):
        number = self.a_comment(which)
        allowed = self.officer_at(who, Stage.REVISION) and number in self.model.comments
        if self.take(Action.ANSWER_COMMENT, who, allowed=allowed, number=number):
            self.model.comments[number] = True

    @likely(Stage.REVISION)
    @rule(who=mostly(Role.BI_OFFICER))
    def send_to_cabinet(self, who):
        answered = all(self.model.comments.values())
        allowed = self.officer_at(who, Stage.REVISION) and self.model.is_ready() and answered
        if self.take(Action.SEND_TO_CABINET, who, allowed=allowed):
            self.model.freeze()

    @likely(Stage.CABINET)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES), scope=SCOPES)
    def resolve(self, who, scope):
        delegation = None if scope is None else DelegationInput("b", UNTIL, scope)
        allowed = self.clerk_at(who, Stage.CABINET)
        if self.take(Action.RESOLVE, who, allowed=allowed, delegation=delegation):
            self.model.scope = scope

    @likely(Stage.CABINET, Stage.COUNCIL)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES))
    def refer_back(self, who):
        allowed = self.clerk_at(who, Stage.CABINET, Stage.COUNCIL)
        if self.take(Action.REFER_BACK, who, allowed=allowed):
            self.model.begin_again()
