"""A word longer than any line: pages keep their width, and tables their columns."""

import pytest

from db.session import Database
from domain.editions.terms import Stage
from domain.governance.terms import Action, CommentKind
from domain.people.demonstration import PASSWORD
from tests.browser.pages import AuditLogPage
from tests.browser.pages.working import WorkPage
from tests.browser.pages.writing import YEAR
from tests.builders.workflow import (
    CLERK,
    INTRODUCTION,
    OFFICER,
    SCRUTINEER,
    act,
    an_edition,
    saving,
)

LONG = "x" * 20_000
NARROWEST_COLUMN = 60


@pytest.fixture
def officer(newcomer, small_product, tmp_path):
    """The officer at an edition that holds a long word wherever one can be given."""
    database = Database(f"sqlite:///{tmp_path / 'copy.sqlite'}")
    with database.session_scope() as session:
        edition = an_edition(session, Stage.SCRUTINY)
        act(session, edition, Action.COMMENT, SCRUTINEER, text=LONG, kind=CommentKind.REQUEST)
        act(session, edition, Action.ADD_TO_COMMENT, SCRUTINEER, number=1, text=LONG)
        act(session, edition, Action.REFER_TO_CABINET, CLERK, text=LONG)
        written = saving(session, edition, INTRODUCTION, body=LONG)
        act(session, edition, Action.EDIT, OFFICER, **written, reason=LONG)
    database.close()
    reader = newcomer()
    WorkPage.signing_in(reader, "officer", PASSWORD)
    return reader


PATHS = [
    f"/editions/{YEAR}",
    f"/editions/{YEAR}/comments",
    f"/editions/{YEAR}/do/answer_comment?number=1",
    f"/editions/{YEAR}/edit?place={INTRODUCTION}",
    f"/editions/{YEAR}/history?place={INTRODUCTION}",
    f"/editions/{YEAR}/versions/draft",
    "/audit-log",
    "/work",
]


def test_no_page_becomes_wider_than_the_window(officer):
    wide = {}
    for path in PATHS:
        officer.tab.goto(officer.home + path)
        for width in (1280, 320):
            wide[path, width] = officer.at_width(width).too_wide()
    assert {where: told for where, told in wide.items() if told} == {}


@pytest.mark.parametrize("width", [1280, 320])
def test_the_log_s_columns_keep_their_width(officer, width):
    officer.at_width(width)
    assert min(AuditLogPage.open(officer).column_widths()) > NARROWEST_COLUMN
