"""Accounts, for administrators."""

from collections.abc import Sequence

from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict

from callbacks import request_context
from callbacks.address import Address
from callbacks.request_context import reading
from db.queries import people
from domain.errors import CompendiumError
from domain.terms import Role
from layouts.people import people as layout
from layouts.people.people import Account, Typed
from layouts.shell import PageContent


def view(address: Address) -> PageContent:
    """Show every account."""
    del address
    return _sheet(Typed(), notices=request_context.notices())


def again(typed: MultiDict[str, str], refusal: CompendiumError) -> PageContent:
    """Show the accounts with the refusal and what was typed for a new account."""
    roles = frozenset(role for role in Role if role.value in typed.getlist("role"))
    if "name" not in typed:
        return _sheet(Typed(), refusal=str(refusal))
    return _sheet(Typed(typed.get("username", ""), typed["name"], roles), refusal=str(refusal))


def _sheet(typed: Typed, *, refusal: str = "", notices: Sequence[str] = ()) -> PageContent:
    with reading() as session:
        accounts = [
            Account(
                person.username,
                person.name,
                person.roles,
                disabled=person.disabled_at is not None,
                email=person.email,
            )
            for person in people.everyone(session)
        ]
    return layout.page(
        accounts, token=generate_csrf(), typed=typed, refusal=refusal, notices=notices
    )
