"""Small traces and figures, with what every test leaves as it is."""

from figures.template import Figure, Trace, in_house_style

LINE = {"color": "#111111", "width": 2}
EDGE = {"color": "#ffffff", "width": 1}


def scatter(x, y, **changes) -> Trace:
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "markers",
        "marker": {"size": 10, "color": "#222222", "line": EDGE},
        "line": LINE,
        **changes,
    }


def bar(x, y, **changes) -> Trace:
    return {"type": "bar", "x": x, "y": y, "marker": {"color": "#333333"}, **changes}


def lying(x, y, **changes) -> Trace:
    return bar(x, y, orientation="h", **changes)


def chart(*traces: Trace, height: float = 200, **layout) -> Figure:
    return in_house_style(traces, layout, height=height)
