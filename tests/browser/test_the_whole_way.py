"""An edition from its draft to its publication, by seven people who each see their own part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from domain.formatting import day
from domain.governance.action_wording import WORDS
from domain.governance.step_wording import ORIGINS, OUTCOMES
from domain.governance.terms import Action, CommentOutcome, Origin
from domain.governance.working_days import next_working_day
from domain.people.demonstration import PASSWORD, PEOPLE
from tests.browser.pages import HomePage
from tests.browser.pages.working import (
    ChangePage,
    CommentsPage,
    EditionPage,
    EditionsPage,
    MissingPage,
    StepPage,
    VersionPage,
    WorkPage,
)
from tests.browser.pages.writing import EditorPage, TextPage
from tests.browser.reader import Reader

TODAY = date.today()  # noqa: DTZ011 - where the browser is
IN_A_MONTH, LATER, LAST = (
    str(next_working_day(TODAY + timedelta(weeks=weeks))) for weeks in (4, 6, 8)
)
DRAFT = "What the council did in a hard year."
AMENDED = "What the council did in a hard year, with late figures."
NONE_DECLARED = dict.fromkeys(
    ("Other options considered and rejected", "Interests declared", "Dispensations granted"), "none"
)
DELEGATING = "Authorise the Chief Executive to make any amendments."
RECOMMENDATIONS = f"Note the progress.\n\n{DELEGATING}"
CARRIED_OVER = OUTCOMES[CommentOutcome.NEXT_YEAR]
LATE_DATA = ORIGINS[Origin.LATE_DATA]


@dataclass
class Council:
    """Everybody at a browser of their own, and somebody from outside."""

    people: Mapping[str, Reader]
    public: Reader

    def work(self, who: str) -> WorkPage:
        return WorkPage.open(self.people[who])

    def edition(self, who: str) -> EditionPage:
        return EditionPage.open(self.people[who])

    def text(self, who: str) -> TextPage:
        return TextPage.open(self.people[who])

    def see_nothing(self, *names: str) -> None:
        """Neither these people nor anybody from outside find the edition."""
        for reader in [self.public, *(self.people[name] for name in names)]:
            MissingPage.open(reader)
            expect(EditionsPage.open(reader).entries).to_have_count(0)

    def see(self, *names: str) -> None:
        for name in names:
            expect(EditionsPage.open(self.people[name]).entries).to_have_count(1)
            expect(self.edition(name).content).to_be_visible()

    def stands_at(self, stage: str) -> None:
        expect(self.edition("officer").stage).to_have_text(stage)


@pytest.fixture
def council(newcomer) -> Council:
    """The seven of them signed in; the administrator has no part in it."""
    people = {username: newcomer() for username, _, _ in PEOPLE if username != "admin"}
    for username, reader in people.items():
        WorkPage.signing_in(reader, username, PASSWORD)
    return Council(people, newcomer())


def test_an_edition_goes_the_whole_way_from_draft_to_publication(council):
    draft(council)
    scrutinise(council)
    revise(council)
    decide(council)
    amend_only_within_the_delegation(council)
    consult_and_sign(council)
    go_before_the_council(council)
    publish(council)
    logs = {name: reader.log for name, reader in council.people.items() if reader.log}
    assert logs == {}
    assert council.public.log == []


def draft(council):
    """Officers write and sign off; nobody else sees anything."""
    council.see_nothing("member", "scrutiny", "clerk", "leader", "chief")
    text = council.work("officer").take("Write text and figures", TextPage)
    saved = text.part("Introduction").write(DRAFT).save()
    expect(saved.signing_off).to_have_count(0)
    expect(council.edition("officer").actions).to_have_count(0)
    sign_everything_off(council)
    step = council.edition("officer").do("Send to Scrutiny")
    step = step.fill({"Date of the meeting": str(TODAY - timedelta(days=1))}).be_refused()
    expect(step.refusal).to_contain_text("meeting")
    sent = step.fill({"Date of the meeting": IN_A_MONTH}).send(EditionPage)
    expect(sent.notice).to_have_text(WORDS[Action.SEND_TO_SCRUTINY].confirmation)
    council.stands_at("Scrutiny")


def sign_everything_off(council):
    """The second officer reads and signs off whatever is not."""
    for title in council.text("second").unsigned:
        signed = council.text("second").part(title).sign_off()
        expect(signed.notice).to_have_text("Signed off.")
    expect(council.text("officer").heading).not_to_contain_text("0 of")
    assert council.text("officer").unsigned == []


def scrutinise(council):
    """The Commission comments; a draft is its author's alone; the clerk refers it on."""
    council.see_nothing("member", "leader", "chief")
    council.see("officer", "second", "scrutiny", "clerk")
    step = council.work("scrutiny").take("Submit a comment", StepPage)
    step.choose("What is it on?", "Introduction").choose("What is it?", "Request")
    kept = step.fill({"Comment": "Say more about the hard yaer."}).keep_as_draft()
    expect(kept.drafts).to_have_count(1)
    assert kept.problems() == []
    for other in ("officer", "clerk"):
        seen = CommentsPage.open(council.people[other])
        expect(seen.content).not_to_contain_text("hard yaer")
    step = kept.follow("Request on Introduction")
    step.fill({"Comment": "Say more about the hard year."}).send(CommentsPage)
    expect(CommentsPage.open(council.people["officer"]).comments).to_have_count(1)
    step = council.edition("clerk").do("Refer to the Cabinet")
    expect(step.field("Views of the Scrutiny Commission")).to_contain_text(
        "Say more about the hard year."
    )
    step = step.fill({"Reference of the minute": "SC 12"}).be_refused()
    expect(step.refusal).to_contain_text(day(date.fromisoformat(IN_A_MONTH)))
    step.fill({"The meeting was held on": str(TODAY)}).send(EditionPage)
    council.stands_at("Revision")


def revise(council):
    """Officers answer, recommend, and send the draft to the Cabinet."""
    council.see_nothing("member", "leader", "chief")
    step = council.work("officer").take("Answer comment 1", StepPage)
    step.fill({"Answer": "The next edition will."}).choose("What becomes of it?", CARRIED_OVER)
    answered = step.send(CommentsPage)
    expect(answered.comments).to_contain_text(CARRIED_OVER.lower())
    text = council.text("officer")
    text.part("Recommendations to the Cabinet").write(RECOMMENDATIONS).save()
    sign_everything_off(council)
    step = council.edition("officer").do("Send to the Cabinet")
    sent = step.fill({"Date of the meeting": IN_A_MONTH}).send(EditionPage)
    expect(sent.notice).to_have_text(WORDS[Action.SEND_TO_CABINET].confirmation)
    council.stands_at("Cabinet")


def decide(council):
    """The clerk records what the Cabinet resolved; it delegates one section alone."""
    council.see_nothing("member", "scrutiny")
    council.see("leader", "chief", "clerk")
    step = council.edition("clerk").do("Record the resolutions")
    expect(step.field("Resolution (a)")).to_have_value("Note the progress.")
    step.choose("Given by", "Resolution (b)").fill({"Until": LAST}).tick("Introduction")
    step.fill({"The meeting was held on": str(TODAY), "Reference of the minute": "CA 34"})
    step.fill({"Reason": "Late figures may come."})
    step = step.be_refused()
    expect(step.refusal).to_contain_text("interests")
    expect(step.field("Reason")).to_have_value("Late figures may come.")
    step.fill(NONE_DECLARED)
    decided = step.send(EditionPage)
    delegated = rf"Resolution \(b\): .*; Introduction; until {day(date.fromisoformat(LAST))}"
    expect(decided.content).to_contain_text(re.compile(delegated))
    council.stands_at("Amendment")


def amend_only_within_the_delegation(council):
    """An officer proposes; what is outside the delegation is refused and what was typed kept."""
    officer = council.people["officer"]
    step = council.edition("officer").do("Propose an amendment")
    expect(step.options).to_have_text(["Introduction"])
    outside = f"{officer.home}/editions/2022/do/propose_amendment?place=indicator:smoking"
    officer.tab.goto(outside)
    expect(StepPage(officer).content).to_contain_text("resolution (b)")
    expect(StepPage(officer).form).to_have_count(0)
    step = council.edition("officer").do("Propose an amendment")
    step = step.choose("What is to be changed?", "Introduction").go_on()
    step.forge("place", "indicator:smoking")
    step.choose("Where does it come from?", LATE_DATA)
    step = step.fill({"Text": "Fewer smoke.", "Reason": "It came late."}).be_refused()
    expect(step.refusal).to_contain_text("resolution (b)")
    step = council.edition("officer").do("Propose an amendment")
    step = step.choose("What is to be changed?", "Introduction").go_on()
    step.fill({"Text": AMENDED, "Reason": "It came late."})
    proposed = step.choose("Where does it come from?", LATE_DATA).send(EditionPage)
    expect(proposed.changes).to_have_count(1)
    expect(proposed.changes).to_contain_text("Open")


def consult_and_sign(council):
    """The Leader is consulted on the exact text before the Chief Executive can sign it."""
    change = council.edition("chief").change(1)
    expect(change.actions).to_have_text(["Reword the amendment"])
    step = council.work("leader").take("Record the Leader's view of change 1", ChangePage)
    step = step.do("Record the Leader's view").choose("The Leader's view", "For")
    step.fill({"In the Leader's words": "It is right."}).send(ChangePage)
    change = council.work("chief").take("Sign or refuse change 1", ChangePage)
    assert change.problems() == []
    step = change.do("Reword the amendment")
    expect(step.warning).to_be_visible()
    assert step.problems() == []
    step = (
        council.work("chief").take("Sign or refuse change 1", ChangePage).do("Sign the amendment")
    )
    assert step.problems() == []
    step.fill(NONE_DECLARED)
    signed = step.send(ChangePage)
    expect(signed.content).to_contain_text("Cabinet, minute CA 34, resolution (b)")
    step = council.edition("clerk").do("Send to the County Council")
    sent = step.fill({"Date of the meeting": LATER}).send(EditionPage)
    expect(sent.notice).to_have_text(WORDS[Action.SEND_TO_COUNCIL].confirmation)
    council.stands_at("Council")


def go_before_the_council(council):
    """Members read what is before them; the public does not yet."""
    council.see_nothing("scrutiny")
    council.see("member")
    expect(council.edition("member").version("C").content).to_contain_text(AMENDED)
    expect(council.edition("member").actions).to_have_count(0)
    step = council.edition("clerk").do("Record the approval")
    step.fill({"Mover": "Cllr Moss", "Seconder": "Cllr Dale", "Vote": "Carried, 30 to 12."})
    step.fill({"The meeting was held on": str(TODAY), "Reference of the minute": "CC 56"})
    step.send(EditionPage)
    council.stands_at("Approved")
    council.see_nothing("scrutiny")


def publish(council):
    """Everybody reads exactly what was approved."""
    published = council.edition("officer").do("Publish").send(EditionPage)
    expect(published.notice).to_have_text(WORDS[Action.PUBLISH].confirmation)
    expect(EditionsPage.open(council.public).entries).to_have_count(1)
    page = EditionPage.open(council.public)
    expect(page.stage).to_have_text("Published")
    expect(page.content).to_contain_text("Cllr Moss")
    expect(page.actions).to_have_count(0)
    expect(page.version("C").content).to_contain_text(AMENDED)
    expect(VersionPage(council.public).content).to_contain_text(DELEGATING)
    expect(HomePage.open(council.public).lead).to_be_visible()
    council.see(*council.people)
    assert not EditorPage.of(council.people["officer"], "section:introduction").form.count()
