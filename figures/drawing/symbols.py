"""Marks: the shapes of points, each around its own centre."""

import math


def symbol(shape: str, size: float) -> str:
    """Return the path of a mark of this many pixels across."""
    half = size / 2
    if shape.startswith("circle"):
        return (
            f"M{half:g} 0A{half:g} {half:g} 0 1 1 {-half:g} 0A{half:g} {half:g} 0 1 1 {half:g} 0Z"
        )
    if shape in ("x-thin", "line-ns"):
        return STROKES[shape](half)
    return f"M{'L'.join(f'{x:.2f} {y:.2f}' for x, y in _corners(shape, half))}Z"


def is_open(shape: str) -> bool:
    """Return whether a mark is drawn as lines alone."""
    return shape.endswith(("-open", "-thin", "-ns"))


STROKES = {
    "x-thin": lambda half: (
        f"M{-half:g} {-half:g}L{half:g} {half:g}M{-half:g} {half:g}L{half:g} {-half:g}"
    ),
    "line-ns": lambda half: f"M0 {-half * 1.4:g}L0 {half * 1.4:g}",
}


def _corners(shape: str, half: float) -> list[tuple[float, float]]:
    if shape == "square":
        return [(-half, -half), (half, -half), (half, half), (-half, half)]
    if shape == "diamond":
        far = half * 1.3
        return [(0, -far), (far, 0), (0, far), (-far, 0)]
    if shape == "star":
        return [_star(index, half * 1.4) for index in range(10)]
    wide, up = half * 1.1547, {"triangle-up": -1, "triangle-down": 1}[shape]
    return [(-wide, -up * half / 2), (wide, -up * half / 2), (0, up * half)]


def _star(index: int, far: float) -> tuple[float, float]:
    reach = far if index % 2 == 0 else far * 0.382
    angle = math.pi * index / 5
    return reach * math.sin(angle), -reach * math.cos(angle)
