"""Security headers on every response, and the caching time of each kind."""

from http import HTTPStatus

from flask import Flask, Response, request

from app.web.static_files import CURRENT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; "
    "manifest-src 'self'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
A_YEAR = "public, max-age=31536000, immutable"


def add_headers(server: Flask) -> None:
    """Add the headers to all responses, refusals and files included."""

    @server.after_request
    def put_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if server.config["SESSION_COOKIE_SECURE"]:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        _say_how_long(response)
        _close_in_the_end(response)
        return response


def _close_in_the_end(response: Response) -> None:
    """Close a sent file, which compressing it on the way would leave open."""
    close = getattr(response.response, "close", None)
    if response.is_streamed and close is not None:
        response.call_on_close(close)


def _say_how_long(response: Response) -> None:
    if request.path.startswith("/assets/"):
        lasting = request.path.endswith(".woff2") or request.args.get("v") == CURRENT
        keep = lasting and response.status_code == HTTPStatus.OK
        response.headers["Cache-Control"] = A_YEAR if keep else "no-cache"
    elif not request.path.startswith("/_dash-component-suites/"):
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Cookie, Accept-Encoding"
