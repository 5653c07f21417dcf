"""Every address that answers with a file or with data, in one table."""

from app.web.downloads import DOWNLOADS
from app.web.forms import editions
from app.web.health import HEALTH
from app.web.route import Route
from domain.terms import Access

# fmt: off
SCRIPT_FORMS = (
    Route("presence", "/editions/<int(max=9999):year>/presence", Access.WORKING, editions.say_present, "POST"),
    Route("preview",  "/editions/preview",                       Access.WORKING, editions.preview,     "POST"),
)
# fmt: on
"""The requests of the editor's script. The gate checks the token, as it does for every form."""

ROUTES: tuple[Route, ...] = (*HEALTH, *DOWNLOADS, *SCRIPT_FORMS)
"""The gate refuses an address that has no row here, in ``PAGES`` or in ``FORMS``.

An address of a read-only API is one more row: its function goes into a module of its capability,
``app/api/<capability>.py``, which calls the same reading functions as the page and returns JSON,
and its rows join this tuple as ``DOWNLOADS`` does. Work on a schedule has no address: it goes into
``app/jobs``.
"""
