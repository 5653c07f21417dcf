"""The command ``counts``: an edition's indicators by direction, quartile and target."""

import argparse
import json

from app.commands.arguments import year
from app.commands.opening import reading
from db.queries import editions, indicators
from domain.indicators import counting, indicator_wording


def add_to(command: argparse.ArgumentParser) -> None:
    """Add what the command takes: a year, and the dashboards to count or leave out."""
    command.add_argument("year", type=year)
    command.add_argument("--dashboard", action="extend", nargs="+", default=[], metavar="NAME")
    command.add_argument("--without", action="extend", nargs="+", default=[], metavar="NAME")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(do=do_counts)


def do_counts(arguments: argparse.Namespace) -> None:
    """Print counts with their scope."""
    with reading() as session:
        editions.by_year(session, arguments.year)
        dashboards = editions.dashboards(session, arguments.year)
        rows = indicators.of_edition(session, arguments.year)
    chosen = counting.choose(dashboards, arguments.dashboard, arguments.without)
    counts = counting.count(
        (row for row in rows if row.dashboard in chosen),
        scope=counting.scope_in_words(chosen, dashboards),
    )
    if arguments.json:
        print(json.dumps(counts.as_json(), ensure_ascii=False))
        return
    print(
        f"{indicator_wording.direction_summary(counts)} {indicator_wording.quartile_summary(counts)} {indicator_wording.target_summary(counts)}"
    )
    print(f"Counted over {counts.scope}.")
