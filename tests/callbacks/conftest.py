"""The product and its edition, for these tests."""

from tests.app.product import _quick_and_quiet, app, asking, browser, edition_file, own_app
from tests.callbacks.screens import all_dashboards, all_rows, edition

__all__ = [
    "_quick_and_quiet",
    "all_dashboards",
    "all_rows",
    "app",
    "asking",
    "browser",
    "edition",
    "edition_file",
    "own_app",
]
