"""The words of every action, for screens and for the audit log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from domain.governance.terms import Action


class LogWords(NamedTuple):
    """The words for a step that was taken, and for one that was refused; ``{title}`` is its subject.

    ``{comment}`` and ``{change}`` are the same where the title names a comment or a change itself
    (“comment 5, 2023”), and otherwise one on or to the place that it names.
    """

    did: str
    do: str
    what: str = "{title}"


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The words of one action.

    ``explanation`` describes it in a sentence or two, and ``confirmation`` says that it was done.
    ``task`` is its name in a work list, and ``text`` labels the text field of its form.
    """

    name: str
    explanation: str
    confirmation: str
    log: LogWords
    task: str = ""
    text: str = "Text"


WORDS: Mapping[Action, ActionWords] = {
    Action.EDIT: ActionWords(
        name="Edit",
        explanation="What you save is kept as a new revision.",
        confirmation="Saved.",
        log=LogWords("edited", "edit"),
    ),
    Action.SIGN_OFF_SECTION: ActionWords(
        name="Sign off",
        explanation="You say that you have read it and that it can go on.",
        confirmation="Signed off.",
        log=LogWords("signed off", "sign off"),
    ),
    Action.SEND_TO_SCRUTINY: ActionWords(
        name="Send to Scrutiny",
        explanation=(
            "The text and the figures are frozen as version A for the Commission's meeting. "
            "Every section and dashboard must be signed off, and the checklist be clear."
        ),
        confirmation="Version A is frozen and with the Scrutiny Commission.",
        log=LogWords("sent", "send", "{title} to Scrutiny"),
    ),
    Action.RECALL: ActionWords(
        name="Recall from Scrutiny",
        explanation="The draft comes back to be worked on. Version A stays as it is.",
        confirmation="The draft is back in drafting.",
        log=LogWords("called", "call", "{title} back from Scrutiny"),
    ),
    Action.COMMENT: ActionWords(
        name="Submit a comment",
        explanation="A submitted comment never changes; you can add to it later.",
        confirmation="The comment is submitted.",
        log=LogWords("submitted", "submit", "{comment}"),
        text="Comment",
    ),
    Action.ADD_TO_COMMENT: ActionWords(
        name="Add to a comment",
        explanation="The comment stays as it is; what you add stands under it with the date.",
        confirmation="The addition is kept with the comment.",
        log=LogWords("added", "add", "to {comment}"),
        text="What is added",
    ),
    Action.REFER_TO_CABINET: ActionWords(
        name="Refer to the Cabinet",
        explanation="The Commission's comments are closed, and its views go to the Cabinet.",
        confirmation="The Commission's views are in the report to the Cabinet.",
        log=LogWords("passed on", "pass on", "Scrutiny’s views of {title} for the Cabinet"),
    ),
    Action.ANSWER_COMMENT: ActionWords(
        name="Answer a comment",
        explanation="The Commission and the Cabinet read the answer with the comment.",
        confirmation="The answer is kept.",
        log=LogWords("answered", "answer", "{comment}"),
        text="Answer",
    ),
    Action.SEND_TO_CABINET: ActionWords(
        name="Send to the Cabinet",
        explanation=(
            "The text and the figures are frozen as version B for the Cabinet's meeting. Every "
            "question, request and correction must be answered."
        ),
        confirmation="Version B is frozen and with the Cabinet.",
        log=LogWords("sent", "send", "{title} to the Cabinet"),
    ),
    Action.RESOLVE: ActionWords(
        name="Record the resolutions",
        explanation=(
            "What the Cabinet resolved, letter by letter, with what the law wants on record."
        ),
        confirmation="The Cabinet's decision is on record.",
        log=LogWords("recorded", "record", "what the Cabinet decided about {title}"),
    ),
    Action.REFER_BACK: ActionWords(
        name="Refer back to drafting",
        explanation="The edition goes back to drafting and takes the whole way again.",
        confirmation="The edition is back in drafting.",
        log=LogWords("sent", "send", "{title} back to be drafted again"),
    ),
    Action.PROPOSE_AMENDMENT: ActionWords(
        name="Propose an amendment",
        explanation=(
            "Only what the Cabinet delegated can be amended. The Leader is consulted on the "
            "exact text before the Chief Executive signs."
        ),
        confirmation="The amendment is proposed. The Leader is to be consulted on it.",
        log=LogWords("proposed", "propose", "{change}"),
    ),
    Action.REWORD_AMENDMENT: ActionWords(
        name="Reword the amendment",
        explanation="A new wording needs a new consultation: the one before is void.",
        confirmation="The amendment is reworded. The Leader is to be consulted on the new text.",
        log=LogWords("reworded", "reword", "{change}"),
    ),
    Action.CONSULT: ActionWords(
        name="Record the Leader's view",
        explanation="The view is bound to exactly the text that is shown here.",
        confirmation="The Leader's view is on record.",
        log=LogWords("recorded", "record", "the Leader’s view of {change}"),
        task="Record the Leader's view of",
    ),
    Action.SIGN_AMENDMENT: ActionWords(
        name="Sign the amendment",
        explanation=(
            "With your signature the text becomes the edition's, and the record of your "
            "decision is made."
        ),
        confirmation="The amendment is signed, and its text is in the edition.",
        log=LogWords("signed", "sign", "{change}"),
        task="Sign or refuse",
    ),
    Action.REFUSE_AMENDMENT: ActionWords(
        name="Refuse the amendment",
        explanation="The text stays as the Cabinet saw it.",
        confirmation="The amendment is refused.",
        log=LogWords("turned down", "turn down", "{change}"),
    ),
    Action.SEND_TO_COUNCIL: ActionWords(
        name="Send to the County Council",
        explanation=(
            "Version B with the signed amendments, and nothing else, is frozen as version C. "
            "The motion names it by its digest."
        ),
        confirmation="Version C is frozen, and the motion names it.",
        log=LogWords("sent", "send", "{title} to the County Council"),
    ),
    Action.AMEND_BY_MOTION: ActionWords(
        name="Record an amendment by motion",
        explanation=(
            "A change that the County Council carried. The motion then names the text with it."
        ),
        confirmation="The amendment is on record, and the motion names the text with it.",
        log=LogWords("recorded", "record", "that the County Council made {change}"),
    ),
    Action.APPROVE: ActionWords(
        name="Record the approval",
        explanation="The approval is of the version that the motion names, by its digest.",
        confirmation="The approval is on record.",
        log=LogWords("recorded", "record", "that the County Council approved {title}"),
    ),
    Action.PUBLISH: ActionWords(
        name="Publish",
        explanation="Everybody can then read exactly what the County Council approved.",
        confirmation="The edition is published.",
        log=LogWords("published", "publish"),
    ),
    Action.PROPOSE_CORRECTION: ActionWords(
        name="Propose a correction",
        explanation=(
            "The Chief Executive signs it; then the corrected version is published with a "
            "notice, and the one before stays readable."
        ),
        confirmation="The correction is proposed. The Chief Executive is to sign it.",
        log=LogWords("proposed", "propose", "a correction, {change}"),
    ),
    Action.SIGN_CORRECTION: ActionWords(
        name="Sign the correction",
        explanation="With your signature the corrected version is published with its notice.",
        confirmation="The corrected version is published with its notice.",
        log=LogWords("signed", "sign", "a correction, {change}"),
        task="Sign or refuse",
    ),
    Action.REFUSE_CORRECTION: ActionWords(
        name="Refuse the correction",
        explanation="What is published stays as it is.",
        confirmation="The correction is refused.",
        log=LogWords("turned down", "turn down", "a correction, {change}"),
    ),
    Action.WITHDRAW: ActionWords(
        name="Withdraw from publication",
        explanation="Readers then find a note with your reason in place of the edition.",
        confirmation="The edition is withdrawn.",
        log=LogWords("withdrew", "withdraw", "{title} from publication"),
    ),
}
"""One row for each action."""
