"""The configured council, with Leicestershire's values as the default."""

import re
from dataclasses import dataclass

LEAST_CONTRAST = 4.5
PAPER = "#ffffff"
LINEAR_BELOW = 0.04045  # where the sRGB curve begins
GSS_CODE = re.compile(r"E\d{8}")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Council:
    """Name, area, GSS code, accent colour and contact."""

    name: str = "Leicestershire County Council"
    short: str = "Leicestershire"
    code: str = "E10000018"
    contact: str = "the Business Intelligence Service, County Hall, Glenfield"
    colour: str = "#12436D"

    def faults(self) -> list[str]:
        """Return what is wrong with the values, one sentence for each fault."""
        wrong = []
        if not GSS_CODE.fullmatch(self.code):
            wrong.append(f"The council's code must be like E10000018, not “{self.code}”.")
        if not COLOUR.fullmatch(self.colour):
            wrong.append(f"The council's colour must be like #12436D, not “{self.colour}”.")
        elif contrast(self.colour, PAPER) < LEAST_CONTRAST:
            wrong.append(
                f"The council's colour {self.colour} is too pale to read on white: it has a "
                f"contrast of {contrast(self.colour, PAPER):.1f}, and {LEAST_CONTRAST} is needed."
            )
        return wrong


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, by WCAG 2.2 (1 to 21)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
