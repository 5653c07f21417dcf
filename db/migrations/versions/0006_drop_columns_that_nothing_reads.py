"""drop the columns that nothing reads.

The product reads the figures as printed; the dropped columns held parsed copies that nothing
used. A downgrade adds the columns again, empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER, UNIT, BOUND = (
    "DOUBLE PRECISION",
    "VARCHAR(4) DEFAULT '' NOT NULL",
    "VARCHAR(2) DEFAULT '' NOT NULL",
)
COLUMNS = (
    ("indicator", "value_number", NUMBER),
    ("indicator", "value_unit", UNIT),
    ("indicator", "value_scale", UNIT),
    ("indicator", "previous_number", NUMBER),
    ("indicator", "previous_unit", UNIT),
    ("indicator", "previous_scale", UNIT),
    ("indicator", "target_bound", BOUND),
    ("indicator", "target_low", NUMBER),
    ("indicator", "target_high", NUMBER),
    ("dashboard", "title_in_document", "VARCHAR DEFAULT '' NOT NULL"),
)
"""Dropped in place, because creating the tables again would delete the rows that refer to them."""


def upgrade() -> None:
    """Drop each column."""
    for table, column, _ in COLUMNS:
        op.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN {column}"))


def downgrade() -> None:
    """Add each column again, empty."""
    for table, column, kind in COLUMNS:
        op.execute(sa.text(f"ALTER TABLE {table} ADD COLUMN {column} {kind}"))
