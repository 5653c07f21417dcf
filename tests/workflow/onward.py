"""What the right people do, one after the other, to bring the modelled edition to its next stage."""

from typing import TYPE_CHECKING, Any

from domain.editions.terms import Stage
from domain.governance.terms import CommentKind
from tests.builders.workflow import RECOMMENDED
from tests.workflow.modelled import unit_of

if TYPE_CHECKING:
    from tests.workflow.governance.test_model import Council
else:
    Council = Any


def onward(council: Council) -> None:
    """Take every step that leads to the next stage; nothing where there is none."""
    NEXT.get(council.model.stage, lambda council: None)(council)


def _finish(council: Council) -> None:
    """Finish every text, and have it all signed off."""
    for place, fields in dict(council.model.texts).items():
        text = fields["body"] if "body" in fields else fields["commentary"]
        wanted = "TBC" in text or (place == RECOMMENDED and not text)
        if wanted and unit_of(place) in council.model.units():
            council.edit(who="olive", place=place, unfinished=False, late=False, behind=False)
    for unit in sorted(council.model.units() - council.model.signed_off):
        council.sign_off(who="zoe", unit=unit, late=False)


def _draft(council: Council) -> None:
    _finish(council)
    council.send_to_scrutiny(who="olive")


def _scrutinise(council: Council) -> None:
    council.comment(who="sam", kind=CommentKind.QUESTION, behind=False)
    council.refer_to_cabinet(who="dora")


def _revise(council: Council) -> None:
    for which in range(len(council.model.comments)):
        council.answer(who="otto", which=which)
    _finish(council)
    council.send_to_cabinet(who="olive")


def _amend(council: Council) -> None:
    while council.model.waiting:
        council.consult(who="lee", which=0, late=False)
        if council.model.may_sign("carol", min(council.model.waiting)):
            council.sign_amendment(who="carol", which=0, late=False)
        else:
            council.refuse_amendment(who="carol", which=0)
    council.send_to_council(who="dora")


NEXT = {
    Stage.DRAFTING: _draft,
    Stage.SCRUTINY: _scrutinise,
    Stage.REVISION: _revise,
    Stage.CABINET: lambda council: council.resolve(who="dora", scope=()),
    Stage.AMENDMENT: _amend,
    Stage.COUNCIL: lambda council: council.approve(who="dora", wrong=False),
    Stage.APPROVED: lambda council: council.publish(who="olive", wrong=False),
    Stage.PUBLISHED: lambda council: council.withdraw(who="dora", seldom=True),
}
