"""Versions, their comparison and a text's history, as everyone may and may not read them."""

import pytest
from sqlalchemy import text as sql

from callbacks.editions.history import chosen_revisions
from db.queries import governance
from domain.editions.revisions import Revision
from domain.editions.terms import Stage
from domain.editions.version_wording import version_name
from domain.errors import NotFound
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.product import database_of
from tests.builders.workflow import CHIEF, CLERK, INTRODUCTION, OFFICER, SOMEBODY, YEAR, act, saving
from workflow.access import NOBODY
from workflow.editions.frozen_versions import NotIntact

BASE = f"/editions/{YEAR}"
HISTORY = f"{BASE}/history?place={INTRODUCTION}"
MEMBER, ADMINISTRATOR = SOMEBODY[Role.MEMBER], SOMEBODY[Role.ADMINISTRATOR]
RECOMMENDED = "Recommendations to the Cabinet"
CORRECTED = "What the county council did."


def corrected(session, edition) -> None:
    """Publish a correction of the introduction."""
    written = saving(session, edition, INTRODUCTION, body=f"{CORRECTED}\n")
    act(session, edition, Action.PROPOSE_CORRECTION, OFFICER, **written)
    act(session, edition, Action.SIGN_CORRECTION, CHIEF)


def corrected_and_withdrawn(session, edition) -> None:
    corrected(session, edition)
    act(session, edition, Action.WITHDRAW, CLERK, reason="A person was named in it.")


def edited(session, edition) -> None:
    """Save the introduction twice more."""
    for body in ("What the council did, in short.", "What the council did, at length."):
        written = saving(session, edition, INTRODUCTION, body=body)
        act(session, edition, Action.EDIT, OFFICER, **written)


@pytest.fixture
def published(products):
    return products.at(Stage.PUBLISHED, corrected)


def version(name: str) -> str:
    return f"{BASE}/versions/{name}"


def lead(page) -> str:
    return next(each.text for each in page.all("p") if each.get("class") == "lead")


def refusal(status, path: str, actor) -> str:
    with pytest.raises(NotFound) as raised:
        status.sheet(path, actor)
    return str(raised.value)


def no_edition(status) -> str:
    """What is answered where there is no edition at all, as if said of this year."""
    return refusal(status, "/editions/1999/versions/C", NOBODY).replace("1999", str(YEAR))


class TestVersion:
    """One version read whole."""

    def test_the_public_reads_what_is_published_and_that_it_corrects_another(self, published):
        page = published.page(version("C.1"), NOBODY)
        assert lead(page).startswith(
            "Version C.1 is version C with a correction, and nothing else."
        )
        assert CORRECTED in page.text
        assert "A figure was corrected." in page.text

    def test_the_version_before_it_stays_readable_and_says_that_it_was_corrected(self, published):
        page = published.page(version("C"), NOBODY)
        assert version("C.1") in {link.get("href") for link in page.all("a")}
        assert "What the council did." in page.text
        assert CORRECTED not in page.text

    def test_it_is_read_from_the_frozen_content_alone(self, products):
        status = products.at(Stage.COUNCIL, edited_past_the_workflow)
        page = status.page(version("C"), OFFICER)
        assert "Written past the workflow." not in page.text
        assert "Written past the workflow." in status.page(version("draft"), OFFICER).text

    def test_everybody_reads_the_whole_of_what_was_published(self, published):
        for actor in (NOBODY, ADMINISTRATOR, MEMBER):
            assert RECOMMENDED in published.page(version("C.1"), actor).text

    @pytest.mark.parametrize("name", ["A", "B", "draft", "D", "c", "C.9", "C.1.1"])
    def test_what_the_public_may_not_read_is_answered_like_what_is_not_there(self, published, name):
        missing = refusal(published, version("Z9"), NOBODY)
        assert refusal(published, version(name), NOBODY) == missing.replace("Z9", name)

    @pytest.mark.parametrize("stage", list(Stage)[: list(Stage).index(Stage.PUBLISHED)])
    def test_before_it_is_published_the_public_finds_no_edition_at_all(self, products, stage):
        status = products.at(stage)
        for name in ("A", "B", "C", "draft"):
            assert refusal(status, version(name), NOBODY) == no_edition(status)

    @pytest.mark.parametrize("year", ["1999", "abcd", "20222", "２０２２"])
    def test_a_year_without_an_edition_has_no_version(self, published, year):
        assert year in refusal(published, f"/editions/{year}/versions/C", NOBODY)

    def test_those_who_take_part_read_every_version_and_the_present_text(self, products):
        status = products.at(Stage.COUNCIL)
        for name in ("A", "B", "C"):
            assert status.page(version(name), MEMBER).one("h1")
        draft = status.page(version("draft"), MEMBER)
        assert lead(draft).startswith("This is the text as it stands now.")
        assert f"{BASE}/compare?from=C&to=draft" in {each.get("href") for each in draft.all("a")}

    def test_a_member_reads_no_draft_before_it_comes_to_the_council(self, products):
        assert refusal(products.at(Stage.DRAFTING), version("draft"), MEMBER)

    def test_the_first_draft_has_no_report_to_the_cabinet_and_nothing_before_it(self, products):
        page = products.at(Stage.DRAFTING).page(version("draft"), OFFICER)
        assert RECOMMENDED not in page.text
        assert not any("compare" in each.get("href") for each in page.all("a"))

    def test_a_version_whose_bytes_were_changed_is_not_shown(self, products):
        status = products.at(Stage.COUNCIL, spoilt)
        with pytest.raises(NotIntact):
            status.sheet(version("C"), OFFICER)

    @pytest.mark.parametrize("name", ["C", "C.1"])
    def test_of_a_withdrawn_edition_the_public_reads_that_it_is_gone_and_why(self, products, name):
        page = products.at(Stage.PUBLISHED, corrected_and_withdrawn).page(version(name), NOBODY)
        assert page.one("h1").text == "Withdrawn from publication"
        assert "A person was named in it." in page.text
        assert CORRECTED not in page.text
        assert page.all("section", "table", "details") == []

    @pytest.mark.parametrize("name", ["A", "B", "draft", "D"])
    def test_of_a_withdrawn_edition_nothing_stands_where_the_public_read_nothing(
        self, products, name
    ):
        status = products.at(Stage.PUBLISHED, corrected_and_withdrawn)
        assert refusal(status, version(name), NOBODY) == no_edition(status)

    def test_officers_still_read_what_was_withdrawn(self, products):
        page = products.at(Stage.PUBLISHED, corrected_and_withdrawn).page(version("C.1"), OFFICER)
        assert "withdrawn" in lead(page)
        assert CORRECTED in page.text


def edited_past_the_workflow(session, edition) -> None:
    section = next(each for each in edition.sections if each.slug == "introduction")
    section.body = "Written past the workflow."


def spoilt(session, edition) -> None:
    """Change a frozen version behind the product's back, as its own models never let one."""
    for (trigger,) in session.execute(
        sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'frozen_version'")
    ).all():
        session.execute(sql(f"DROP TRIGGER {trigger}"))
    session.execute(sql("UPDATE frozen_version SET content = replace(content, 'council', 'x')"))


class TestCompare:
    """Two versions compared."""

    def test_the_last_two_are_compared_where_none_is_named(self, published):
        page = published.page(f"{BASE}/compare", NOBODY)
        assert "differ between version C and version C.1." in lead(page)
        assert ["".join(each.text.split()) for each in page.all("ins")] == ["[added:county]"]

    def test_two_are_chosen_by_name(self, published):
        page = published.page(f"{BASE}/compare?from=A&to=B", OFFICER)
        assert "differ between version A and version B." in lead(page)
        assert RECOMMENDED in page.text

    def test_where_nothing_differs_it_says_so(self, published):
        page = published.page(f"{BASE}/compare?from=C&to=C", NOBODY)
        assert lead(page) == "Nothing differs between version C and version C."

    @pytest.mark.parametrize("name", ["A", "draft", "Z", "<b>"])
    def test_a_version_one_may_not_read_is_unknown_in_words(self, published, name):
        sheet = published.sheet(f"{BASE}/compare?from={name}&to=C.1", NOBODY)
        (told,) = sheet.notices
        assert f"“{name}”" in told
        assert "version C and version C.1" in told

    def test_the_present_text_is_compared_for_those_who_may_read_it(self, products):
        page = products.at(Stage.DRAFTING, edited).page(f"{BASE}/compare", OFFICER)
        assert version_name("draft") in lead(page)
        assert page.all("ins", "del") == []
        page = products.at(Stage.REVISION, edited).page(f"{BASE}/compare?to=draft", OFFICER)
        assert "between version A and the present text" in lead(page)

    def test_with_a_single_version_there_is_nothing_to_compare(self, products):
        page = products.at(Stage.PUBLISHED).page(f"{BASE}/compare", NOBODY)
        assert version_name("C") in lead(page)
        assert page.all("ins", "del") == []

    def test_an_edition_one_may_not_read_is_not_there(self, products):
        status = products.at(Stage.COUNCIL)
        assert refusal(status, f"{BASE}/compare?from=A&to=B", NOBODY) == no_edition(status)


class TestHistory:
    """Every revision of one text."""

    def test_every_revision_is_listed_and_the_last_two_are_compared(self, products):
        page = products.at(Stage.REVISION, edited).page(HISTORY, OFFICER)
        assert lead(page).startswith("3 revisions")
        assert page.all("h2")[0].text == "From revision 2 to revision 3"
        assert [each.text for each in page.all("ins")] != []

    def test_two_revisions_are_chosen_by_number(self, products):
        page = products.at(Stage.REVISION, edited).page(f"{HISTORY}&from=1&to=3", OFFICER)
        assert page.all("h2")[0].text == "From revision 1 to revision 3"

    def test_a_revision_that_there_is_not_is_left_out_in_words(self, products):
        sheet = products.at(Stage.REVISION, edited).sheet(f"{HISTORY}&from=1&to=99", OFFICER)
        (notice,) = sheet.notices
        assert "revision “99”" in notice

    @pytest.mark.parametrize(
        ("stage", "actor", "number"),
        [
            (Stage.DRAFTING, OFFICER, 2),
            (Stage.REVISION, OFFICER, 2),
            (Stage.REVISION, CLERK, 0),
            (Stage.CABINET, OFFICER, 0),
        ],
    )
    def test_an_officer_goes_back_where_the_text_can_be_edited(
        self, products, stage, actor, number
    ):
        then = edited if stage in (Stage.DRAFTING, Stage.REVISION) else None
        page = products.at(stage, then).page(HISTORY, actor)
        forms = [each for each in page.all("form") if each.get("method") == "post"]
        assert len(forms) == number
        keys = [field.get("value") for each in forms for field in each.all("input")]
        assert len([key for key in keys if len(key) == 32]) == number

    def test_a_revision_is_restored_by_its_own_form(self, products):
        status = products.at(Stage.REVISION, edited)
        page = status.page(HISTORY, OFFICER)
        form = [each for each in page.all("form") if each.get("method") == "post"][-1]
        held = {each.get("name"): each.get("value") for each in form.all("input")}
        with database_of(status.app).reading_scope() as session:
            assert held["version"] == str(governance.status_of(session, YEAR).version)
        assert (held["read"], held["reason"]) == ("3", "Restored revision 1")
        assert held["field-body"] == "What the council did.\n"

    @pytest.mark.parametrize("actor", [NOBODY, ADMINISTRATOR])
    def test_it_is_not_there_for_those_who_take_no_part(self, published, actor):
        assert refusal(published, HISTORY, actor) == no_edition(published)

    @pytest.mark.parametrize(
        "place", ["", "section:none", "dashboard:public-health", "edition", "x"]
    )
    def test_a_place_without_a_text_has_no_history(self, products, place):
        assert refusal(products.at(Stage.REVISION), f"{BASE}/history?place={place}", OFFICER)

    def test_those_who_may_not_read_the_stage_find_no_edition(self, products):
        status = products.at(Stage.DRAFTING)
        assert refusal(status, HISTORY, SOMEBODY[Role.SCRUTINY]) == no_edition(status)

    @pytest.mark.parametrize("number", [0, 1])
    def test_fewer_than_two_revisions_are_not_compared(self, number):
        # its moment does not matter here
        one = [Revision(1, "", 1, "drafting", {}, "edit", "", "", "", None)]  # type: ignore[arg-type]
        assert chosen_revisions({}, one[:number]) == ((None, None), [])
