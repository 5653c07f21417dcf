"""hold benchmark values as columns.

A quarter of a million rows took every process three seconds to read; as typed columns in the row of
their release they take twenty milliseconds. The values of the old table are carried over.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import numpy as np
import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

VALUES = """
    SELECT i.slug, v.period, v.area_code, v.value, v.lower, v.upper
    FROM benchmark_value v JOIN benchmark_indicator i ON i.id = v.indicator_id
    ORDER BY v.indicator_id, v.period, v.area_code
"""


def upgrade() -> None:
    """Put the values into the row of their release, and drop their table."""
    connection = op.get_bind()
    digest = connection.scalar(sa.text("SELECT digest FROM comparison_release"))
    figures = _packed(connection.execute(sa.text(VALUES)).all())
    op.drop_table("comparison_release")
    release = op.create_table(
        "comparison_release",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("figures", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_comparison_release")),
    )
    if digest is not None:
        op.bulk_insert(release, [{"digest": digest, "figures": figures}])
    op.drop_table("benchmark_value")


def _packed(rows: Sequence[sa.Row[Any]]) -> bytes:
    areas = sorted({row.area_code for row in rows})
    series = list(dict.fromkeys((row.slug, row.period) for row in rows))
    across = {code: index for index, code in enumerate(areas)}
    down = {head: index for index, head in enumerate(series)}
    figures = np.full((3, len(series), len(areas)), np.nan)
    for row in rows:
        place = down[row.slug, row.period], across[row.area_code]
        for layer, number in enumerate((row.value, row.lower, row.upper)):
            figures[layer][place] = np.nan if number is None else number
    whole = BytesIO()
    np.savez_compressed(
        whole,
        areas=np.array(areas, dtype=np.str_),
        series=np.array(series, dtype=np.str_).reshape(-1, 2),
        figures=figures,
    )
    return whole.getvalue()


def downgrade() -> None:
    """Take the values out again, a row for each."""
    connection = op.get_bind()
    indicators = connection.execute(sa.text("SELECT slug, id FROM benchmark_indicator"))
    ids: dict[str, int] = {row.slug: row.id for row in indicators}
    loaded = connection.execute(sa.text("SELECT digest, figures FROM comparison_release")).first()
    table = op.create_table(
        "benchmark_value",
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=15), nullable=False),
        sa.Column("area_code", sa.String(length=9), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("lower", sa.Double(), nullable=True),
        sa.Column("upper", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["area_code"],
            ["area.code"],
            name=op.f("fk_benchmark_value_area_code_area"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["indicator_id"],
            ["benchmark_indicator.id"],
            name=op.f("fk_benchmark_value_indicator_id_benchmark_indicator"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "indicator_id", "period", "area_code", name=op.f("pk_benchmark_value")
        ),
        sqlite_with_rowid=False,
    )
    op.drop_table("comparison_release")
    release = op.create_table(
        "comparison_release",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_comparison_release")),
    )
    if loaded is not None:
        op.bulk_insert(release, [{"digest": loaded.digest}])
        op.bulk_insert(table, _rows(loaded.figures, ids))


def _rows(figures: bytes, ids: dict[str, int]) -> list[dict[str, object]]:
    with np.load(BytesIO(figures), allow_pickle=False) as columns:
        areas, series = columns["areas"].tolist(), columns["series"].tolist()
        value, lower, upper = (layer.tolist() for layer in columns["figures"])
    return [
        {
            "indicator_id": ids[slug],
            "period": period,
            "area_code": code,
            "value": value[row][column],
            "lower": _known(lower[row][column]),
            "upper": _known(upper[row][column]),
        }
        for row, (slug, period) in enumerate(series)
        for column, code in enumerate(areas)
        if value[row][column] == value[row][column]  # NaN is unlike itself
    ]


def _known(number: float) -> float | None:
    return None if np.isnan(number) else number
