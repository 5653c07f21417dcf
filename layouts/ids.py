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


class Comparing:
    """The form and the charts of the pages that compare councils."""

    FORM = "comparing"
    OURS = "choose-ours"
    GROUP = "choose-group"
    THEME = "choose-theme"
    ACROSS = "choose-across"
    YEAR = "choose-year"
    LABELS = "choose-labels"
    PERIOD = "choose-period"
    OTHER = "choose-other"
    BASE = "choose-base"
    FLOOR = "choose-floor"
    PERCENTILE = "choose-percentile"
    METHOD = "choose-method"
