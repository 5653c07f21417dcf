"""The ids that callbacks, styles and tests know, one class for each page."""


class Shell:
    """What every page has."""

    ADDRESS = "address"
    PAGE = "page"
    ALERT = "alert"
    MAIN = "main"


class Keeping:
    """The line that says what the browser keeps of a form."""

    KEPT = "kept"
