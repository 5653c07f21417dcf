"""The ids that callbacks, styles and tests know, one class for each page."""


class Shell:
    """What every page has."""

    ADDRESS = "address"
    PAGE = "page"
    ALERT = "alert"
    MAIN = "main"


class Filters:
    """The form that narrows a table of indicators."""

    FORM = "filters"
    RESULT = "result"
    DASHBOARD = "filter-dashboard"
    DIRECTION = "filter-direction"
    QUARTILE = "filter-quartile"
    RATING = "filter-rating"
    TARGET = "filter-target"
    PLAN = "filter-plan"
    TEXT = "filter-text"
    SORT = "filter-sort"


class Dashboard:
    """One theme dashboard."""

    STRIP = "change-strip"
    TABLE = "indicator-table"


class Indicator:
    """One indicator."""

    VALUES = "value-chart"


class Improvement:
    """Improvement and reduction."""

    SCOPE = "scope"
    YEARS = "year-counts"
    SINCE_2018 = "years"


def choice(path: str, name: str) -> str:
    """The id of one choice on the page at a path: choose-comparison-quadrant-theme."""
    return f"choose-{path.strip('/').replace('/', '-')}-{name}"


class Comparing:
    """The form and the charts of the pages that compare councils."""

    FORM = "comparing"
    QUADRANT = "quadrant"


class Ranks:
    """The charts of ranks by theme and over the years."""

    THEMES = "theme-ranks"
    HISTORY = "rank-history"


class Funding:
    """The charts of what councils have to spend and what they spend it on."""

    LEAGUE = "funding-league"
    FLOOR = "funding-floor"
    MAP = "funding-map"
    SERVICES = "spending-by-service"


class Benchmark:
    """The charts of one benchmark indicator."""

    STRIP = "value-strip"
    HISTORY = "value-history"
    RANKS = "indicator-ranks"


class Writing:
    """The parts of a page on which a text is written that its script fills in."""

    FORM = "writing"
    KEPT = "kept"
    OTHERS = "others"
    PREVIEW = "preview"
    PREVIEW_PART = "preview-part"


class Delegation:
    """What a delegation is limited to."""

    UNITS = "delegated-units"
    INDICATORS = "delegated-indicators"
