"""Commands on the workflow: ``workflow draw`` and ``workflow show``."""

import argparse
import json

from app.commands.arguments import Opening, year
from db.queries import governance
from documents.governance.governance_record import as_data, as_lines
from workflow.governance.drawing import document


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", reading: Opening
) -> None:
    """Add the commands; what is shown is read in a session that ``reading`` opens."""

    def do_show(arguments: argparse.Namespace) -> None:
        with reading() as session:
            record = governance.record_of(session, arguments.year)
        if arguments.json:
            print(json.dumps(as_data(record), ensure_ascii=False))
        else:
            print("\n".join(as_lines(record)))

    flow = commands.add_parser("workflow", help="show and draw how an edition is approved")
    kinds = flow.add_subparsers(required=True, metavar="what")
    draw = kinds.add_parser("draw", help="print docs/workflow.md, drawn from the table of steps")
    draw.set_defaults(do=_draw)
    summary = "say where an edition stands and what is on record of its approval"
    show = kinds.add_parser("show", help=summary, description=summary)
    show.add_argument("year", type=year)
    show.add_argument("--json", action="store_true", help="print one JSON object")
    show.set_defaults(do=do_show)


def _draw(arguments: argparse.Namespace) -> None:
    del arguments
    print(document(), end="")
