"""A page as a whole document: readable as it arrives, with Dash where something is live.

Every page is first sent as plain HTML, so that it can be read at once, without JavaScript
and on paper. On pages with a chart or a callback Dash then draws the same tree again, and
``app/assets/live.js`` puts that in its place (docs/decisions/0003-pages-are-html-first.md).
"""

import re
from html import escape
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import g
from flask_wtf.csrf import generate_csrf

from app.web.delivered_forms import delivered
from app.web.html import html_of
from app.web.static_files import address
from callbacks.request_context import council, current_actor, demonstration
from layouts import shell
from layouts.parts import form_storage
from layouts.shell import PageContent
from workflow.access import accesses_of

DOCUMENT = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="{icon}" type="image/svg+xml">
<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{bootstrap}">
<link rel="stylesheet" href="{theme}">
{accent}
</head>
<body>
{body}
</body>
</html>"""
FONT = "/assets/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2"
UNUSED = re.compile(r'<script src="[^"]*/(?:dash_table/|deps/polyfill)[^"]*"></script>\s*')


class PageDash(Dash):
    """Dash with an index page of the product's own."""

    def interpolate_index(self, **kwargs: Any) -> str:
        """Return the document of the page that is being sent, with Dash's own scripts.

        Two bundles are left out: Dash's old table, which the product does not use, and the polyfills for
        browsers too old for the rest of Dash.
        """
        sheet: PageContent = g.sheet
        reading = html_of(in_layout(sheet))
        plotly = ""
        if g.charts:
            names = (f"charts/plotly-{g.charts}.min.js", "naming.js")
            plotly = "".join(f'<script src="{address(name)}"></script>' for name in names)
        scripts = UNUSED.sub("", kwargs["scripts"])
        entry = kwargs["app_entry"].replace(
            'id="react-entry-point"', 'id="react-entry-point" hidden'
        )
        renderer = kwargs["renderer"]
        body = (
            f'<div id="reading">{reading}</div>{entry}'
            f'{kwargs["config"]}<script src="{address("live.js")}"></script>'
            f"{plotly}{scripts}{renderer}"
        )
        return _document(sheet, body)


def whole_page(sheet: PageContent) -> str:
    """Return the document of a page without live parts."""
    return _document(sheet, html_of(in_layout(sheet)))


def in_layout(sheet: PageContent) -> Component:
    """Return a page's content between the header and the footer that all pages share."""
    actor = current_actor()
    return shell.layout(
        sheet,
        council=council(),
        signed_in_as=actor.name if actor.signed_in else "",
        accesses=accesses_of(actor),
        token=generate_csrf() if actor.signed_in else "",
        demonstration=demonstration(),
    )


def _scripts_of(sheet: PageContent) -> str:
    """Return the page's own scripts, with the one that deletes the browser's copies of sent forms."""
    done = " ".join(delivered())
    names = dict.fromkeys([form_storage.SCRIPT, *sheet.scripts] if done else sheet.scripts)
    attributes = {form_storage.SCRIPT: f' data-done="{escape(done)}"'} if done else {}
    return "".join(
        f'<script src="{address(name)}"{attributes.get(name, "")} defer></script>' for name in names
    )


def _document(sheet: PageContent, body: str) -> str:
    colour = council().colour
    accent = f"<style>:root{{--accent:{colour}}}</style>" if colour.upper() != "#12436D" else ""
    return DOCUMENT.format(
        title=escape(f"{sheet.title} · {council().short} performance compendium"),
        description=escape(sheet.description or sheet.title),
        icon=address("icon.svg"),
        font=FONT,
        bootstrap=address("bootstrap.css"),
        theme=address("compendium.css"),
        accent=accent,
        body=body + _scripts_of(sheet),
    )
