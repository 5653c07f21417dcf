"""What several commands share: how an argument is read, and what opens their sessions."""

import argparse
import re
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

Opening = Callable[[], AbstractContextManager[Session]]


def year(text: str) -> int:
    """A year of four digits."""
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"“{text}” must be a year, like 2022")
    return int(text)
