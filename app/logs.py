"""Structured logs: one line of JSON for each request and each failure, to standard error."""

import logging
import sys
import time
from typing import TextIO

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("compendium")


def set_up(stream: TextIO | None = None) -> None:
    """Write log lines as JSON; without a stream, to what is standard error when a line is written."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(stream or sys.stderr),
    )


def write_structured(server: Flask) -> None:
    """Log every request but the static files and the load balancer's."""

    @server.before_request
    def note_the_time() -> None:
        g.began = time.perf_counter()

    @server.after_request
    def note_the_request(response: Response) -> Response:
        if not request.path.startswith(QUIET):
            log.info(
                "request",
                method=request.method,
                path=request.path,
                status=response.status_code,
                milliseconds=round((time.perf_counter() - g.get("began", 0)) * 1000, 1),
                person=g.actor.person_id if "actor" in g else None,
            )
        return response


QUIET = ("/assets/", "/_dash-component-suites/", "/healthz")
