"""The steps that a page offers, as links that look like buttons; the first is the primary one."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component

from domain.governance.action_wording import WORDS
from domain.governance.terms import Action


def buttons(actions: Sequence[Action], leads_to: Callable[[Action], str]) -> Component:
    """Return one link for each step; ``leads_to`` gives its address."""
    return html.P(
        [
            html.A(
                WORDS[action].name,
                href=leads_to(action),
                className="btn btn-primary" if not index else "btn btn-outline-primary",
            )
            for index, action in enumerate(actions)
        ],
        className="doing",
    )
