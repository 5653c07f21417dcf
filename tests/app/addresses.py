"""Every address with its parts filled in, and whom it opens for in the shared product."""

import re

from app.web.downloads import DOWNLOADS
from app.web.forms.table import FORMS
from app.web.pages import PAGES, Page
from domain.terms import Role
from tests.builders import an_actor
from workflow.access import NOBODY, may

PARTS = {"year": "2022", "name": "C", "action": "propose_correction", "number": "1"}
"""What a part of an address is in the shared product, which holds the real record and a change."""
SLUGS = {
    "dashboard": "transport",
    "indicator": "core-spending-power-per-head-of-population",
    "benchmark": "ascof-1f",
}
QUESTIONS = dict.fromkeys(("editor", "history"), "?place=section:introduction")
"""What a page cannot do without behind its address."""
ONLY = {"step": frozenset({Role.BI_OFFICER})}
"""Pages that ask more than their access where 2022 stands: a step is for those who take it."""
PART = re.compile(r"<(?:[^:<>]+:)?([^:<>]+)>")


def filled(row) -> str:
    """The address of a page, a form or a file, with every part filled in."""
    parts = {**PARTS, **({"slug": SLUGS[row.name]} if row.name in SLUGS else {})}
    return PART.sub(lambda found: parts[found[1]], row.address)


ADDRESSES = {page.name: filled(page) + QUESTIONS.get(page.name, "") for page in PAGES}
FORM_ADDRESSES = {form.name: filled(form) for form in FORMS}
FILE_ADDRESSES = {download.name: filled(download) for download in DOWNLOADS}


def actor_of(role: Role | None):
    return an_actor(role) if role else NOBODY


def opens(page: Page, role: Role | None) -> bool:
    """Whether a page of the shared product opens for somebody with this role alone."""
    return may(actor_of(role), page.access) and role in ONLY.get(page.name, {None, *Role})


def reader_of(page: Page) -> Role:
    """Somebody for whom a page opens: the administrator where it can be."""
    return next(role for role in (Role.ADMINISTRATOR, Role.BI_OFFICER, *Role) if opens(page, role))
