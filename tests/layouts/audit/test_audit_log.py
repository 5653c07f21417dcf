"""The page of the audit log, from entries made up here."""

from domain.audit_chain import EntryFilter
from layouts.audit import audit_log
from layouts.audit.audit_log import AuditLogView
from tests.app.markup import Element, cells
from tests.builders.audit import a_chain
from tests.layouts.drawing import drawn

LONG = "x" * 90_000


def page_of(*contents: dict[str, object]) -> Element:
    entries = a_chain(contents)
    options = {name: {} for name in ("person", "action", "subject", "outcome")}
    total = len(entries)
    view = AuditLogView(
        entries, total, "head", 1, 1, EntryFilter(), total, options, may_export=False
    )
    return drawn(list(audit_log.page(view).content))


def changed(**content: object) -> str:
    return cells(page_of(content).one("table"))[1][3]


def test_what_was_refused_changed_nothing():
    tried = {"before": {}, "after": {"number": 1}}
    assert changed(**tried) == "number: from nothing to 1"
    assert changed(**tried, outcome="refused") == ""


def test_no_value_is_printed_whole_however_long_it_is():
    page = page_of(
        {"after": {"text": LONG, "resolutions": {"a": LONG, "b": [LONG]}}, "reason": LONG},
        {"subject_title": LONG, "reason": LONG, "outcome": "refused", "authority": LONG},
        {"actor_name": LONG, "before": {"of": [{"a": LONG}] * 50}},
    )
    assert "x" * 200 in page.text
    assert "x" * 301 not in page.text
    assert len(page.text) < 5_000
