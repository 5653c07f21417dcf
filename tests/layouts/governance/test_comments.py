"""The page of the Commission's comments."""

from datetime import date

from domain.editions.status import EditionStatus
from domain.editions.terms import Stage
from layouts.governance import comments
from layouts.governance.comments import CommentPermissions
from tests.app.markup import Element
from tests.builders.approval import a_comment
from tests.layouts.drawing import drawn

STATUS = EditionStatus(
    2023, "Report 2023", "2022/23", Stage.SCRUTINY, 1, 1, "", False, date(2023, 12, 6)
)
MAY = CommentPermissions(comment=True, add=False, answer=False)


def page_of(*, drafts=(), earlier=()) -> Element:
    return drawn(list(comments.page(STATUS, [], drafts, earlier, MAY, "a token").content))


def test_drafts_stand_under_a_heading_that_says_nobody_else_sees_them():
    page = page_of(drafts=[a_comment(number=None)])
    assert [each.text for each in page.all("h2")] == ["Your drafts"]
    assert "Nobody else sees these." in page.text
    assert page_of().all("h2") == []


def test_the_requests_of_the_year_before_stand_under_its_year():
    page = page_of(earlier=[a_comment()])
    assert [each.text for each in page.all("h2")] == ["What the Commission asked for in 2022"]
