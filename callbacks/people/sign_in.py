"""The sign-in page."""

from collections.abc import Mapping, Sequence

from flask_wtf.csrf import generate_csrf

from callbacks import request_context
from callbacks.address import Address
from callbacks.request_context import demonstration, reading
from db.queries import people
from domain import formatting
from domain.errors import CompendiumError
from domain.people.demonstration import PASSWORD
from domain.people.role_wording import ROLES
from layouts.people import sign_in as layout
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show the form; in a demonstration also the people to sign in as."""
    return _sheet(onward=address.query.get("next", ""), notices=request_context.notices())


def again(typed: Mapping[str, str], refusal: CompendiumError) -> PageContent:
    """Show the form with what was typed, except the password, and the reason for the refusal."""
    return _sheet(
        onward=typed.get("next", ""), username=typed.get("username", "")[:60], refusal=str(refusal)
    )


def _sheet(
    *, onward: str, username: str = "", refusal: str = "", notices: Sequence[str] = ()
) -> PageContent:
    return layout.page(
        token=generate_csrf(),
        onward=onward,
        username=username,
        refusal=refusal,
        people=_people() if demonstration() else (),
        password=PASSWORD,
        notices=notices,
    )


def _people() -> list[tuple[str, str]]:
    with reading() as session:
        return [
            (
                person.username,
                formatting.listed([ROLES[role] for role in sorted(person.roles)]),
            )
            for person in people.demonstration(session)
        ]
