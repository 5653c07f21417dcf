"""Parts that several commands share: parsing of arguments, and the types of their sessions."""

import argparse
import re
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

Opening = Callable[[], AbstractContextManager[Session]]


def year(text: str) -> int:
    """Parse a year of four digits."""
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"“{text}” must be a year, like 2022")
    return int(text)
