"""The page of what is written in an edition, from parts made up here."""

from datetime import date

import pytest

from domain.editions.checklist import Finding
from domain.editions.kinds import EDITION
from domain.editions.status import EditionStatus
from domain.editions.terms import Stage
from layouts.editions import text
from tests.layouts.drawing import drawn

STANDING = EditionStatus(
    2023, "The 2023 edition", "2022/23", Stage.DRAFTING, 1, 1, "", False, date(2023, 12, 6)
)
TO_MEND = Finding(EDITION, "The edition", "It is empty.")


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        ([], "The publishing checklist is clear."),
        ([TO_MEND], "The publishing checklist has 1 thing to mend."),
        ([TO_MEND] * 275, "The publishing checklist has 275 things to mend."),
    ],
)
def test_it_says_how_many_things_are_to_be_mended(findings, summary):
    sheet = text.page(STANDING, [], findings, [], token="", may_edit=False)
    page = drawn(list(sheet.content))
    lead = next(node.text for node in page.all("p") if node.get("class") == "lead")
    assert lead == f"The edition is in drafting. {summary}"
