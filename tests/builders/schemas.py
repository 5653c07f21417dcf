"""Variants of the product's schemas, with more or fewer fields."""

from dataclasses import replace

from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas
from domain.fields import Field


def with_fields(kind_name: str, *fields: Field, schemas: Schemas = SCHEMAS) -> Schemas:
    """Return the schemas with additional fields of a kind."""
    return Schemas(
        tuple(
            replace(kind, fields=(*kind.fields, *fields)) if kind.name == kind_name else kind
            for kind in schemas.kinds
        )
    )


def without_field(kind_name: str, name: str, schemas: Schemas = SCHEMAS) -> Schemas:
    """Return the schemas without a field of a kind."""
    return Schemas(
        tuple(
            replace(kind, fields=tuple(field for field in kind.fields if field.name != name))
            if kind.name == kind_name
            else kind
            for kind in schemas.kinds
        )
    )


NEXT = SCHEMAS.newest + 1
TRIAL = with_fields(
    "indicator",
    Field("dashboard_id", since=NEXT, default=0),
    schemas=with_fields("dashboard", Field("outcome_id", since=NEXT, default=0)),
)
"""A next schema with two columns that content leaves out so far."""
LATER = with_fields(
    "indicator",
    Field("override_reason", since=NEXT, default="", editable=True),
    schemas=without_field("indicator", "override_reason"),
)
"""The schemas with this editable field introduced by the next schema."""
