"""What an edition waits for, told on its page."""

from domain.terms import Action, Stage
from tests.builders.stages import stages_in
from tests.builders.workflow import INTRODUCTION, OFFICER, YEAR, act, saving, sign_off_all
from tests.callbacks.at_a_stage import at_stages


def unfinished(session, edition) -> None:
    """Leave one thing to be mended."""
    written = saving(session, edition, INTRODUCTION, body="TBC")
    act(session, edition, Action.EDIT, OFFICER, **written)
    sign_off_all(session, edition)


def test_it_says_how_many_things_are_to_be_mended(sqlite_databases):
    with at_stages(stages_in(sqlite_databases)) as products:
        page = products.at(Stage.DRAFTING, unfinished).page(f"/editions/{YEAR}", OFFICER)
    assert "The publishing checklist has 1 thing to mend." in page.text
