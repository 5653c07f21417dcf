"""The product, for these tests."""

from tests.app.command_line import export, loaded, refused, said, typing, url, wrong
from tests.app.comparing import answered, councils, tables
from tests.app.mail_server import server
from tests.app.product import _quick_and_quiet, app, asking, browser, edition_file, own_app

__all__ = [
    "_quick_and_quiet",
    "answered",
    "app",
    "asking",
    "browser",
    "councils",
    "edition_file",
    "export",
    "loaded",
    "own_app",
    "refused",
    "said",
    "server",
    "tables",
    "typing",
    "url",
    "wrong",
]
