"""Downloads. Each calls the same reading function as the page of its name."""

from flask import Response, request

from app.web.route import Route
from callbacks.address import Address
from callbacks.editions import edition_request, text, versions
from callbacks.indicators import indicators
from callbacks.request_context import council, product_address, reading
from db.queries import audit, governance
from documents.governance.calendar import calendar
from documents.indicators.indicator_table import as_csv, as_workbook
from domain.editions.content import is_intact
from domain.errors import CompendiumError
from domain.indicators.filtering import filters_from
from domain.terms import Access
from readers.intake.figures_file import written

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file() -> Response:
    """Return the indicators that pass the address's filters, as CSV."""
    edition, rows = indicators.chosen(filters_from(request.args))
    return _file(as_csv(edition, rows), "text/csv; charset=utf-8", f"compendium-{edition.year}.csv")


def workbook() -> Response:
    """Return the indicators that pass the address's filters, as an XLSX workbook."""
    filters = filters_from(request.args)
    edition, rows = indicators.chosen(filters)
    return _file(as_workbook(edition, rows, filters), WORKBOOK, f"compendium-{edition.year}.xlsx")


def audit_log() -> Response:
    """Return every entry of the audit log, one in each line."""
    with reading() as session:
        lines = "".join(audit.export(session))
    return _file(lines.encode(), "application/jsonl; charset=utf-8", "audit-log.jsonl")


def meetings(year: int) -> Response:
    """Return the meetings about an edition and the days for their papers, for calendar programs."""
    with reading() as session:
        record = edition_request.record_at(session, _address(year))
    page = f"{product_address()}/editions/{year}"
    feed = calendar(record, council(), page)
    return _file(feed, "text/calendar; charset=utf-8", f"compendium-{year}.ics")


def version(year: int, name: str) -> Response:
    """Return the exact bytes of a frozen version, with their digest."""
    with reading() as session:
        record = edition_request.record_at(session, _address(year))
        versions.check_readable(record, name)
        frozen = governance.frozen_version(session, year, name)
    if not is_intact(frozen.content, frozen.digest):
        raise CompendiumError(
            f"Version {name} is not what was frozen: its digest does not fit. Tell whoever looks "
            "after the database."
        )
    answer = _file(frozen.content.encode(), "application/json", f"compendium-{year}-{name}.json")
    answer.headers["X-Content-SHA256"] = frozen.digest
    answer.set_etag(frozen.digest)
    answer.make_conditional(request)
    return answer


def figures(year: int) -> Response:
    """Return every figure of an edition as a file to fill in and upload."""
    rows = text.figures(_address(year))
    return _file(written(rows), "text/csv; charset=utf-8", f"figures-{year}.csv")


def _address(year: int) -> Address:
    return Address(request.path, {"year": str(year)}, {}, {})


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


# fmt: off
DOWNLOADS = (
    Route("indicators-csv",  "/indicators.csv",   Access.PUBLISHED,    csv_file),
    Route("indicators-xlsx", "/indicators.xlsx",  Access.PUBLISHED,    workbook),
    Route("audit-log",       "/audit-log.jsonl",  Access.AUDIT_EXPORT, audit_log),
    Route("meetings", "/editions/<int(max=9999):year>/calendar.ics",          Access.PUBLISHED, meetings),
    Route("figures",  "/editions/<int(max=9999):year>/figures.csv",           Access.WORKING,   figures),
    Route("version",  "/editions/<int(max=9999):year>/versions/<name>.json",  Access.PUBLISHED, version),
)
# fmt: on
