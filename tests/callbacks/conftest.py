"""The product and its edition, for these tests."""

import pytest

from tests.app.product import _quick_and_quiet, app, asking, browser, edition_file, own_app
from tests.callbacks.at_a_stage import at_stages
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


@pytest.fixture(scope="module")
def products(stages):
    """Products with the small edition at a stage, and at one with something done there."""
    with at_stages(stages) as made:
        yield made
