"""The ids that callbacks, styles and tests use on every page."""


class Shell:
    """The parts that every page has."""

    ADDRESS = "address"
    PAGE = "page"
    ALERT = "alert"
    MAIN = "main"


class FormStorage:
    """The line that says what the browser stores of a form."""

    STATUS = "kept"
