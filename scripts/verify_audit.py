"""Check an export of the audit log, with nothing but Python itself.

    python scripts/verify_audit.py EXPORT [HEAD]

EXPORT is the file that “python -m app audit export” writes: one entry a line, as JSON. HEAD is
the hash printed in a paper or shown on the page. An export alone cannot show whether its end was
cut off or written anew: give HEAD, or compare the head that is printed here with it. Exits with 0
and the number of entries and the head, or with 1 and the first thing that is wrong; an empty file
is wrong. It shares no code with the product, so that the two check each other.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

NO_HEAD = (
    "No head was given. Compare this one with the head that the product prints (on the audit\n"
    "log's page, in each paper, by “python -m app audit verify”): a file that was cut short at\n"
    "its end reads as whole."
)
NAMES = sorted(
    [
        "number",
        "at",
        "actor",
        "actor_name",
        "role",
        "action",
        "subject",
        "subject_title",
        "before",
        "after",
        "reason",
        "authority",
        "outcome",
        "previous",
        "hash",
    ]
)


def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as a dict. Raises an error for a repeated name, which readers may take differently."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name stands twice")
    return dict(pairs)


def no_number(word: str) -> NoReturn:
    """Raise an error for a number that Python reads and JSON does not have."""
    raise ValueError(f"{word} is not a number that the log can hold")


def finite(digits: str) -> float:
    """Read a number, and refuse one too large to be kept."""
    number = float(digits)
    return no_number(digits) if number in (float("inf"), float("-inf")) else number


def fault_of(line: str, number: int, previous: str) -> str:
    """Return what is wrong with a line, or an empty string."""
    try:
        entry = json.loads(
            line, object_pairs_hook=once, parse_constant=no_number, parse_float=finite
        )
        written = json.dumps(entry, ensure_ascii=False, sort_keys=True)
    except ValueError as error:
        return f"is no entry: {error}"
    except RecursionError:
        return "is no entry: nested too deep to be read"
    if not isinstance(entry, dict) or sorted(entry) != NAMES:
        return "is no entry: it lacks a name or has one too many"
    if written != line:
        return "is not written as the product writes it"
    stored_hash = entry.pop("hash")
    canonical = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    wrong = {
        f"is missing or out of place: number {entry['number']} stands there": (
            type(entry["number"]) is not int or entry["number"] != number
        ),
        "does not follow the one before it": entry["previous"] != previous,
        "is not what was written: its hash does not fit": (
            hashlib.sha256(canonical.encode()).hexdigest() != stored_hash
        ),
    }
    return next((words for words, is_so in wrong.items() if is_so), "")


def check(text: str, head: str = "") -> tuple[bool, str]:
    """Check a whole export: whether it is right, and what to say."""
    if not text:
        return False, "the file is empty: it holds no entry"
    if not text.endswith("\n"):
        return False, "the last line is cut off"
    previous, number = "0" * 64, 0
    for line in text.split("\n")[:-1]:
        fault = fault_of(line, number + 1, previous)
        if fault:
            return False, f"entry {number + 1} {fault}"
        previous, number = json.loads(line)["hash"], number + 1
    if head and head != previous:
        return False, f"after {number} entries it ends in {previous}, not in the head given"
    return True, f"{number} entries, head {previous}"


def main(arguments: Sequence[str]) -> int:
    """Check the file that is named and print what was found."""
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    try:
        with Path(arguments[0]).open(encoding="utf-8", newline="\n") as export:
            right, message = check(export.read(), *arguments[1:])
            message += f"\n{NO_HEAD}" if right and not any(arguments[1:]) else ""
    except OSError as error:
        right, message = False, f"{arguments[0]} cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        right, message = False, f"{arguments[0]} is no export: not UTF-8 text at byte {error.start}"
    print(message)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
