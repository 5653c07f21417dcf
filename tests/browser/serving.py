"""The product on a port of its own, in this process."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

from app.assembly import create_app
from app.settings import Settings


class Quiet(WSGIRequestHandler):
    """Keeps connections open as a real server does, and prints nothing."""

    protocol_version = "HTTP/1.1"

    def log(self, kind: str, message: str, *parts: object) -> None:
        pass


def read_at_once(product: WSGIApplication) -> WSGIApplication:
    """Read each answer to its end and close it before any of it is sent.

    Werkzeug's server leaves an answer open where a browser goes away while it is being sent.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        with closing(ClosingIterator(product(environ, start_response))) as parts:
            return list(parts)

    return answer


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
        "127.0.0.1",
        0,
        read_at_once(create_app(settings).server),
        threaded=True,
        request_handler=Quiet,
    )
    serving = Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    serving.join()
