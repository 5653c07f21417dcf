"""Schemas for trying: the product's, with more or fewer fields."""

from dataclasses import replace

from domain.editions.kinds import SCHEMAS
from domain.editions.schemas import Schemas
from domain.fields import Field


def with_fields(kind: str, *fields: Field, schemas: Schemas = SCHEMAS) -> Schemas:
    """Return the schemas with some more fields of a kind."""
    return Schemas(
        tuple(
            replace(each, fields=(*each.fields, *fields)) if each.name == kind else each
            for each in schemas.kinds
        )
    )


def without_field(kind: str, name: str, schemas: Schemas = SCHEMAS) -> Schemas:
    """Return the schemas as they would be if a field of a kind had never been."""
    return Schemas(
        tuple(
            replace(each, fields=tuple(field for field in each.fields if field.name != name))
            if each.name == kind
            else each
            for each in schemas.kinds
        )
    )


NEXT = SCHEMAS.newest + 1
TRIAL = with_fields(
    "indicator",
    Field("dashboard_id", since=NEXT, default=0),
    schemas=with_fields("dashboard", Field("outcome_id", since=NEXT, default=0)),
)
"""The next schema, with two columns that content has left out so far."""
LATER = with_fields(
    "indicator",
    Field("override_reason", since=NEXT, default="", editable=True),
    schemas=without_field("indicator", "override_reason"),
)
"""What the schemas would be if this field, which can be edited, were new."""
