"""People who do what they may and what they may not, at random, beside a model of the domain."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from db.content import all_fields
from db.models import FrozenVersion
from db.queries import audit as log
from db.queries import process
from domain.audit import verify
from domain.content import is_intact
from domain.terms import Action, CommentKind, Role, Stage
from tests.builders.workflow import RECOMMENDED, UNTIL, YEAR
from tests.workflow.acting import Acting, tallies
from tests.workflow.modelled import (
    OF_THE_CABINET,
    PEOPLE,
    SMOKING,
    UNITS,
    VIEWS,
    WRITTEN_IN,
)
from tests.workflow.onward import onward
from tests.workflow.replaying import replayed
from workflow import revising
from workflow.given import Delegated

ANYBODY = st.sampled_from(sorted(PEOPLE))
WRITERS = st.sampled_from(sorted(set(PEOPLE) - {"zoe"}))
"""Zoe writes nothing, so that somebody is always left to sign off."""
PLACES = st.sampled_from(["section:introduction", SMOKING, RECOMMENDED])
SCOPES = st.sampled_from([None, (), (), ("dashboard:public-health",), ("section:introduction",)])
SELDOM = st.sampled_from([False, False, False, True])
WHICH = st.integers(0, 2)


class Council(Acting):
    """The rules are the domain's steps, each tried by anybody at any stage."""

    @rule(who=WRITERS, place=PLACES, unfinished=SELDOM, late=SELDOM, behind=SELDOM)
    def edit(self, who, place, unfinished, late, behind):
        given = self.saving(place, unfinished=unfinished, late=late)
        allowed = self.officer_at(who, *WRITTEN_IN) and not late
        if self.take(Action.EDIT, who, allowed=allowed, behind=behind, **given):
            self.wrote(who, given)

    def wrote(self, who: str, given: dict[str, Any]) -> None:
        (text,) = given["fields"].values()
        self.model.write(given["place"], text, who)

    @rule(who=ANYBODY, unit=st.sampled_from([*UNITS.values(), RECOMMENDED]), late=SELDOM)
    def sign_off(self, who, unit, late):
        with self.database.reading_scope() as session:
            read = revising.newest_in(session, process.edition(session, YEAR), unit)
        allowed = self.model.may_sign_off(who, unit) and not late
        if self.take(Action.SIGN_OFF_SECTION, who, allowed=allowed, place=unit, read=read - late):
            self.model.signed_off.add(unit)

    @rule(who=ANYBODY)
    def send_to_scrutiny(self, who):
        allowed = self.officer_at(who, Stage.DRAFTING) and self.model.is_ready()
        if self.take(Action.SEND_TO_SCRUTINY, who, allowed=allowed):
            self.model.freeze()

    @rule(who=ANYBODY)
    def recall(self, who):
        allowed = self.officer_at(who, Stage.SCRUTINY) and not self.model.comments
        self.take(Action.RECALL, who, allowed=allowed)

    @rule(who=ANYBODY, kind=st.sampled_from(CommentKind), behind=SELDOM)
    def comment(self, who, kind, behind):
        allowed = self.has(who, Role.SCRUTINY) and self.model.is_at(Stage.SCRUTINY)
        given = {"place": "edition", "kind": kind, "behind": behind}
        if self.take(Action.COMMENT, who, allowed=allowed, **given):
            self.model.submit(kind)

    @rule(who=ANYBODY)
    def refer_to_cabinet(self, who):
        allowed = self.clerk_at(who, Stage.SCRUTINY)
        if self.take(Action.REFER_TO_CABINET, who, allowed=allowed, text=f"Views {self.texts}."):
            self.model.write(VIEWS, f"Views {self.texts}.", who)

    @rule(who=ANYBODY, number=st.integers(1, 4))
    def answer(self, who, number):
        allowed = self.officer_at(who, Stage.REVISION) and number in self.model.comments
        if self.take(Action.ANSWER_COMMENT, who, allowed=allowed, number=number):
            self.model.comments[number] = True

    @rule(who=ANYBODY)
    def send_to_cabinet(self, who):
        answered = all(self.model.comments.values())
        allowed = self.officer_at(who, Stage.REVISION) and self.model.is_ready() and answered
        if self.take(Action.SEND_TO_CABINET, who, allowed=allowed):
            self.model.freeze()

    @rule(who=ANYBODY, scope=SCOPES)
    def resolve(self, who, scope):
        delegation = None if scope is None else Delegated("b", UNTIL, scope)
        allowed = self.clerk_at(who, Stage.CABINET)
        if self.take(Action.RESOLVE, who, allowed=allowed, delegation=delegation):
            self.model.scope = scope

    @rule(who=ANYBODY)
    def refer_back(self, who):
        allowed = self.clerk_at(who, Stage.CABINET, Stage.COUNCIL)
        if self.take(Action.REFER_BACK, who, allowed=allowed):
            self.model.begin_again()

    @rule(who=ANYBODY, place=PLACES, late=SELDOM)
    def propose(self, who, place, late):
        given = self.saving(place, late=late)
        allowed = self.model.may_propose(who, place) and not late
        if self.take(Action.PROPOSE_AMENDMENT, who, allowed=allowed, **given):
            self.model.propose(place, *given["fields"].values(), who)

    @rule(who=ANYBODY, which=WHICH, late=SELDOM)
    def reword(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        change = self.model.waiting.get(number)
        place = change.place if change else SMOKING
        given = {**self.saving(place), "number": number, "digest": digest}
        writer = self.has(who, Role.BI_OFFICER, Role.CHIEF_EXECUTIVE)
        allowed = writer and self.is_amending() and change is not None and not late
        if self.take(Action.REWORD_AMENDMENT, who, allowed=allowed, **given):
            (change.text,) = given["fields"].values()
            change.writers.add(who)
            change.consulted_by.clear()

    def is_amending(self) -> bool:
        return self.model.is_at(Stage.AMENDMENT)

    @rule(who=ANYBODY, which=WHICH, late=SELDOM)
    def consult(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        change = self.model.waiting.get(number)
        spoken_for = self.has(who, Role.LEADER, Role.DEMOCRATIC_SERVICES)
        allowed = spoken_for and self.is_amending() and change is not None and not late
        if self.take(Action.CONSULT, who, allowed=allowed, number=number, digest=digest):
            change.consulted_by.add(who)

    @rule(who=ANYBODY, which=WHICH, late=SELDOM)
    def sign_amendment(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        consulted = self.is_consulted_on(number)
        allowed = self.is_amending() and self.model.may_sign(who, number) and consulted
        allowed = allowed and not late
        if self.take(Action.SIGN_AMENDMENT, who, allowed=allowed, number=number, digest=digest):
            self.model.carry_out(number, who)

    def is_consulted_on(self, number: int) -> bool:
        change = self.model.waiting.get(number)
        return bool(change and change.consulted_by)

    @rule(who=ANYBODY, which=WHICH)
    def refuse_amendment(self, who, which):
        number, digest = self.a_waiting(which)
        chief = self.has(who, Role.CHIEF_EXECUTIVE) and self.is_amending()
        allowed = chief and self.is_consulted_on(number)
        if self.take(Action.REFUSE_AMENDMENT, who, allowed=allowed, number=number, digest=digest):
            del self.model.waiting[number]

    @rule(who=ANYBODY)
    def send_to_council(self, who):
        allowed = self.clerk_at(who, Stage.AMENDMENT) and not self.model.waiting
        if self.take(Action.SEND_TO_COUNCIL, who, allowed=allowed):
            self.model.freeze()
            self.check_c_is_b_with_what_was_signed()

    def check_c_is_b_with_what_was_signed(self) -> None:
        b, c = self.newest_content("B"), self.newest_content("C")
        for place, after in self.model.signed:
            kind, _, key = place.partition(":")
            b[f"{kind}s"][key].update(after)
        assert b == c

    @rule(who=ANYBODY, place=PLACES)
    def amend_by_motion(self, who, place):
        given = self.saving(place)
        allowed = self.clerk_at(who, Stage.COUNCIL) and place not in OF_THE_CABINET
        if self.take(Action.AMEND_BY_MOTION, who, allowed=allowed, **given):
            self.model.number_of_changes += 1
            self.wrote(who, given)
            self.model.freeze()

    @rule(who=ANYBODY, wrong=SELDOM)
    def approve(self, who, wrong):
        digest = "0" * 64 if wrong else self.motion()
        allowed = self.clerk_at(who, Stage.COUNCIL) and not wrong
        if self.take(Action.APPROVE, who, allowed=allowed, digest=digest):
            self.approved = digest

    @rule(who=ANYBODY, wrong=SELDOM)
    def publish(self, who, wrong):
        digest = "0" * 64 if wrong else self.motion()
        allowed = self.officer_at(who, Stage.APPROVED) and not wrong
        if self.take(Action.PUBLISH, who, allowed=allowed, digest=digest):
            assert self.published_digest() == self.approved

    @rule(who=ANYBODY, place=PLACES)
    def propose_correction(self, who, place):
        given = self.saving(place)
        allowed = self.officer_at(who, Stage.PUBLISHED) and self.model.is_free(place)
        if self.take(Action.PROPOSE_CORRECTION, who, allowed=allowed, **given):
            self.model.propose(place, *given["fields"].values(), who)

    @rule(who=ANYBODY, which=WHICH, late=SELDOM)
    def sign_correction(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        is_published = self.model.is_at(Stage.PUBLISHED)
        allowed = is_published and self.model.may_sign(who, number) and not late
        if self.take(Action.SIGN_CORRECTION, who, allowed=allowed, number=number, digest=digest):
            self.model.carry_out(number, who)
            self.model.freeze()

    @rule(who=ANYBODY, seldom=st.integers(0, 5))
    def withdraw(self, who, seldom):
        allowed = self.clerk_at(who, Stage.PUBLISHED)
        if not allowed or not seldom:
            self.take(Action.WITHDRAW, who, allowed=allowed)

    @rule()
    def go_on(self):
        """Let the right people do whatever leads to the next stage."""
        onward(self)

    @initialize(stages=st.integers(0, 7))
    def begin(self, stages):
        """Begin at any stage, by the steps that lead there."""
        for _ in range(stages):
            onward(self)

    @invariant()
    def the_edition_stands_where_the_model_says_and_holds_its_texts(self):
        with self.database.reading_scope() as session:
            edition = process.edition(session, YEAR)
            assert edition.stage is self.model.stage
            assert dict(all_fields(session, edition)) == self.model.texts

    @invariant()
    def what_was_frozen_reads_back_to_its_digest_and_is_never_another(self):
        with self.database.reading_scope() as session:
            rows = session.scalars(select(FrozenVersion)).all()
            assert all(is_intact(row.content, row.digest) for row in rows)
            frozen = {row.name: row.digest for row in rows}
        assert frozen == {**frozen, **self.frozen}
        self.frozen = frozen

    def teardown(self):
        """The log holds together, and leads from the first texts to these."""
        with self.database.reading_scope() as session:
            edition = process.edition(session, YEAR)
            assert replayed(session, edition) == (self.model.texts, self.model.stage.value)
            assert verify(log.chain(session)).fault == ""
        super().teardown()


def test_whoever_tries_whatever_in_any_order_the_rules_of_the_domain_hold(stages):
    class Here(Council):
        pass

    Here.stages = stages
    tallies.clear()
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=40, stateful_step_count=40, derandomize=True, deadline=None, database=None
        ),
    )
    print(f"\nSteps: {dict(sorted(tallies.items()))}.")
    assert {each.value for each in Stage} <= set(tallies)
