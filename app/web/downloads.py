"""Files that a reader takes away: the same rows as on screen, as CSV or a workbook."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, request

from callbacks.editions import edition_request, text
from callbacks.indicators import indicators
from callbacks.request_context import address_of_our_own, council, current_actor, reading
from callbacks.wiring import Address
from db.queries import audit, governance
from documents.governance.calendar import calendar
from documents.indicators.indicator_table import as_csv, as_workbook
from domain.editions.content import is_intact
from domain.errors import CompendiumError, NotFound
from domain.indicators.filtering import filters_from
from domain.terms import Access
from readers.intake.figures_file import written
from workflow.governance import policy

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def csv_file() -> Response:
    """The indicators that pass the address's filters, as CSV."""
    edition, rows = indicators.chosen(filters_from(request.args))
    return _file(as_csv(edition, rows), "text/csv; charset=utf-8", f"compendium-{edition.year}.csv")


def workbook() -> Response:
    """The indicators that pass the address's filters, as an XLSX workbook."""
    filters = filters_from(request.args)
    edition, rows = indicators.chosen(filters)
    return _file(as_workbook(edition, rows, filters), WORKBOOK, f"compendium-{edition.year}.xlsx")


def audit_log() -> Response:
    """Every entry of the audit log, one a line."""
    with reading() as session:
        lines = "".join(audit.export(session))
    return _file(lines.encode(), "application/jsonl; charset=utf-8", "audit-log.jsonl")


def meetings(year: int) -> Response:
    """The meetings about an edition and when their papers are due, for calendar programs."""
    with reading() as session:
        found = edition_request.record_at(session, _address(year))
    page = f"{address_of_our_own()}/editions/{year}"
    feed = calendar(found, council(), page)
    return _file(feed, "text/calendar; charset=utf-8", f"compendium-{year}.ics")


def version(year: int, name: str) -> Response:
    """The exact bytes of a frozen version, with the digest that they have."""
    with reading() as session:
        found = edition_request.record_at(session, _address(year))
        if not policy.may_read_version(current_actor(), found, name):
            raise NotFound(f"The {year} edition has no version {name[:12]}.")
        kept = governance.kept(session, year, name)
    if not is_intact(kept.content, kept.digest):
        raise CompendiumError(
            f"Version {name} is not what was frozen: its digest does not fit. Tell whoever looks "
            "after the database."
        )
    answer = _file(kept.content.encode(), "application/json", f"compendium-{year}-{name}.json")
    answer.headers["X-Content-SHA256"] = kept.digest
    answer.set_etag(kept.digest)
    answer.make_conditional(request)
    return answer


def figures(year: int) -> Response:
    """Every figure of an edition, to be filled in and brought back."""
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


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file: where it is, who may take it, what makes it."""

    name: str
    address: str
    access: Access
    make: Callable[..., Response]


DOWNLOADS = (
    Download("indicators-csv", "/indicators.csv", Access.PUBLISHED, csv_file),
    Download("indicators-xlsx", "/indicators.xlsx", Access.PUBLISHED, workbook),
    Download("audit-log", "/audit-log.jsonl", Access.AUDIT_EXPORT, audit_log),
    Download("meetings", "/editions/<int(max=9999):year>/calendar.ics", Access.PUBLISHED, meetings),
    Download("figures", "/editions/<int(max=9999):year>/figures.csv", Access.WORKING, figures),
    Download(
        "version", "/editions/<int(max=9999):year>/versions/<name>.json", Access.PUBLISHED, version
    ),
)


def add_downloads(server: Flask) -> None:
    """Register each download."""
    for download in DOWNLOADS:
        server.add_url_rule(download.address, f"download:{download.name}", download.make)
