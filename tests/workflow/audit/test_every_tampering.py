"""Every field that the log tells of, changed past the product, is found out."""

import pytest

from domain.governance.terms import Action
from tests.workflow.tampering import log_fault, numbers_of, tamper

TAMPERED = {
    "a figure": (
        "UPDATE indicator SET value_text = '99%' WHERE slug = 'smoking'",
        (Action.EDIT, "indicator:smoking", "value"),
    ),
    "a figure that nobody edited": (
        "UPDATE indicator SET target_text = '1%' WHERE slug = 'smoking'",
        ("load_edition", "indicator:smoking", "target"),
    ),
    "a rating": (
        "UPDATE indicator SET rating = 'issue' WHERE slug = 'smoking'",
        ("load_edition", "indicator:smoking", "rating"),
    ),
    "a section's text": (
        "UPDATE section SET body = 'All is well.' WHERE slug = 'introduction'",
        (Action.SIGN_CORRECTION, "section:introduction", "body"),
    ),
    "a revision's text": (
        'UPDATE revision SET fields = \'{"body": "No."}\' '
        "WHERE place = 'section:introduction' AND number = 3",
        (Action.SIGN_AMENDMENT, "revision 3 of section:introduction", "fields"),
    ),
    "a revision's writer": (
        "UPDATE revision SET by_name = 'Nobody' WHERE place = 'indicator:smoking' AND number = 2",
        (Action.EDIT, "revision 2 of indicator:smoking", "by_name"),
    ),
    "a sign-off": (
        "UPDATE sign_off SET by_name = 'Nobody' WHERE id = (SELECT min(id) FROM sign_off)",
        (Action.SIGN_OFF_SECTION, "sign-off 1", "by_name"),
    ),
    "the stage": (
        "UPDATE edition SET stage = 'drafting'",
        (Action.PUBLISH, "the standing", "stage"),
    ),
    "the round": ("UPDATE edition SET round = 1", (Action.REFER_BACK, "the standing", "round")),
    "what is published": (
        "UPDATE edition SET published = 'C'",
        (Action.SIGN_CORRECTION, "the standing", "published"),
    ),
    "the digest of the files": (
        "UPDATE edition SET digest = ''",
        ("load_edition", "the standing", "files"),
    ),
    "a version's content": (
        "UPDATE frozen_version SET content = replace(content, 'text', 'tale') WHERE name = 'C'",
        (Action.SEND_TO_COUNCIL, "version C", "content"),
    ),
    "a version's content, with no JSON": (
        "UPDATE frozen_version SET content = 'No.' WHERE name = 'C'",
        (Action.SEND_TO_COUNCIL, "version C", "content"),
    ),
    "a comment's text": (
        "UPDATE comment SET text = 'All is well.' WHERE number = 2",
        (Action.COMMENT, "comment 2", "text"),
    ),
    "a comment's kind": (
        "UPDATE comment SET kind = 'request' WHERE number = 2",
        (Action.COMMENT, "comment 2", "kind"),
    ),
    "a comment's place": (
        "UPDATE comment SET place = 'edition' WHERE number = 2",
        (Action.COMMENT, "comment 2", "place"),
    ),
    "a comment's version": (
        "UPDATE comment SET digest = '' WHERE number = 2",
        (Action.COMMENT, "comment 2", "digest"),
    ),
    "an addendum": (
        "UPDATE addendum SET text = 'Nothing.' WHERE text = 'And another.'",
        (Action.ADD_TO_COMMENT, "addendum 2 to comment 1", "text"),
    ),
    "an answer": (
        "UPDATE comment SET answer = 'No.' WHERE answer = 'A better one.'",
        (Action.ANSWER_COMMENT, "comment 1", "answer"),
    ),
    "a resolution": (
        "UPDATE resolution SET text = 'Do as you like.' WHERE letter = 'b'",
        (Action.RESOLVE, "decision of round 2", "resolutions"),
    ),
    "a delegation": (
        "UPDATE delegation SET until = '2030-01-01'",
        (Action.RESOLVE, "decision of round 2", "delegation"),
    ),
    "the reasons of a decision": (
        "UPDATE decision SET reasons = 'None.'",
        (Action.RESOLVE, "decision of round 2", "reasons"),
    ),
    "a minute": (
        "UPDATE meeting SET minute = '43' WHERE round = 1 AND body = 'cabinet'",
        (Action.REFER_BACK, "meeting of the cabinet in round 1", "minute"),
    ),
    "the vote": (
        "UPDATE motion SET vote = 'Carried by all.'",
        (Action.APPROVE, "motion of round 2", "vote"),
    ),
    "a change's wording": (
        'UPDATE change SET after = \'{"body": "No."}\' WHERE number = 2',
        (Action.PROPOSE_AMENDMENT, "change 2", "after"),
    ),
    "the digest of a change": (
        "UPDATE change SET digest = '' WHERE number = 2",
        (Action.PROPOSE_AMENDMENT, "change 2", "digest"),
    ),
    "why a change was refused": (
        "UPDATE change SET decision = 'For fun.' WHERE number = 2",
        (Action.REFUSE_AMENDMENT, "change 2", "decision"),
    ),
    "who moved a change": (
        "UPDATE change SET mover = 'Nobody' WHERE kind = 'motion'",
        (Action.AMEND_BY_MOTION, "change 3", "carried"),
    ),
    "the digest of a consultation": (
        "UPDATE consultation SET digest = '' WHERE change_id = (SELECT max(change_id) "
        "FROM consultation)",
        (Action.CONSULT, "view 1 of change 2", "digest"),
    ),
    "the view of a consultation": (
        "UPDATE consultation SET view = 'against' WHERE change_id = (SELECT max(change_id) "
        "FROM consultation)",
        (Action.CONSULT, "view 1 of change 2", "view"),
    ),
    "the first wording of a change": (
        "UPDATE wording SET reason = 'For fun.' WHERE id = (SELECT min(id) FROM wording)",
        (Action.PROPOSE_AMENDMENT, "wording 1 of change 1", "reason"),
    ),
    "a notice": (
        "UPDATE notice SET text = 'Nothing.'",
        (Action.SIGN_CORRECTION, "notice 1", "text"),
    ),
}


@pytest.mark.parametrize(("statement", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_past_the_product_is_named_with_its_entry(
    published_database, statement, expected
):
    action, thing, name = expected
    tamper(published_database, statement)
    fault = log_fault(published_database)
    assert f"says otherwise of {thing} in the 2022 edition: its {name}" in fault
    assert fault.startswith("entry ")
    assert int(fault.split()[1]) in numbers_of(published_database, action)
