"""The form of a comparison page; its whole state is in the address."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.comparison.areas import Area, ComparatorGroup
from layouts.comparison import ids
from layouts.parts.at_once import AT_ONCE


@dataclass(frozen=True, slots=True)
class Choice:
    """One field: a list to choose from, or a figure to type where there are no ``options``.

    ``name`` is its parameter in the address; ``ids.choice`` makes its id from the page and the name.
    ``usual`` is the value that an address leaves out: the first option where it is not given.
    ``fault`` is what is wrong with the typed value.
    """

    label: str
    name: str
    value: str
    options: Sequence[tuple[str, str]] = ()
    usual: str = ""
    hint: str = ""
    fault: str = ""
    wide: bool = False

    @property
    def left_out(self) -> str:
        """Return the value that an address leaves out."""
        return self.usual or (self.options[0][0] if self.options else "")


def form(
    path: str,
    choices: Sequence[Choice],
    *carried: Component,
    about: str,
    button: str = "Show",
    page: str = "",
) -> Component:
    """Lay out the fields; submitting them gives an address that holds the whole view.

    Ids contain ``path``; pass ``page`` where one page has many paths. ``carried`` are hidden fields.
    """
    return html.Form(
        [
            *carried,
            *(_field(choice, ids.choice(page or path, choice.name)) for choice in choices),
            html.Div(
                dbc.Button(button, type="submit", color="primary", outline=True),
                className="buttons",
            ),
        ],
        id=ids.Comparison.FORM,
        method="get",
        action=path,
        autoComplete="off",
        className="filters",
        role="search",
        **{"aria-label": about, **AT_ONCE},
    )


def council(areas: Iterable[Area], chosen: Area, *, usual: str) -> Choice:
    """Return the choice of the council; ``usual`` is the code of the settings' council."""
    named = sorted((area.name, area.code) for area in areas)
    options = [(code, name) for name, code in named]
    return Choice("Council", "ours", chosen.code, options, usual)


def group(groups: Mapping[str, ComparatorGroup], chosen: ComparatorGroup, *, usual: str) -> Choice:
    """Return the choice of the comparator group; ``usual`` is the slug of the page's own group."""
    options = [(slug, f"{group.name} ({group.n})") for slug, group in groups.items()]
    return Choice("Compared with", "group", chosen.slug, options, usual, wide=True)


def _field(choice: Choice, id: str) -> Component:
    options = [{"value": value, "label": label} for value, label in choice.options]
    control = (
        dbc.Select(id=id, name=choice.name, value=choice.value, options=options)
        if options
        else dbc.Input(
            id=id,
            name=choice.name,
            value=choice.value,
            type="text",
            inputmode="numeric",
            debounce=True,
            maxlength=20,
        )
    )
    hint = html.Small(choice.hint) if choice.hint else None
    fault = html.Small(choice.fault, className="worse") if choice.fault else None
    return html.Div(
        [dbc.Label([choice.label, fault] if fault else choice.label, html_for=id), control, hint],
        className="wide" if choice.wide else "",
        **{"data-usual": choice.left_out},
    )
