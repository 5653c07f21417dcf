"""The text and figures of an edition: sign-offs, the checklist, officers' overrides."""

from typing import Any

from flask import request
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.editions.edition_request import can_take, content_now, record_at
from callbacks.request_context import reading
from db.queries import indicators, revisions
from domain.editions.checklist import checklist
from domain.editions.places import indicator
from domain.errors import CompendiumError
from domain.governance.terms import Action
from domain.indicators.fields import BY_RULE
from domain.indicators.indicator import Indicator
from layouts.editions import text as layout
from layouts.editions.text import Override
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show every section and dashboard of the address's edition."""
    return _sheet(address)


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show the same page with the reason why an upload was refused."""
    del typed
    parts = {name: str(value) for name, value in (request.view_args or {}).items()}
    return _sheet(Address(request.path, parts, {}, {}), refusal=str(refusal))


def _sheet(address: Address, *, refusal: str = "") -> PageContent:
    with reading() as session:
        record = record_at(session, address)
        year = record.status.year
        content = content_now(session, record)
        units = revisions.units(session, year)
    overrides = [
        Override(indicator(slug), fields["name"], fields["override_reason"])
        for slug, fields in content["indicators"].items()
        if fields["override_reason"]
    ]
    return layout.page(
        record.status,
        units,
        checklist(content),
        overrides,
        token=generate_csrf(),
        may_edit=can_take(Action.EDIT, record.status.stage),
        refusal=refusal,
        notices=request_context.notices(),
    )


def figures(address: Address) -> list[dict[str, Any]]:
    """Return a row for each indicator of the download: indicator, revision, name and its fields."""
    with reading() as session:
        year = record_at(session, address).status.year
        newest = revisions.numbers(session, year)
        rows = indicators.of_edition(session, year)
        return [
            {
                "indicator": row.slug,
                "revision": newest.get(indicator(row.slug), 0),
                "name": row.name,
                **_with_rule(row, revisions.fields_at(session, year, indicator(row.slug))),
            }
            for row in rows
        ]


def _with_rule(row: Indicator, fields: dict[str, Any]) -> dict[str, Any]:
    by_rule = not row.rule_differs and not fields["override_reason"]
    return {**fields, "direction": BY_RULE} if by_rule else fields
