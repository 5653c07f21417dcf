"""The effect of each action, as one table. An effect returns the details for the log."""

from collections.abc import Callable, Mapping

from domain.governance.terms import Action
from workflow.audit_log import EntryDetails
from workflow.governance import editing
from workflow.governance.bodies import amendments, cabinet, council, scrutiny
from workflow.governance.step_context import StepContext

EFFECTS: Mapping[Action, Callable[[StepContext], EntryDetails]] = {
    Action.EDIT: editing.edit,
    Action.SIGN_OFF_SECTION: editing.sign_off,
    Action.SEND_TO_SCRUTINY: scrutiny.send,
    Action.RECALL: scrutiny.recall,
    Action.COMMENT: scrutiny.comment,
    Action.ADD_TO_COMMENT: scrutiny.add,
    Action.REFER_TO_CABINET: scrutiny.refer,
    Action.ANSWER_COMMENT: scrutiny.answer,
    Action.SEND_TO_CABINET: cabinet.send,
    Action.RESOLVE: cabinet.resolve,
    Action.REFER_BACK: cabinet.refer_back,
    Action.PROPOSE_AMENDMENT: amendments.propose,
    Action.REWORD_AMENDMENT: amendments.reword,
    Action.CONSULT: amendments.consult,
    Action.SIGN_AMENDMENT: amendments.sign,
    Action.REFUSE_AMENDMENT: amendments.refuse,
    Action.SEND_TO_COUNCIL: council.send,
    Action.AMEND_BY_MOTION: council.amend_by_motion,
    Action.APPROVE: council.approve,
    Action.PUBLISH: council.publish,
    Action.PROPOSE_CORRECTION: council.propose_correction,
    Action.SIGN_CORRECTION: council.sign_correction,
    Action.REFUSE_CORRECTION: amendments.refuse,
    Action.WITHDRAW: council.withdraw,
}
