"""The current user's account."""

from collections.abc import Mapping, Sequence

from flask_wtf.csrf import generate_csrf

from callbacks import request_context
from callbacks.address import Address
from callbacks.request_context import current_actor
from domain.errors import CompendiumError
from domain.terms import Access, Role
from layouts.people import account as layout
from layouts.shell import PageContent
from workflow.access import accesses_of


def view(address: Address) -> PageContent:
    """Show who is signed in, their roles and what they may do."""
    del address
    return _sheet(notices=request_context.notices())


def again(typed: Mapping[str, str], refusal: CompendiumError) -> PageContent:
    """Show the account with the reason why a form was refused."""
    del typed
    return _sheet(refusal=str(refusal))


def _sheet(*, refusal: str = "", notices: Sequence[str] = ()) -> PageContent:
    actor = current_actor()
    return layout.page(
        name=actor.name,
        username=actor.username,
        roles=[role for role in Role if role in actor.roles],
        accesses=[access for access in accesses_of(actor) if access is not Access.SIGN_IN],
        token=generate_csrf(),
        refusal=refusal,
        notices=notices,
    )
