"""The product on a port of its own, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from werkzeug.serving import WSGIRequestHandler, make_server

from app import create_app
from app.settings import Settings


class Quiet(WSGIRequestHandler):
    """Keeps connections open as a real server does, and prints nothing."""

    protocol_version = "HTTP/1.1"

    def log(self, kind: str, message: str, *parts: object) -> None:
        pass


@contextmanager
def served(database: str) -> Iterator[str]:
    """The address of the product on a database, in demonstration mode."""
    settings = Settings(
        secret="only for the browser's tests, 1 2 3 4",
        database=database,
        demonstration=True,
        https=False,
    )
    server = make_server(
        "127.0.0.1", 0, create_app(settings).server, threaded=True, request_handler=Quiet
    )
    serving = Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()
