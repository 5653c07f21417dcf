"""The request that the comparison pages share: the figures, the council, the group, the query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from callbacks.address import Address
from callbacks.request_context import council, reading
from db.queries.comparison import ComparisonFigures, comparison_figures
from domain.comparison.areas import DEFAULT_GROUP, EVERYWHERE, Area, ComparatorGroup
from domain.comparison.terms import Theme
from domain.comparison.theme_ranks import ThemeRanks
from domain.errors import NotFound
from layouts.comparison import choices
from layouts.comparison.choices import Choice
from layouts.shell import PageContent


@dataclass(frozen=True, eq=False)
class ComparisonRequest:
    """The chosen council and group, the figures, and the query of the address.

    ``usual_group`` is the slug of the group that the page shows when none is asked for. ``notices``
    has a sentence for each value of the address that is not known.
    """

    figures: ComparisonFigures
    council: Area
    group: ComparatorGroup
    usual_group: str
    query: Mapping[str, str]
    notices: list[str]

    def with_notices(self, sheet: PageContent) -> PageContent:
        """Return the page with a notice for each value of the address that is not known."""
        return replace(sheet, notices=tuple(dict.fromkeys(self.notices)))

    @property
    def keep(self) -> dict[str, str]:
        """Return the query of links to the other pages: the council and the group, where chosen."""
        carried = {}
        if self.council.code != council().code:
            carried["ours"] = self.council.code
        if "group" in self.query and self.group.slug == self.query["group"]:
            carried["group"] = self.group.slug
        return carried

    @property
    def members(self) -> tuple[str, ...]:
        """Return the areas of the group."""
        return self.group.members

    @property
    def area_choices(self) -> list[Choice]:
        """Return the choices that all pages share: the council and the group."""
        return [
            choices.council(self.candidates, self.council, usual=council().code),
            choices.group(self.figures.geography.groups, self.group, usual=self.usual_group),
        ]

    @property
    def candidates(self) -> list[Area]:
        """Return the areas to choose the council from: all upper-tier councils."""
        geography = self.figures.geography
        return [geography.areas[code] for code in geography.groups[EVERYWHERE].members]

    def chosen(self, name: str, options: Sequence[str]) -> str:
        """Return the value of a parameter of the address, or the first option if it is not known."""
        value = self.query.get(name, "")
        if value in options:
            return value
        if value:
            self.notices.append(_unknown_value_notice(name, value))
        return options[0]

    def theme_ranks(self, theme: Theme, year: int | None = None) -> ThemeRanks:
        """Return the ranks over a theme's indicators, nearest 2020/21 or of one end year."""
        return self.figures.theme_ranks(theme, self.members, year=year)


def comparison_request(address: Address, *, group: str = DEFAULT_GROUP) -> ComparisonRequest:
    """Read the address; values that are not known give way to the defaults.

    Raises ``NotFound`` when the council of the settings has no comparison figures.
    """
    with reading() as session:
        figures = comparison_figures(session)
    geography = figures.geography
    query: Mapping[str, str] = address.query
    notices: list[str] = []
    everywhere = geography.groups[EVERYWHERE].members
    slug = query.get("group", group)
    if slug not in geography.groups:
        notices.append(_unknown_value_notice("group", slug))
        slug = group
    code = query.get("ours", council().code)
    if code not in everywhere and "ours" in query:
        notices.append(_unknown_value_notice("ours", code))
        code = council().code
    if code not in everywhere:
        raise NotFound(
            f"The figures that compare councils hold no upper-tier area {code} of 2021/22. The "
            "setting COMPENDIUM_COUNCIL_CODE names it; choose another council in the address "
            "with ?ours= and its code."
        )
    return ComparisonRequest(
        figures, geography.areas[code], geography.groups[slug], group, query, notices
    )


def _unknown_value_notice(name: str, value: str) -> str:
    """Return a notice that a value of the address is not known, and what is shown instead."""
    what = PARAMETER_NAMES.get(name, name)
    return (
        f"The address asks for the {what} “{value[:LONGEST_ANSWER]}”, which there is not. The page shows "
        "what it shows when nothing is asked."
    )


LONGEST_ANSWER = 40
PARAMETER_NAMES = {
    "ours": "council",
    "group": "comparator group",
    "as": "area whose rate is used",
    "across": "measure across",
    "labels": "names shown",
    "base": "estimate of residents",
}
