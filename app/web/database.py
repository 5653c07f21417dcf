"""The database that posted forms write to. Callbacks have only ``reading()``, which cannot write."""

from flask import current_app

from callbacks.request_context import DATABASE
from db.session import Database


def database() -> Database:
    """Return the application's database."""
    application_database: Database = current_app.extensions[DATABASE]
    return application_database
