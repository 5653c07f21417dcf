"""A route: an address that answers with a file or with data, and not with a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask
from flask.typing import ResponseReturnValue

from domain.terms import Access


@dataclass(frozen=True, slots=True)
class Route:
    """One address: who may use it, and the function that answers.

    The function receives the parts of the address as keyword arguments.
    """

    name: str
    address: str
    access: Access
    answer: Callable[..., ResponseReturnValue]
    method: str = "GET"

    @property
    def endpoint(self) -> str:
        """Return Flask's name for the route."""
        return f"route:{self.name}"


def add_routes(server: Flask, routes: Sequence[Route]) -> None:
    """Register the address of each route."""
    for route in routes:
        server.add_url_rule(route.address, route.endpoint, route.answer, methods=[route.method])
