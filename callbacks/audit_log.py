"""The audit log."""

from callbacks.asking import reading
from callbacks.wiring import Address
from db.queries import audit
from layouts import audit_log as layout
from layouts.audit_log import View
from layouts.shell import Sheet

MOST = 100
"""Entries on one page."""


def view(address: Address) -> Sheet:
    """Show one page of the log, the newest entries first."""
    with reading() as session:
        total, head = audit.head(session)
        pages = max(-(-total // MOST), 1)
        page = _page(address.query.get("page", ""), pages)
        entries = audit.newest(session, skip=(page - 1) * MOST, most=MOST)
    return layout.page(View(entries, total, head, page, pages))


def _page(asked: str, pages: int) -> int:
    known = asked.isascii() and asked.isdigit() and len(asked) < len(str(pages)) + 2
    return min(max(int(asked), 1), pages) if known else 1
