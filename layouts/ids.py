"""The ids that callbacks, styles and tests use on every page."""


class Shell:
    """The parts that every page has."""

    ALERT = "alert"
    MAIN = "main"


class Charts:
    """The parts that Dash draws in the browser once a chart is touched."""

    ADDRESS = "address"
    DRAWN = "charts"


class FormStorage:
    """The line that says what the browser stores of a form."""

    STATUS = "kept"
