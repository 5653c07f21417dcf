"""People who do what they may and what they may not, at random, beside a model of the domain."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from db.content import all_fields
from db.models import FrozenVersion
from db.queries import audit as log
from db.queries import governance
from domain.audit_chain import verify
from domain.editions.content import is_intact
from domain.editions.terms import Stage
from domain.governance.terms import Action
from domain.terms import Role
from tests.builders.workflow import YEAR
from tests.sampling import times
from tests.workflow.acting import OUTCOMES, PLACES, SELDOM, likely, mostly, tallies
from tests.workflow.before_the_cabinet import BeforeTheCabinet
from tests.workflow.modelled import (
    OF_THE_CABINET,
    SMOKING,
)
from tests.workflow.onward import onward
from tests.workflow.replaying import replayed

WHICH = st.integers(0, 2)
PROPOSERS = (Role.BI_OFFICER, Role.CHIEF_EXECUTIVE)
SPEAKERS = (Role.LEADER, Role.DEMOCRATIC_SERVICES)


class Council(BeforeTheCabinet):
    """What may happen after that, and what must hold all the time."""

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(*PROPOSERS), place=PLACES, late=SELDOM)
    def propose(self, who, place, late):
        given = self.saving(place, late=late)
        allowed = self.model.may_propose(who, place) and not late
        if self.take(Action.PROPOSE_AMENDMENT, who, allowed=allowed, **given):
            self.model.propose(place, *given["fields"].values(), who)

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(*PROPOSERS), which=WHICH, late=SELDOM)
    def reword(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        change = self.model.waiting.get(number)
        place = change.place if change else SMOKING
        given = {**self.saving(place), "number": number, "digest": digest}
        writer = self.has(who, *PROPOSERS)
        allowed = writer and self.is_amending() and change is not None and not late
        if self.take(Action.REWORD_AMENDMENT, who, allowed=allowed, **given):
            (change.text,) = given["fields"].values()
            change.writers.add(who)
            change.consulted_by.clear()

    def is_amending(self) -> bool:
        return self.model.is_at(Stage.AMENDMENT)

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(*SPEAKERS), which=WHICH, late=SELDOM)
    def consult(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        change = self.model.waiting.get(number)
        spoken_for = self.has(who, *SPEAKERS)
        allowed = spoken_for and self.is_amending() and change is not None and not late
        if self.take(Action.CONSULT, who, allowed=allowed, number=number, digest=digest):
            change.consulted_by.add(who)

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(Role.CHIEF_EXECUTIVE), which=WHICH, late=SELDOM)
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

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(Role.CHIEF_EXECUTIVE), which=WHICH)
    def refuse_amendment(self, who, which):
        number, digest = self.a_waiting(which)
        chief = self.has(who, Role.CHIEF_EXECUTIVE) and self.is_amending()
        allowed = chief and self.is_consulted_on(number)
        if self.take(Action.REFUSE_AMENDMENT, who, allowed=allowed, number=number, digest=digest):
            del self.model.waiting[number]

    @likely(Stage.AMENDMENT)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES))
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

    @likely(Stage.COUNCIL)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES), place=PLACES)
    def amend_by_motion(self, who, place):
        given = self.saving(place)
        allowed = self.clerk_at(who, Stage.COUNCIL) and place not in OF_THE_CABINET
        if self.take(Action.AMEND_BY_MOTION, who, allowed=allowed, **given):
            self.model.number_of_changes += 1
            self.wrote(who, given)
            self.model.freeze()

    @likely(Stage.COUNCIL)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES), wrong=SELDOM)
    def approve(self, who, wrong):
        digest = "0" * 64 if wrong else self.motion()
        allowed = self.clerk_at(who, Stage.COUNCIL) and not wrong
        if self.take(Action.APPROVE, who, allowed=allowed, digest=digest):
            self.approved = digest

    @likely(Stage.APPROVED)
    @rule(who=mostly(Role.BI_OFFICER), wrong=SELDOM)
    def publish(self, who, wrong):
        digest = "0" * 64 if wrong else self.motion()
        allowed = self.officer_at(who, Stage.APPROVED) and not wrong
        if self.take(Action.PUBLISH, who, allowed=allowed, digest=digest):
            assert self.published_digest() == self.approved

    @likely(Stage.PUBLISHED)
    @rule(who=mostly(Role.BI_OFFICER), place=PLACES)
    def propose_correction(self, who, place):
        given = self.saving(place)
        allowed = self.officer_at(who, Stage.PUBLISHED) and self.model.is_free(place)
        if self.take(Action.PROPOSE_CORRECTION, who, allowed=allowed, **given):
            self.model.propose(place, *given["fields"].values(), who)

    @likely(Stage.PUBLISHED)
    @rule(who=mostly(Role.CHIEF_EXECUTIVE), which=WHICH, late=SELDOM)
    def sign_correction(self, who, which, late):
        number, digest = self.a_waiting(which, late=late)
        is_published = self.model.is_at(Stage.PUBLISHED)
        allowed = is_published and self.model.may_sign(who, number) and not late
        if self.take(Action.SIGN_CORRECTION, who, allowed=allowed, number=number, digest=digest):
            self.model.carry_out(number, who)
            self.model.freeze()

    @likely(Stage.PUBLISHED)
    @rule(who=mostly(Role.CHIEF_EXECUTIVE), which=WHICH)
    def refuse_correction(self, who, which):
        number, digest = self.a_waiting(which)
        chief = self.has(who, Role.CHIEF_EXECUTIVE) and self.model.is_at(Stage.PUBLISHED)
        allowed = chief and number in self.model.waiting
        if self.take(Action.REFUSE_CORRECTION, who, allowed=allowed, number=number, digest=digest):
            del self.model.waiting[number]

    @likely(Stage.PUBLISHED)
    @rule(who=mostly(Role.DEMOCRATIC_SERVICES), seldom=SELDOM)
    def withdraw(self, who, seldom):
        allowed = self.clerk_at(who, Stage.PUBLISHED)
        if seldom or not allowed:
            self.take(Action.WITHDRAW, who, allowed=allowed)

    @likely(Stage.AMENDMENT, Stage.PUBLISHED)
    @rule(
        writer=st.sampled_from(["olive", "otto"]),
        chief=st.sampled_from(["carol", "otto"]),
        place=PLACES,
        refused=SELDOM,
    )
    def see_a_change_through(self, writer, chief, place, refused):
        if self.is_amending():
            self.propose(who=writer, place=place, late=False)
            self.consult(who="lee", which=-1, late=False)
            self.refuse_amendment(who=chief, which=-1) if refused else self.sign_amendment(
                who=chief, which=-1, late=False
            )
        else:
            self.propose_correction(who=writer, place=place)
            self.sign_correction(who=chief, which=-1, late=False)

    @likely()
    @rule()
    def go_on(self):
        """Let the right people do whatever leads to the next stage."""
        onward(self)

    @initialize(stages=st.sampled_from([0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 7]))
    def begin(self, stages):
        """Begin at any stage, by the steps that lead there."""
        for _ in range(stages):
            onward(self)

    @invariant()
    def the_edition_stands_where_the_model_says_and_holds_its_texts(self):
        with self.database.reading_scope() as session:
            edition = governance.edition(session, YEAR)
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
            edition = governance.edition(session, YEAR)
            assert replayed(session, edition) == (self.model.texts, self.model.stage.value)
            assert verify(log.chain(session)).fault == ""
        super().teardown()


@times(10, 500)
@pytest.mark.unmeasured
def test_whoever_tries_whatever_in_any_order_the_rules_of_the_domain_hold(stages, number):
    class Here(Council):
        pass

    Here.stages = stages
    tallies.clear()
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=number,
            stateful_step_count=40,
            derandomize=True,
            deadline=None,
            database=None,
        ),
    )
    tried = sum(tallies[outcome] for outcome in OUTCOMES)
    undone = [action.value for action in Action if not tallies[action]]
    print(f"\nSteps tried: {tried}; {', '.join(f'{kind} {tallies[kind]}' for kind in OUTCOMES)}.")
    print(f"Actions done: {len(Action) - len(undone)} of {len(Action)}; not: {undone}.")
    assert all(tallies[stage] for stage in Stage)
    assert len(undone) < 5
