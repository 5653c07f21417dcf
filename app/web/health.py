"""The icon that browsers request by themselves, and the health check of the load balancer."""

from flask import Response, jsonify, send_from_directory
from sqlalchemy import text

from app.web import static_files
from app.web.route import Route
from callbacks.request_context import reading
from domain.terms import Access


def favicon() -> Response:
    """Answer with the icon, for browsers that do not read the page's own link to it."""
    return send_from_directory(static_files.FOLDER, "icon.svg")


def healthz() -> Response:
    """Answer that the product and its database work."""
    with reading() as session:
        session.execute(text("SELECT 1 FROM edition"))
    return jsonify(status="ok")


HEALTH = (
    Route("favicon", "/favicon.ico", Access.PUBLISHED, favicon),
    Route("healthz", "/healthz", Access.PUBLISHED, healthz),
)
