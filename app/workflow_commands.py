"""Commands on the workflow: ``workflow draw``."""

import argparse

from workflow.drawing import document


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    flow = commands.add_parser("workflow", help="show and draw how an edition is approved")
    kinds = flow.add_subparsers(required=True, metavar="what")
    draw = kinds.add_parser("draw", help="print docs/workflow.md, drawn from the table of steps")
    draw.set_defaults(do=_draw)


def _draw(asked: argparse.Namespace) -> None:
    del asked
    print(document(), end="")
