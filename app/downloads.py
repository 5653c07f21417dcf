"""Files that a reader takes away: the same rows as on screen, as CSV or a workbook."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, request

from callbacks import indicators
from callbacks.asking import reading
from db.queries import audit
from documents.indicator_table import as_csv, as_workbook
from domain.filtering import filters_from
from domain.terms import Access

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
    make: Callable[[], Response]


DOWNLOADS = (
    Download("indicators-csv", "/indicators.csv", Access.PUBLISHED, csv_file),
    Download("indicators-xlsx", "/indicators.xlsx", Access.PUBLISHED, workbook),
    Download("audit-log", "/audit-log.jsonl", Access.AUDIT_LOG, audit_log),
)


def add_downloads(server: Flask) -> None:
    """Register each download."""
    for download in DOWNLOADS:
        server.add_url_rule(download.address, f"download:{download.name}", download.make)
