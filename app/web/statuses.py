"""The HTTP status of an error by its code; other codes answer 400."""

from collections.abc import Mapping
from typing import NamedTuple

from domain.errors import CompendiumError


class Statuses(NamedTuple):
    """The status of a page that only reports an error, and of a form that comes back."""

    page: int
    form: int


BAD_REQUEST = Statuses(page=400, form=400)
STATUSES: Mapping[str, Statuses] = {
    "not-found": Statuses(page=404, form=400),
    "not-permitted": Statuses(page=403, form=400),
    "too-many-attempts": Statuses(page=400, form=429),
}


def of_page(error: CompendiumError) -> int:
    """Return the status of the page that answers an error."""
    return STATUSES.get(error.code, BAD_REQUEST).page


def of_form(error: CompendiumError) -> int:
    """Return the status of a form's own page, drawn again with why the form was refused."""
    return STATUSES.get(error.code, BAD_REQUEST).form
