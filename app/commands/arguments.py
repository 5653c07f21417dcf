"""Parsing of arguments that several commands take."""

import argparse
import re


def year(text: str) -> int:
    """Parse a year of four digits."""
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"“{text}” must be a year, like 2022")
    return int(text)
