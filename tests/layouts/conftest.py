"""The product, for these tests."""

from tests.app.product import _quick_and_quiet, app, asking, browser, edition_file, own_app

__all__ = ["_quick_and_quiet", "app", "asking", "browser", "edition_file", "own_app"]
