"""The kinds of content in an edition: the table from which all handling of them is derived.

To add a kind, add a row whose ``since`` is the next schema, and its table to ``TABLES`` of
``db/content_tables.py``. To add a field, add a row with the next schema and the default for older
content; those of indicators are in ``domain.indicators.fields``. A row that was released must
not change, because older content is read with it.
"""

from collections.abc import Mapping

from domain.editions.schemas import Kind, Schemas
from domain.fields import Field, FieldKind
from domain.indicators.fields import INDICATOR_FIELDS

EDITION = "edition"
SECTION, INDICATOR, DASHBOARD = "section", "indicator", "dashboard"

SCHEMAS = Schemas(
    (
        Kind(
            EDITION,
            (
                Field("year"),
                Field("title"),
                Field("data_year"),
                Field("previous_data_year"),
                Field("plan"),
            ),
            is_one=True,
            title_field="year",
            titled="the {} edition",
        ),
        Kind(
            SECTION,
            (
                Field("slug"),
                Field("position"),
                Field("document"),
                Field("title"),
                Field("outcome"),
                Field("sub_outcome"),
                Field(
                    "body",
                    editable=True,
                    kind=FieldKind.PROSE,
                    label="Text",
                    hint="Markdown: a blank line between paragraphs, - before a point of a list, ### "
                    "before a heading, **bold**.",
                    lines=22,
                    begins=True,
                ),
            ),
            title_field="title",
            unit=SECTION,
            document_field="document",
            is_text=True,
        ),
        Kind(
            INDICATOR,
            INDICATOR_FIELDS,
            title_field="name",
            unit=DASHBOARD,
            unit_field="dashboard",
        ),
        Kind(
            DASHBOARD,
            (
                Field("slug"),
                Field("position"),
                Field("name"),
                Field("outcome"),
                Field("comparator"),
                Field("note"),
                Field("has_targets"),
                Field("in_headline"),
            ),
            title_field="name",
            titled="{} dashboard",
            unit=DASHBOARD,
        ),
        Kind("comparison", is_one=True),
        Kind("methods", is_one=True),
    )
)
"""All kinds. The number of the newest schema is the highest ``since``."""

KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in SCHEMAS.kinds if kind.title_field and not kind.is_one
}
"""The kinds of which an edition has many entries, by name, in the order of comparisons."""
TEXT_KINDS: Mapping[str, Kind] = {name: kind for name, kind in KINDS.items() if kind.editable}
"""The kinds whose entries are edited."""
FIELDS_BY_NAME: Mapping[str, Field] = {
    field.name: field
    for is_editable in (False, True)
    for kind in SCHEMAS.kinds
    for field in kind.fields
    if field.editable is is_editable
}
"""Fields by name, an editable one before others of its name. Editable fields that share a name share
their label and control too."""
MULTILINE_FIELDS = frozenset(
    field.name for kind in TEXT_KINDS.values() for field in kind.fields if field.is_multiline
)
"""The fields that hold several lines."""
BEGINNING_FIELDS = tuple(
    field.name for kind in TEXT_KINDS.values() for field in kind.fields if field.begins
)
"""The fields of which at least one has a value in every entry that was written."""
