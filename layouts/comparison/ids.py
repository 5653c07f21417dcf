"""The ids of the pages that compare councils, one class for each page."""


def choice(path: str, name: str) -> str:
    """Return the id of one choice on the page at a path: choose-comparison-quadrant-theme."""
    return f"choose-{path.strip('/').replace('/', '-')}-{name}"


class Comparison:
    """The form and the charts of the pages that compare councils."""

    FORM = "comparing"
    QUADRANT = "quadrant"


class Ranks:
    """The charts of ranks by theme and over the years."""

    THEMES = "theme-ranks"
    HISTORY = "rank-history"


class Benchmark:
    """The charts of one benchmark indicator."""

    STRIP = "value-strip"
    HISTORY = "value-history"
    RANKS = "indicator-ranks"
