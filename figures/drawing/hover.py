"""What a mark says when it is pointed at: plotly's hover template, filled in."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

FIELD = re.compile(r"%\{(\w+)(?:\[(\d+)\])?\}")


def title_of(trace: Mapping[str, Any], index: int) -> str:
    """Return the title of a mark as SVG, or nothing where the trace has no words for its marks."""
    template = trace.get("hovertemplate")
    if not template:
        return ""
    words = FIELD.sub(lambda field: _value(trace, index, field), template)
    lines = words.replace("<extra></extra>", "").replace("<br>", "\n")
    return f"<title>{escape(lines, quote=False)}</title>"


def _value(trace: Mapping[str, Any], index: int, field: re.Match[str]) -> str:
    value = trace[field[1]][index]
    shown = value if field[2] is None else value[int(field[2])]
    return f"{shown:.15g}" if isinstance(shown, float) else str(shown).replace("<br>", " ")
