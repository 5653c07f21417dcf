"""The list of benchmark indicators of a theme."""

from callbacks.address import Address
from callbacks.comparison.comparison_request import comparison_request
from domain.comparison.benchmark_positions import benchmark_position
from domain.comparison.benchmarks import Benchmarks, Series
from domain.comparison.terms import Theme
from layouts.comparison import benchmarks as layout
from layouts.comparison.benchmarks import BenchmarksView
from layouts.shell import PageContent

THEMES = tuple(theme for theme in Theme if theme not in (Theme.OVERALL, Theme.LA_CORE))
LISTED = (*THEMES, Theme.OVERALL)


def view(address: Address) -> PageContent:
    """Show every indicator of the theme, whether or not it counts in an average rank."""
    request = comparison_request(address)
    theme = Theme(request.chosen("theme", LISTED))
    benchmarks = request.figures.benchmarks
    return request.with_notices(
        layout.page(
            BenchmarksView(
                council=request.council,
                group=request.group,
                theme=theme,
                rows=[
                    benchmark_position(benchmarks, series, request.members, request.council.code)
                    for series in series_of(benchmarks, theme)
                ],
                chosen=[
                    *request.area_choices,
                    layout.theme_choice(theme, LISTED),
                ],
                keep=request.keep,
            )
        )
    )


def series_of(benchmarks: Benchmarks, theme: Theme) -> list[Series]:
    """Return one series for each indicator of a theme: the snapshot's, else the latest."""
    return [
        benchmarks.find(slug)
        for slug, indicator in benchmarks.indicators.items()
        if indicator.theme is theme
    ]
