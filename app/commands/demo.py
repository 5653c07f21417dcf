"""The command on a demonstration: ``demo walk`` takes its edition through the real steps.

Each stage is a transaction of its own, so that a failed walk ends at the last complete stage.
"""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.commands.arguments import year
from app.commands.opening import Opening, writing
from db.queries import governance, people, revisions
from domain.editions.places import section
from domain.editions.sections import RECOMMENDATIONS, lettered
from domain.editions.stage_wording import STANDS
from domain.editions.terms import Stage
from domain.errors import NotFound
from domain.governance.record import GovernanceRecord
from domain.governance.terms import Body, CommentKind
from domain.governance.working_days import CLEAR_DAYS, is_working_day, next_working_day
from domain.people.demonstration import PEOPLE
from workflow import clock
from workflow.governance import service
from workflow.intake.scripted_walk import ORDER, Actors, Script, ScriptedWalk, without_figures
from workflow.people.sessions import actor_for

PLAYERS = tuple(username for username, _, _ in PEOPLE[:4])
"""The usernames of the people in a walk, in the order of ``Actors``."""
APART = CLEAR_DAYS + 1
"""Working days from one meeting to the next, whose papers go out on the day of the one before."""
COMMENTS = (
    (CommentKind.VIEW, "Demonstration: the Commission welcomes that every figure says its period."),
    (CommentKind.QUESTION, "Demonstration: which indicators have no figure for this year?"),
    (CommentKind.REQUEST, "Demonstration: the Commission asks for one page that sums it all up."),
)
AUTHORISE = "Authorise the Chief Executive"
RECOMMENDED = (
    "Demonstration: note the progress that the Annual Delivery Report describes.",
    "Demonstration: note how the council stands beside others in the Performance Compendium.",
    "Demonstration: note the views of the Scrutiny Commission.",
    f"{AUTHORISE}, following consultation with the Leader, to make any amendments prior to "
    "submission to the County Council. This is a demonstration.",
)
UNKNOWN = "Entered by the demonstration"


def add_to(command: argparse.ArgumentParser) -> None:
    """Add the command."""
    kinds = command.add_subparsers(required=True, metavar="what")
    summary = "take an edition of the demonstration on to a stage, by the real steps"
    one = kinds.add_parser("walk", help=summary, description=summary)
    one.add_argument("year", type=year)
    stages = ", ".join(stage.value for stage in ORDER)
    one.add_argument("--to", type=_stage, required=True, metavar="STAGE", help=f"one of: {stages}")
    one.set_defaults(do=do_walk)


def do_walk(arguments: argparse.Namespace) -> None:
    """Walk, saying each stage."""
    stage = None
    for stage in walk(writing, arguments.year, arguments.to):
        print(f"The {arguments.year} edition is in {stage.value}. {STANDS[stage]}", flush=True)
    if stage is None:
        print(
            f"The {arguments.year} edition is in {arguments.to.value} already. Nothing was changed."
        )


def _stage(text: str) -> Stage:
    if text not in ORDER:
        stages = ", ".join(stage.value for stage in ORDER)
        raise argparse.ArgumentTypeError(f"“{text}” is no stage of a walk; there are: {stages}")
    return Stage(text)


def walk(opened: Opening, edition_year: int, to: Stage) -> Iterator[Stage]:
    """Take an edition to a stage, yielding each stage on the way; ``opened`` gives sessions that write."""
    while True:
        with opened() as session:
            edition = service.locked(session, edition_year)
            cast, script = _cast(session), _script(session, edition_year)
            stage = next(ScriptedWalk(session, edition, cast, script).to(to), None)
        if stage is None:
            return
        yield stage


def _cast(session: Session) -> Actors:
    accounts = {
        person.username: person
        for person in people.demonstration(session)
        if not person.disabled_at
    }
    missing = [username for username in PLAYERS if username not in accounts]
    if missing:
        raise NotFound(
            f"The demonstration's people are not all here: {', '.join(missing)}. A walk is for a "
            "demonstration alone, which “make run” prepares.",
            says_nothing_changed=True,
        )
    return Actors(*(actor_for(accounts[username]) for username in PLAYERS))


def _script(session: Session, edition_year: int) -> Script:
    met = meetings(governance.record_of(session, edition_year), clock.today_in_england())
    recommended = _recommended(session, edition_year)
    delegating = [
        letter for letter, text in lettered("\n\n".join(recommended)) if text.startswith(AUTHORISE)
    ]
    return Script(
        scrutiny_on=met[Body.SCRUTINY],
        cabinet_on=met[Body.CABINET],
        council_on=met[Body.COUNCIL],
        comments=COMMENTS,
        answers={},
        recommendations=recommended,
        delegation_in=delegating[-1] if delegating else "",
        motion=f"That the demonstration's edition of {edition_year} be approved.",
        unknown=UNKNOWN,
        texts=without_figures,
    )


def _recommended(session: Session, edition_year: int) -> tuple[str, ...]:
    """Return the recommendations: an officer's own where there are some."""
    body = revisions.fields_at(session, edition_year, section(RECOMMENDATIONS))["body"]
    return tuple(body.split("\n\n")) if body else RECOMMENDED


def meetings(record: GovernanceRecord, today: date) -> Mapping[Body, date]:
    """Return the days of the meetings: as arranged, otherwise so late that the papers are in time."""
    arranged = {body: met.on for body in Body if (met := record.meeting(body))}
    if record.delegation and Body.COUNCIL not in arranged:
        arranged[Body.COUNCIL] = record.delegation.until
    day = today
    for body in Body:
        begins = max(day, today)
        if not is_working_day(begins):
            begins = next_working_day(begins)
        day = arranged.setdefault(body, next_working_day(begins, after=APART))
    return arranged
