"""The ids of the pages of an edition's figures, one class for each page."""


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
