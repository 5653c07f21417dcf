"""What holds for every page of funding, and what their forms do, on the real figures."""

import itertools

import pytest

from tests.callbacks.forms_at_once import at_once, question
from tests.callbacks.funding_screens import (
    BOLTON,
    CITY,
    CUMBRIA,
    HAMPSHIRE,
    OURS,
    PAGES,
    SCILLY,
    SURREY,
    chosen,
    lead,
    page,
    sheet,
)
from tests.sampling import some, some_or_all

pytestmark = pytest.mark.usefixtures("asking")


COUNCILS = (OURS, SURREY, HAMPSHIRE, BOLTON, CITY, SCILLY, CUMBRIA)
GROUPS = (
    "upper-tier",
    "county-councils",
    "counties-and-county-unitaries",
    "counties-and-county-unitaries-to-2021",
    "class-london",
    "region-london",
    "region-north-west",
)


class TestEveryPage:
    """What holds for all four."""

    @some_or_all(70)
    @pytest.mark.unmeasured
    def test_any_council_among_any_group_has_its_page(self, most):
        for path, council, group in some(itertools.product(PAGES, COUNCILS, GROUPS), most):
            address = f"{path}?ours={council}&group={group}"
            assert sheet(address).description, address
            assert chosen(address)["group"] == group
            assert page(address).one("h1").text, address

    @pytest.mark.parametrize("path", PAGES)
    def test_what_is_not_known_is_ignored(self, path):
        odd = "?ours=x&group=y&as=z&base=1&floor=&percentile=q&method=w&year=1066"
        assert lead(f"{path}{odd}") == lead(path)

    @pytest.mark.parametrize("path", PAGES)
    def test_the_pages_of_the_section_stand_above_and_carry_the_council_on(self, path):
        links = page(f"{path}?ours={SURREY}").one("nav").all("a")
        assert [link.get("href") for link in links] == [
            f"{path}?ours={SURREY}" for path in (*PAGES, "/methods/comparison")
        ]
        assert [link.get("aria-current") for link in links].count("page") == 1

    @pytest.mark.parametrize("path", PAGES)
    def test_the_chart_has_a_finding_that_its_name_repeats(self, path):
        frame = page(path).one("figure")
        image = next(div for div in frame.all("div") if div.get("role") == "img")
        assert frame.one("h2").text in image.get("aria-label")

    @pytest.mark.parametrize("path", PAGES)
    def test_every_page_says_n(self, path):
        assert "n = " in page(path).text


class TestForms:
    """What the forms show as chosen, and ask for by their address."""

    def asks(self, path: str) -> str:
        (form,) = at_once(page(path))
        return question(form)

    @pytest.mark.parametrize(
        ("path", "shown"),
        [
            ("/funding", (OURS, "upper-tier", "by-itself", "2019")),
            ("/funding/floor", (OURS, "upper-tier", "25", "")),
            ("/funding/map", (OURS, "upper-tier")),
            ("/funding/services", (OURS, "counties-and-county-unitaries", "council", "2021/22")),
        ],
    )
    def test_what_is_shown_when_nothing_is_asked_leaves_the_address_alone(self, path, shown):
        assert tuple(chosen(path).values()) == shown
        assert self.asks(path) == ""

    def test_a_choice_goes_into_the_address(self):
        asked = "&group=upper-tier&as=E09000020&base=2019"
        assert self.asks(f"/funding?ours={SURREY}{asked}") == f"?ours={SURREY}&as=E09000020"
        assert self.asks("/funding/floor?floor=&percentile=40") == "?percentile=40"
        assert self.asks("/funding/floor?floor=850&percentile=25") == "?floor=850"

    def test_a_form_shows_what_the_address_asks_for(self):
        assert chosen("/funding/services?method=budget&year=2022/23&group=upper-tier") == {
            "ours": OURS,
            "group": "upper-tier",
            "method": "budget",
            "year": "2022/23",
        }
