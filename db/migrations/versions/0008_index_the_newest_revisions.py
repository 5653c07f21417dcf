"""index the newest revisions of each place by person and cause.

Pages ask who wrote last, and who wrote since a version was frozen, without reading the whole history.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLUMNS = ["edition_id", "place", "by", "cause", "id"]


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_revision_newest", "revision", COLUMNS)


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_revision_newest", "revision")
