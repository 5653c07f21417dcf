"""The fields of an indicator: the table from which all handling of them is derived.

To add a field, add a row with the next schema as its ``since``, its attribute to
``domain.indicators.indicator.Indicator`` if rules or tables use it, and its column with a migration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from domain.fields import Choices, Field, FieldKind
from domain.indicators import indicator_wording
from domain.indicators.direction_of_travel import ToleranceIn
from domain.indicators.indicator import Indicator
from domain.indicators.notation import Printed, read, read_quartile
from domain.indicators.terms import Direction, Method, Rating
from domain.terms import Polarity

BY_RULE = "rule"
"""The choice to compute the arrow by the declared rule."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of the table that readers download: ``position`` orders it, width in characters."""

    position: int
    heading: str
    width: int
    cell: Callable[[Indicator], object]


@dataclass(frozen=True, slots=True)
class FileColumn:
    """The column of ``indicators.csv`` that holds a field; ``position`` orders the columns."""

    position: int
    name: str


@dataclass(frozen=True, slots=True)
class IndicatorField(Field):
    """One field of an indicator, with the columns of the download and of the loaded file."""

    table: tuple[TableColumn, ...] = ()
    file: FileColumn | None = None


def _number(cell: Printed) -> float | None:
    return float(cell.low.number) if cell.low else None


def _words(words: type[StrEnum]) -> Choices:
    return Choices(words, {word: word.value for word in words})


_DIRECTIONS = Choices(
    Direction, indicator_wording.DIRECTIONS, first=(BY_RULE, "As the indicator's rule says")
)
_RATINGS = Choices(Rating, indicator_wording.RATINGS, first=("", "None"))
_POLARITIES = Choices(Polarity, indicator_wording.POLARITIES)

INDICATOR_FIELDS: tuple[IndicatorField, ...] = (
    IndicatorField(
        "number",
        kind=FieldKind.NUMBER,
        next_year="number",
        table=(TableColumn(10, "Number", 8, lambda row: row.number),),
        file=FileColumn(10, "number"),
    ),
    IndicatorField("slug", kind=FieldKind.KEY, next_year="slug", file=FileColumn(20, "slug")),
    IndicatorField(
        "name",
        kind=FieldKind.TITLE,
        next_year="name",
        table=(TableColumn(40, "Indicator", 60, lambda row: row.name),),
        file=FileColumn(50, "indicator"),
    ),
    IndicatorField(
        "section",
        next_year="section",
        table=(TableColumn(30, "Section", 26, lambda row: row.section),),
        file=FileColumn(40, "section"),
    ),
    IndicatorField(
        "strategic_plan",
        kind=FieldKind.FLAG,
        next_year="strategic_plan",
        table=(
            TableColumn(
                50, "Strategic Plan", 10, lambda row: "yes" if row.strategic_plan else "no"
            ),
        ),
        file=FileColumn(60, "strategic_plan"),
    ),
    IndicatorField("position", kind=FieldKind.NUMBER),
    IndicatorField(
        "dashboard",
        kind=FieldKind.KEY,
        table=(TableColumn(20, "Dashboard", 24, lambda row: row.dashboard.name),),
        file=FileColumn(30, "dashboard"),
    ),
    IndicatorField(
        "polarity",
        kind=FieldKind.CHOICE,
        choices=_POLARITIES,
        next_year="polarity",
        table=(
            TableColumn(60, "Polarity", 18, lambda row: indicator_wording.POLARITIES[row.polarity]),
        ),
        file=FileColumn(70, "polarity"),
    ),
    IndicatorField(
        "rule.method", kind=FieldKind.CHOICE, choices=_words(Method), next_year="rule.method"
    ),
    IndicatorField("rule.tolerance", read=Decimal, next_year="rule.tolerance"),
    IndicatorField(
        "rule.tolerance_in",
        kind=FieldKind.CHOICE,
        choices=_words(ToleranceIn),
        next_year="rule.tolerance_in",
    ),
    IndicatorField("rule.sample", kind=FieldKind.NUMBER, next_year="rule.sample"),
    IndicatorField("rule.reason", next_year="rule.reason"),
    IndicatorField(
        "value",
        editable=True,
        kind=FieldKind.FIGURE,
        label="Value",
        hint="As it is to be printed, like 45.1%, £27.0bn, 1,991k, N/A.",
        begins=True,
        read=read,
        table=(
            TableColumn(70, "Value", 12, lambda row: row.value.text),
            TableColumn(80, "Value as a number", 16, lambda row: _number(row.value)),
            TableColumn(
                90, "Unit", 6, lambda row: row.value.low.unit.value if row.value.low else ""
            ),
        ),
        file=FileColumn(80, "value"),
    ),
    IndicatorField(
        "period",
        editable=True,
        kind=FieldKind.PERIOD,
        label="Period of the value",
        hint="The real period of this value, like 2022/23 or 2021.",
        begins=True,
        table=(TableColumn(100, "Period", 16, lambda row: row.period),),
        file=FileColumn(140, "period"),
    ),
    IndicatorField(
        "previous",
        editable=True,
        kind=FieldKind.FIGURE,
        label="Previous value",
        read=read,
        next_year="value",
        table=(
            TableColumn(110, "Value before", 12, lambda row: row.previous.text),
            TableColumn(120, "Value before as a number", 16, lambda row: _number(row.previous)),
        ),
        file=FileColumn(90, "previous"),
    ),
    IndicatorField(
        "previous_period",
        editable=True,
        kind=FieldKind.PERIOD,
        label="Period of the previous value",
        next_year="period",
        table=(TableColumn(130, "Period before", 16, lambda row: row.previous_period),),
        file=FileColumn(150, "previous_period"),
    ),
    IndicatorField(
        "target",
        editable=True,
        kind=FieldKind.TARGET,
        label="Target",
        hint="As it is to be printed, like 50%, 28%-40%, or words.",
        read=read,
        next_year="target",
        table=(
            TableColumn(160, "Target", 14, lambda row: row.target.text),
            TableColumn(
                170,
                "Target met",
                12,
                lambda row: indicator_wording.VERDICTS[row.judged.verdict],
            ),
        ),
        file=FileColumn(100, "target"),
    ),
    IndicatorField(
        "quartile",
        editable=True,
        kind=FieldKind.QUARTILE,
        label="Quartile position",
        hint="Like 2nd, 2nd (2021) or -.",
        read=read_quartile,
        table=(
            TableColumn(180, "Quartile", 14, lambda row: row.quartile.text),
            TableColumn(190, "Position", 44, indicator_wording.position),
        ),
        file=FileColumn(110, "quartile"),
    ),
    IndicatorField(
        "direction",
        editable=True,
        kind=FieldKind.CHOICE,
        label="Direction of travel",
        choices=_DIRECTIONS,
        blank=Direction.UNDETERMINED.value,
        table=(
            TableColumn(
                140,
                "Direction of travel (published)",
                18,
                lambda row: indicator_wording.DIRECTIONS[row.direction],
            ),
            TableColumn(
                150,
                "Direction of travel (by rule)",
                18,
                lambda row: indicator_wording.DIRECTIONS[row.decision.direction],
            ),
        ),
        file=FileColumn(120, "direction"),
    ),
    IndicatorField(
        "rating",
        editable=True,
        kind=FieldKind.CHOICE,
        label="Rating",
        choices=_RATINGS,
        table=(
            TableColumn(
                200,
                "Rating",
                18,
                lambda row: indicator_wording.RATINGS[row.rating] if row.rating else "",
            ),
        ),
        file=FileColumn(130, "rating"),
    ),
    IndicatorField(
        "source",
        editable=True,
        label="Source",
        next_year="source",
        table=(TableColumn(220, "Source", 34, lambda row: row.source),),
        file=FileColumn(160, "source"),
    ),
    IndicatorField(
        "commentary",
        editable=True,
        kind=FieldKind.PROSE,
        label="Commentary",
        lines=7,
        table=(TableColumn(210, "Commentary", 70, lambda row: row.commentary),),
        file=FileColumn(170, "commentary"),
    ),
    IndicatorField(
        "override_reason",
        editable=True,
        kind=FieldKind.NOTE,
        label="Reason for a judgement",
        hint="Needed when the arrow is not the rule's, a rating is given or a quartile position is "
        "replaced.",
        lines=3,
    ),
)
INDICATOR_FIELD: Mapping[str, IndicatorField] = {field.name: field for field in INDICATOR_FIELDS}
"""The rows by field name."""
TABLE_COLUMNS = tuple(
    sorted(
        (column for field in INDICATOR_FIELDS for column in field.table),
        key=lambda column: column.position,
    )
)
"""The columns of the table that readers download, in their order."""
FILE_COLUMNS: tuple[tuple[str, IndicatorField], ...] = tuple(
    (name, field)
    for _, name, field in sorted(
        (field.file.position, field.file.name, field) for field in INDICATOR_FIELDS if field.file
    )
)
"""The columns of ``indicators.csv`` in their order, each with its field."""
