"""What is on record of an edition, as data and to read."""

import json

import pytest

from db.queries import governance
from documents.governance.governance_record import as_data, as_lines
from domain.editions.stage_wording import STANDS
from domain.editions.terms import Stage
from domain.governance.step_wording import CHANGES
from domain.governance.terms import Action, ChangeKind
from tests.builders.databases import in_folder
from tests.builders.stages import stages_in
from tests.builders.workflow import CHIEF, CLERK, LEADER, OFFICER, act, an_edition


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    return stages_in(in_folder(tmp_path_factory.mktemp("stages")))


@pytest.fixture
def recorded(stages):
    """The record of the small edition at a stage, after some more steps there."""

    def at(stage: Stage, *steps, **given):
        with stages.at(stage) as database:
            with database.session_scope() as session:
                edition = an_edition(session, stage)
                for action, actor in steps:
                    act(session, edition, action, actor, **given)
            with database.reading_scope() as session:
                return governance.record_of(session, 2022)

    return at


def lines(record) -> list[str]:
    return "\n".join(as_lines(record)).splitlines()


KEYS = {
    "year", "title", "stage", "round", "published", "versions", "meetings", "resolutions",
    "decision", "delegation", "amendments", "motion", "notices",
}  # fmt: skip


@pytest.mark.parametrize("stage", list(Stage))
def test_the_names_are_the_same_at_every_stage_and_all_of_it_is_json(recorded, stage):
    data = as_data(recorded(stage))
    assert set(data) == KEYS
    assert (data["year"], data["stage"], data["round"]) == (2022, stage.value, 1)
    assert json.loads(json.dumps(data)) == data


def test_a_draft_has_nothing_on_record(recorded):
    record = recorded(Stage.DRAFTING)
    data = as_data(record)
    assert {name for name in KEYS if data[name] in ([], None, "")} == KEYS - {
        "year", "title", "stage", "round",
    }  # fmt: skip
    assert lines(record) == [
        "Annual Delivery Report and Performance Compendium 2022",
        f"Stage: drafting, round 1. {STANDS[Stage.DRAFTING]}",
    ]


def test_a_published_edition_has_its_versions_meetings_decision_and_motion(recorded):
    record = recorded(Stage.PUBLISHED)
    data = as_data(record)
    assert data["published"] == "C"
    assert [(version["name"], version["by"]) for version in data["versions"]] == [
        ("A", "Bi Officer"),
        ("B", "Bi Officer"),
        ("C", "Democratic Services"),
    ]
    assert {len(version["digest"]) for version in data["versions"]} == {64}
    assert {version["at"][-6:] for version in data["versions"]} == {"+00:00"}
    assert data["meetings"][1] == {
        "body": "cabinet",
        "on": "2022-10-03",
        "minute": "42",
        "papers_due": "2022-09-23",
        "round": 1,
    }
    assert data["resolutions"][0] == {
        "letter": "a",
        "text": "Note the progress.",
        "recommended": "Note it.",
    }
    assert data["decision"] == {
        "on": "2022-10-03",
        "minute": "42",
        "reasons": "There is a reason.",
        "options_rejected": "none",
        "interests": "none",
        "dispensations": "none",
    }
    assert data["delegation"] == {"letter": "b", "scope": [], "until": "2022-12-07"}
    assert data["motion"] == {
        "text": "Somebody's words.",
        "version": "C",
        "digest": data["versions"][2]["digest"],
        "mover": "Cllr Moss",
        "seconder": "Cllr Dale",
        "vote": "Carried, 30 to 12.",
        "minute": "42",
        "carried_on": "2022-10-03",
    }


def test_a_published_edition_can_be_read_line_by_line(recorded):
    record = recorded(Stage.PUBLISHED)
    read = lines(record)
    digest = record.versions[2].digest
    assert "The public reads version C." in read
    assert [line for line in read if line and not line.startswith(" ")][3:] == [
        "Versions",
        "Meetings",
        "What the Cabinet decided",
        "Motion",
    ]
    assert any(
        line.startswith(f"  C: {digest}, frozen by Democratic Services on ") for line in read
    )
    for line in (
        "  Cabinet, 3 October 2022. Last day for its papers: 23 September 2022. Minute: 42",
        "  On 3 October 2022. Minute: 42",
        "  (a) Note the progress.",
        "      Recommended was: Note it.",
        "  Delegation: resolution (b), any amendments, until 7 December 2022",
        f"  It names version C: {digest}",
        "  Carried on 3 October 2022. Minute: 42",
        "  Mover: Cllr Moss",
    ):
        assert line in read


def test_a_meeting_without_a_minute_and_a_motion_that_waits_say_so(recorded):
    record = recorded(Stage.COUNCIL)
    read = lines(record)
    assert any(
        line.startswith("  County Council, 9") and line.endswith("No minute is recorded yet.")
        for line in read
    )
    assert as_data(record)["motion"]["carried_on"] is None
    assert not any("Carried on" in line for line in read)


def test_a_cabinet_that_delegates_nothing_and_follows_its_papers_says_so(recorded):
    resolutions = (("a", "Note it."), ("b", "Authorise."), ("c", "Thank the officers."))
    record = recorded(
        Stage.CABINET, (Action.RESOLVE, CLERK), resolutions=resolutions, delegation=None
    )
    assert as_data(record)["delegation"] is None
    read = lines(record)
    assert "  (a) Note it." in read
    assert [line for line in read if "Recommended was" in line] == [
        "      Recommended was: nothing"
    ]
    assert "  There is no delegation: nothing can be amended before the County Council." in read


def test_an_amendment_has_its_text_consultation_and_decision(recorded):
    record = recorded(Stage.AMENDMENT, (Action.SIGN_AMENDMENT, CHIEF))
    (change,) = as_data(record)["amendments"]
    digest = record.changes[0].digest
    assert change == {
        "number": 1,
        "round": 1,
        "kind": "delegated",
        "state": "signed",
        "place": "section:introduction",
        "before": {"body": "What the council did.\n"},
        "after": {"body": "A better text."},
        "reason": "There is a reason.",
        "origin": "late_data",
        "digest": digest,
        "consultations": [
            {
                "view": "for",
                "words": "Somebody's words.",
                "digest": digest,
                "evidence": "An e-mail of that day.",
            }
        ],
        "decided_by": "Chief Executive",
        "decided_at": record.changes[0].decided_at.isoformat(),
    }
    read = lines(record)
    begins = read.index("Changes")
    assert read[begins + 1 : begins + 6] == [
        f"  1. {CHANGES[ChangeKind.DELEGATED]} (Introduction): signed, origin: late data",
        "     Text: from “What the council did.” to “A better text.”",
        "     Reason: There is a reason.",
        f"     Digest of the text: {digest}",
        f"     The Leader's view of {digest}: For. Somebody's words.",
    ]
    assert read[begins + 6].startswith("     Decided by Chief Executive on ")


def test_a_change_that_is_open_says_who_decided_it_nowhere(recorded):
    record = recorded(Stage.PUBLISHED, (Action.PROPOSE_CORRECTION, OFFICER))
    (change,) = as_data(record)["amendments"]
    assert (change["origin"], change["decided_by"], change["decided_at"]) == (None, "", None)
    assert not any("Decided by" in line for line in lines(record))


def test_long_and_empty_texts_are_shown_short_and_kept_whole(recorded):
    long = "word " * 100
    record = recorded(Stage.AMENDMENT, (Action.PROPOSE_AMENDMENT, CHIEF), fields={"body": long})
    assert as_data(record)["amendments"][0]["after"]["body"] == long.strip()
    (line,) = [line for line in lines(record) if "Text: from" in line]
    assert line.endswith(" word…”")
    assert len(line) < 300


def test_an_empty_value_is_said_to_be_nothing(recorded):
    fields = {"commentary": "It fell."}
    record = recorded(
        Stage.AMENDMENT,
        (Action.PROPOSE_AMENDMENT, CHIEF),
        place="indicator:smoking",
        read=1,
        fields=fields,
    )
    assert "     Commentary: from nothing to “It fell.”" in lines(record)


def test_what_readers_were_told_stands_under_notices(recorded):
    record = recorded(Stage.PUBLISHED, (Action.SIGN_CORRECTION, CHIEF))
    (notice,) = as_data(record)["notices"]
    assert (notice["version"], notice["text"]) == ("C.1", "A figure was corrected.")
    read = lines(record)
    assert read[-1].startswith("  Version C.1, ")
    assert read[-1].endswith(": A figure was corrected.")


def test_the_leader_s_being_against_is_shown(recorded):
    record = recorded(Stage.AMENDMENT, (Action.CONSULT, LEADER), text="I would not.")
    assert any(line.endswith("For. I would not.") for line in lines(record))
