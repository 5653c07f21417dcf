"""Alembic's environment: migrations run on the given connection, in one transaction."""

from alembic import context

from db import models  # noqa: F401 - importing them fills the metadata
from db.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
