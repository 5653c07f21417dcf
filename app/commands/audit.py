"""Commands on the audit log: ``audit verify`` and ``audit export``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.commands.opening import reading
from db.queries import audit
from domain.audit_chain import Entry, Verification, from_line, verify
from domain.errors import Unreadable
from workflow.audit import verification

STANDARD_OUTPUT = "-"
ABOUT_ENDS = (
    "An export alone cannot show whether its end was cut off: --export compares its head with that "
    "of the log; elsewhere compare the head with one that was printed or shown."
)


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the two commands."""
    kinds = command.add_subparsers(required=True, metavar="what")
    summary = "check every entry against the one before, and the database against the entries"
    one = kinds.add_parser("verify", help=summary, description=f"{summary}. {ABOUT_ENDS}")
    one.add_argument("--export", metavar="FILE", help="check this export against the log instead")
    one.set_defaults(do=do_verify)
    two = kinds.add_parser("export", help="write every entry as one line of JSON")
    two.add_argument("file", metavar="FILE", help="a file that is not there yet, or - for here")
    two.set_defaults(do=do_export)


def do_verify(arguments: argparse.Namespace) -> int:
    """Check the log and the database, or an export; print the first fault or the head."""
    with reading() as session:
        result = _verified(session, arguments.export)
        alone = arguments.export is None and not result.fault
        differs = verification.first_difference(session) if alone else ""
    if result.fault:
        print(f"The log is not as it was written: {result.fault}.")
        return 1
    if differs:
        print(f"The database is not as the log says: {differs}.")
        return 1
    print(f"{result.entries} entries, head {result.head}")
    return 0


def do_export(arguments: argparse.Namespace) -> int:
    """Write the log to a file."""
    with reading() as session:
        _write(arguments.file, audit.export(session))
    return 0


def _verified(session: Session, export: str | None) -> Verification:
    """Check the log, or an export: by itself, and that it ends as the log itself does."""
    if export is None:
        return verify(audit.chain(session))
    length, head = audit.head(session)
    return verify(_lines(Path(export)), head=head, length=length)


def _lines(path: Path) -> Iterator[tuple[Entry, str]]:
    """Yield each line as an entry. Only the newline character ends a line."""
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path} is no export: not UTF-8 text at byte {error.start}.") from None
    lines = text.split("\n")
    if lines.pop():
        raise Unreadable(f"{path}, line {len(lines) + 1}: the last line is cut off.")
    for number, line in enumerate(lines, start=1):
        try:
            yield from_line(line)
        except (ValueError, TypeError) as error:
            raise Unreadable(f"{path}, line {number}: {error}.") from None


def _write(name: str, lines: Iterator[str]) -> None:
    """Write every line, or none if one cannot be read."""
    if name == STANDARD_OUTPUT:
        sys.stdout.writelines(list(lines))
        return
    path = Path(name)
    if path.exists():
        raise Unreadable(f"{path} is there already. Name a file that is not; nothing was written.")
    whole = list(lines)
    with path.open("w", encoding="utf-8", newline="\n") as export:
        export.writelines(whole)
