"""The workflow's words as the screen prints them: stages, roles, actions, fields, states."""

from collections.abc import Mapping

from domain.governance.terms import (
    Action,
    Body,
    ChangeKind,
    ChangeState,
    CommentKind,
    CommentOutcome,
    Consulted,
    Origin,
)

ACTIONS: Mapping[Action, str] = {
    Action.EDIT: "Edit",
    Action.SIGN_OFF_SECTION: "Sign off",
    Action.SEND_TO_SCRUTINY: "Send to Scrutiny",
    Action.RECALL: "Recall from Scrutiny",
    Action.COMMENT: "Submit a comment",
    Action.ADD_TO_COMMENT: "Add to a comment",
    Action.REFER_TO_CABINET: "Refer to the Cabinet",
    Action.ANSWER_COMMENT: "Answer a comment",
    Action.SEND_TO_CABINET: "Send to the Cabinet",
    Action.RESOLVE: "Record the resolutions",
    Action.REFER_BACK: "Refer back to drafting",
    Action.PROPOSE_AMENDMENT: "Propose an amendment",
    Action.REWORD_AMENDMENT: "Reword the amendment",
    Action.CONSULT: "Record the Leader's view",
    Action.SIGN_AMENDMENT: "Sign the amendment",
    Action.REFUSE_AMENDMENT: "Refuse the amendment",
    Action.SEND_TO_COUNCIL: "Send to the County Council",
    Action.AMEND_BY_MOTION: "Record an amendment by motion",
    Action.APPROVE: "Record the approval",
    Action.PUBLISH: "Publish",
    Action.PROPOSE_CORRECTION: "Propose a correction",
    Action.SIGN_CORRECTION: "Sign the correction",
    Action.REFUSE_CORRECTION: "Refuse the correction",
    Action.WITHDRAW: "Withdraw from publication",
}
EXPLANATIONS: Mapping[Action, str] = {
    Action.EDIT: "What you save is kept as a new revision.",
    Action.SIGN_OFF_SECTION: "You say that you have read it and that it can go on.",
    Action.SEND_TO_SCRUTINY: "The text and the figures are frozen as version A for the Commission's "
    "meeting. Every section and dashboard must be signed off, and the checklist be clear.",
    Action.RECALL: "The draft comes back to be worked on. Version A stays as it is.",
    Action.COMMENT: "A submitted comment never changes; you can add to it later.",
    Action.ADD_TO_COMMENT: "The comment stays as it is; what you add stands under it with the date.",
    Action.REFER_TO_CABINET: "The Commission's comments are closed, and its views go to the Cabinet.",
    Action.ANSWER_COMMENT: "The Commission and the Cabinet read the answer with the comment.",
    Action.SEND_TO_CABINET: "The text and the figures are frozen as version B for the Cabinet's "
    "meeting. Every question, request and correction must be answered.",
    Action.RESOLVE: "What the Cabinet resolved, letter by letter, with what the law wants on record.",
    Action.REFER_BACK: "The edition goes back to drafting and takes the whole way again.",
    Action.PROPOSE_AMENDMENT: "Only what the Cabinet delegated can be amended. The Leader is "
    "consulted on the exact text before the Chief Executive signs.",
    Action.REWORD_AMENDMENT: "A new wording needs a new consultation: the one before is void.",
    Action.CONSULT: "The view is bound to exactly the text that is shown here.",
    Action.SIGN_AMENDMENT: "With your signature the text becomes the edition's, and the record of "
    "your decision is made.",
    Action.REFUSE_AMENDMENT: "The text stays as the Cabinet saw it.",
    Action.SEND_TO_COUNCIL: "Version B with the signed amendments, and nothing else, is frozen as "
    "version C. The motion names it by its digest.",
    Action.AMEND_BY_MOTION: "A change that the County Council carried. The motion then names the "
    "text with it.",
    Action.APPROVE: "The approval is of the version that the motion names, by its digest.",
    Action.PUBLISH: "Everybody can then read exactly what the County Council approved.",
    Action.PROPOSE_CORRECTION: "The Chief Executive signs it; then the corrected version is published "
    "with a notice, and the one before stays readable.",
    Action.SIGN_CORRECTION: "With your signature the corrected version is published with its notice.",
    Action.REFUSE_CORRECTION: "What is published stays as it is.",
    Action.WITHDRAW: "Readers then find a note with your reason in place of the edition.",
}
"""What each step does, in a sentence or two."""
CONFIRMATIONS: Mapping[Action, str] = {
    Action.EDIT: "Saved.",
    Action.SIGN_OFF_SECTION: "Signed off.",
    Action.SEND_TO_SCRUTINY: "Version A is frozen and with the Scrutiny Commission.",
    Action.RECALL: "The draft is back in drafting.",
    Action.COMMENT: "The comment is submitted.",
    Action.ADD_TO_COMMENT: "The addition is kept with the comment.",
    Action.REFER_TO_CABINET: "The Commission's views are in the report to the Cabinet.",
    Action.ANSWER_COMMENT: "The answer is kept.",
    Action.SEND_TO_CABINET: "Version B is frozen and with the Cabinet.",
    Action.RESOLVE: "The Cabinet's decision is on record.",
    Action.REFER_BACK: "The edition is back in drafting.",
    Action.PROPOSE_AMENDMENT: "The amendment is proposed. The Leader is to be consulted on it.",
    Action.REWORD_AMENDMENT: "The amendment is reworded. The Leader is to be consulted on the new text.",
    Action.CONSULT: "The Leader's view is on record.",
    Action.SIGN_AMENDMENT: "The amendment is signed, and its text is in the edition.",
    Action.REFUSE_AMENDMENT: "The amendment is refused.",
    Action.SEND_TO_COUNCIL: "Version C is frozen, and the motion names it.",
    Action.AMEND_BY_MOTION: "The amendment is on record, and the motion names the text with it.",
    Action.APPROVE: "The approval is on record.",
    Action.PUBLISH: "The edition is published.",
    Action.PROPOSE_CORRECTION: "The correction is proposed. The Chief Executive is to sign it.",
    Action.SIGN_CORRECTION: "The corrected version is published with its notice.",
    Action.REFUSE_CORRECTION: "The correction is refused.",
    Action.WITHDRAW: "The edition is withdrawn.",
}
BODIES: Mapping[Body, str] = {
    Body.SCRUTINY: "Scrutiny Commission",
    Body.CABINET: "Cabinet",
    Body.COUNCIL: "County Council",
}
COMMENTS: Mapping[CommentKind, str] = {
    CommentKind.VIEW: "View",
    CommentKind.QUESTION: "Question",
    CommentKind.REQUEST: "Request",
    CommentKind.CORRECTION: "Correction",
}
OUTCOMES: Mapping[CommentOutcome, str] = {
    CommentOutcome.OPEN: "Open",
    CommentOutcome.DONE: "Done",
    CommentOutcome.IN_PART: "Done in part",
    CommentOutcome.NEXT_YEAR: "Carried to next year",
    CommentOutcome.DECLINED: "Declined",
}
ORIGINS: Mapping[Origin, str] = {
    Origin.CABINET: "A point of the Cabinet",
    Origin.LATE_DATA: "Data that came late",
    Origin.CORRECTION: "A correction",
}
CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.DELEGATED: "Amendment under the delegation",
    ChangeKind.MOTION: "Amendment by motion",
    ChangeKind.CORRECTION: "Correction",
}
STATES: Mapping[ChangeState, str] = {
    ChangeState.OPEN: "Open",
    ChangeState.SIGNED: "Signed",
    ChangeState.REFUSED: "Refused",
}
VIEWS: Mapping[Consulted, str] = {Consulted.FOR: "For", Consulted.AGAINST: "Against"}
