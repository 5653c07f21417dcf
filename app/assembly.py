"""``create_app``: one Dash application with its server, database, routes and gate."""

from dash import Dash
from flask import Flask
from flask_compress import Compress
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from app import logs
from app.settings import Settings
from app.web import gate, headers, pages, problem_pages, static_files
from app.web.document import DASH, PageDash
from app.web.forms.posting import add_forms
from app.web.forms.table import FORMS
from app.web.route import add_routes
from app.web.routes import ROUTES
from callbacks.problems import show_problem
from callbacks.request_context import DATABASE, SETTINGS
from db.session import Database
from workflow.people.sessions import LASTS


def create_app(settings: Settings) -> Dash:
    """Assemble the product. ``create_app(...).server`` is the WSGI application."""
    app = PageDash(
        "compendium",
        server=Flask("compendium", static_folder=None),
        assets_folder=str(static_files.FOLDER),
        include_assets_files=False,
        include_pages_meta=False,
        suppress_callback_exceptions=True,
        update_title="",
        title=settings.council.name,
        on_error=show_problem,
        enable_mcp=False,
        add_log_handler=False,
    )
    server: Flask = app.server
    server.config.update(
        SECRET_KEY=settings.secret,
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        PERMANENT_SESSION_LIFETIME=LASTS,
        SESSION_COOKIE_NAME="compendium",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        # a late answer with the old cookie would overwrite a newer one
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br", "gzip"],
    )
    server.extensions[DASH] = app
    server.extensions[SETTINGS] = settings
    server.extensions[DATABASE] = Database(settings.database)
    CSRFProtect(server)
    Compress(server)
    logs.write_structured(server)
    pages.add_pages(app)
    add_forms(server, FORMS)
    add_routes(server, ROUTES)
    problem_pages.add_problem_pages(server)
    headers.add_headers(server)
    gate.guard(app)
    if settings.proxies:
        count = settings.proxies
        # Flask's documented way to wrap the application, which its types declare as a method
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    return app
