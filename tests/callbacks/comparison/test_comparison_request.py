"""What the pages of compared councils share: the figures, and what an address asks of all of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import current_app
from sqlalchemy import update

from app.web.database import database
from callbacks.comparison.comparison_request import comparison_request
from callbacks.request_context import SETTINGS, reading
from db.models import ComparisonRelease
from db.queries import areas, comparison
from db.queries.comparison import ComparisonFigures
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE
from domain.comparison.terms import Theme
from domain.council import Council
from domain.errors import NotFound
from layouts.shell import PageContent
from tests.app.product import address, database_of

pytestmark = pytest.mark.usefixtures("asking")

OURS, SURREY, NORTHAMPTONSHIRE = "E10000018", "E10000030", "E10000021"


def at(question: str = "", **more):
    return comparison_request(address(f"/comparison{question}"), **more)


@pytest.fixture
def configured(monkeypatch):
    """Say which council the settings name."""

    def set_to(code: str) -> None:
        settings = current_app.extensions[SETTINGS]
        changed = replace(settings, council=Council(code=code))
        monkeypatch.setitem(current_app.extensions, SETTINGS, changed)

    return set_to


def test_an_address_without_a_question_is_about_our_council_among_the_counties():
    here = at()
    assert (here.council.code, here.council.name) == (OURS, "Leicestershire")
    assert (here.group.slug, here.group.n) == (DEFAULT_GROUP, 33)
    assert here.keep == {}
    assert [choice.left_out for choice in here.area_choices] == [OURS, DEFAULT_GROUP]


def test_a_page_can_have_a_group_of_its_own_to_begin_with():
    assert at(group=EVERYWHERE).group.slug == EVERYWHERE
    assert at("?group=nothing", group=EVERYWHERE).group.slug == EVERYWHERE
    assert at(f"?group={DEFAULT_GROUP}", group=EVERYWHERE).group.slug == DEFAULT_GROUP
    _, group = at(f"?group={DEFAULT_GROUP}", group=EVERYWHERE).area_choices
    assert (group.value, group.left_out) == (DEFAULT_GROUP, EVERYWHERE)


def test_what_is_asked_for_all_pages_is_kept_by_the_links_to_them():
    here = at(f"?ours={SURREY}&group=county-councils&theme=economy")
    assert here.council.name == "Surrey"
    assert here.keep == {"ours": SURREY, "group": "county-councils"}
    assert at(f"?ours={OURS}").keep == {}
    assert at(f"?group={DEFAULT_GROUP}").keep == {"group": DEFAULT_GROUP}


@pytest.mark.parametrize(
    "question",
    [
        "?ours=E99999999", "?ours=surrey", f"?ours={NORTHAMPTONSHIRE}", "?ours=E92000001",
        "?group=nothing", "?group=", "?ours=&group=%00", "?ours='--",
    ],
)  # fmt: skip
def test_what_is_asked_for_and_not_known_is_ignored(question):
    here = at(question)
    assert (here.council.code, here.group.slug, here.keep) == (OURS, DEFAULT_GROUP, {})


def test_a_choice_that_is_not_known_is_the_first_that_is():
    here = at("?theme=economy&across=sideways")
    assert here.chosen("theme", list(Theme)) == "economy"
    assert here.chosen("across", ["revenue", "deprivation"]) == "revenue"
    assert here.chosen("labels", ["ours", "all"]) == "ours"


def test_any_upper_tier_council_can_be_ours():
    assert len(at().candidates) == 152
    assert {area.code for area in at().candidates} >= {OURS, SURREY}
    assert NORTHAMPTONSHIRE not in {area.code for area in at().candidates}


def test_the_setting_names_the_council_that_is_picked_out(configured):
    configured(SURREY)
    assert at().council.name == "Surrey"
    assert at(f"?ours={SURREY}").keep == {}
    assert at(f"?ours={OURS}").keep == {"ours": OURS}
    council, _ = at(f"?ours={OURS}").area_choices
    assert (council.value, council.left_out) == (OURS, SURREY)


def test_a_setting_that_names_no_upper_tier_council_is_told_with_what_to_do(configured):
    configured("E07000130")
    with pytest.raises(NotFound, match=r"no upper-tier area E07000130.*COMPENDIUM_COUNCIL_CODE"):
        at()
    assert at(f"?ours={SURREY}").council.name == "Surrey"


def comparison_figures() -> ComparisonFigures:
    with reading() as session:
        return comparison.comparison_figures(session)


def test_the_figures_are_read_once_for_a_process():
    first = comparison_figures()
    assert comparison_figures() is first
    assert at().figures is first


@pytest.fixture
def loading_anew(app) -> Iterator[Callable[[], None]]:
    """Lets other figures be loaded, which are the same under another digest."""
    with database_of(app).reading_scope() as session:
        was = areas.release(session)
    held = dict(comparison._held)
    yield lambda: set_release(app, "another digest")
    set_release(app, was)
    comparison._held.clear()
    comparison._held.update(held)


def set_release(app, digest: str) -> None:
    with database_of(app).session_scope() as session:
        session.execute(update(ComparisonRelease).values(digest=digest))


def test_other_figures_are_read_once_they_are_loaded(loading_anew):
    first = comparison_figures()
    loading_anew()
    second = comparison_figures()
    assert second is not first
    assert second.release == "another digest"
    assert second.geography == first.geography
    assert comparison_figures() is second


def test_without_figures_it_is_said_how_they_are_loaded(own_app):
    with own_app.server.test_request_context("/"):
        with pytest.raises(NotFound, match="python -m app load"):
            at()
        assert database() is not None


def test_ranks_are_worked_out_once_for_each_theme_group_and_year():
    here, again, other = at(), at("?theme=economy"), at("?group=county-councils")
    ranked = here.theme_ranks(Theme.ECONOMY)
    assert again.theme_ranks(Theme.ECONOMY) is ranked
    assert other.theme_ranks(Theme.ECONOMY) is not ranked
    assert here.theme_ranks(Theme.ECONOMY, 2021) is not ranked
    assert {series.period.end_year for series in here.theme_ranks(Theme.ECONOMY, 2021).series} == {
        2021
    }


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("?ours=E10000099", "the council “E10000099”"),
        ("?group=zzz", "the comparator group “zzz”"),
        ("?theme=sport", "the theme “sport”"),
    ],
)
def test_what_the_address_asks_for_in_vain_is_said(question, sentence):
    here = at(question)
    here.chosen("theme", list(Theme))
    (notice,) = here.with_notices(PageContent("A page", [])).notices
    assert sentence in notice


def test_what_the_address_asks_for_and_gets_needs_no_word():
    here = at(f"?ours={SURREY}&group=county-councils&theme=economy")
    here.chosen("theme", list(Theme))
    assert here.with_notices(PageContent("A page", [])).notices == ()


def test_a_very_long_wish_is_cut_in_the_notice():
    (notice,) = at(f"?ours={'x' * 500}").notices
    assert len(notice) < 200
