"""The icon that browsers ask for by themselves, and the load balancer's question."""

from flask import Flask, Response, jsonify, send_from_directory
from sqlalchemy import text

from app.web import static_files
from callbacks.request_context import reading
from domain.terms import Access

ROUTES = {"healthz": Access.PUBLISHED, "favicon": Access.PUBLISHED}


def add_upkeep(server: Flask) -> None:
    """Serve the icon and ``/healthz``."""
    server.add_url_rule("/favicon.ico", "favicon", favicon)
    server.add_url_rule("/healthz", "healthz", healthz)


def favicon() -> Response:
    """The icon, for browsers that do not read the page's own link to it."""
    return send_from_directory(static_files.FOLDER, "icon.svg")


def healthz() -> Response:
    """Say that the product and its database answer."""
    with reading() as session:
        session.execute(text("SELECT 1 FROM edition"))
    return jsonify(status="ok")
