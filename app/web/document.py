"""A page as a whole document: readable, with its charts, as it arrives.

Every page is plain HTML with a few small scripts of the product's own. Dash comes when a chart is
touched (docs/decisions/0016-a-page-is-a-function-of-its-address.md).
"""

import re
from functools import cached_property
from html import escape
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from flask import current_app
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
DASH = "compendium.dash"
RENDERER = re.compile(r'<script id="_dash-renderer".*?</script>', re.DOTALL)
"""The script in the page that starts Dash; ``charts.js`` does so instead, when a chart is touched."""
UNUSED = re.compile(r'<script src="[^"]*/(?:dash_table/|deps/polyfill)[^"]*"></script>\s*')


SCRIPTS = (
    (' data-keep="', form_storage.SCRIPT),
    (' id="writing"', "editing.js"),
    (' data-at-once="', "choices.js"),
    (' data-chart="', "charts.js"),
    (' data-place="', "naming.js"),
)
"""The scripts of what a page holds, each with the attribute by which its part of the page is known."""


class PageDash(Dash):
    """Dash whose index page is no page: the parts that ``charts.js`` needs once a chart is touched."""

    @cached_property
    def parts(self) -> str:
        """Return Dash's entry point, settings and scripts as an inert element of HTML."""
        return RENDERER.sub("", self.index())

    def interpolate_index(self, **kwargs: Any) -> str:
        """Return the parts.

        Two bundles are left out: Dash's old table, which the product does not use, and the polyfills for
        browsers too old for the rest of Dash.
        """
        scripts = UNUSED.sub("", kwargs["scripts"])
        return f'<template id="dash">{kwargs["app_entry"]}{kwargs["config"]}{scripts}{kwargs["renderer"]}</template>'


def whole_page(sheet: PageContent) -> str:
    """Return a page as a whole document, with Dash's parts where it has a chart."""
    reading = html_of(in_layout(sheet))
    dash: PageDash = current_app.extensions[DASH]
    return _document(sheet, reading + (dash.parts if ' data-chart="' in reading else ""))


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


def _scripts_of(body: str) -> str:
    """Return the page's own scripts, with the one that deletes the browser's copies of sent forms."""
    done = " ".join(delivered())
    needed = [script for attribute, script in SCRIPTS if attribute in body]
    names = dict.fromkeys([*([form_storage.SCRIPT] if done else []), *needed])
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
        body=body + _scripts_of(body),
    )
