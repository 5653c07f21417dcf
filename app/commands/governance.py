"""Commands on the workflow: ``workflow draw`` and ``workflow show``."""

import argparse
import json

from app.commands.arguments import year
from app.commands.opening import reading
from db.queries import governance
from documents.governance.governance_record import as_data, as_lines
from workflow.governance.drawing import document


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the two commands."""
    kinds = command.add_subparsers(required=True, metavar="what")
    draw = kinds.add_parser("draw", help="print docs/workflow.md, drawn from the table of steps")
    draw.set_defaults(do=_draw)
    summary = "say where an edition stands and what is on record of its approval"
    show = kinds.add_parser("show", help=summary, description=summary)
    show.add_argument("year", type=year)
    show.add_argument("--json", action="store_true", help="print one JSON object")
    show.set_defaults(do=do_show)


def do_show(arguments: argparse.Namespace) -> None:
    """Print the record of an edition."""
    with reading() as session:
        record = governance.record_of(session, arguments.year)
    if arguments.json:
        print(json.dumps(as_data(record), ensure_ascii=False))
    else:
        print("\n".join(as_lines(record)))


def _draw(arguments: argparse.Namespace) -> None:
    del arguments
    print(document(), end="")
