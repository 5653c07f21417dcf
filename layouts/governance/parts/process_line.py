"""The stages of an edition with their dates: past, present and future ones look different."""

from collections.abc import Mapping
from datetime import date

from dash import html
from dash.development.base_component import Component

from domain import formatting
from domain.editions.stage_wording import STAGES
from domain.editions.terms import Stage
from domain.governance.bodies import MEETS
from domain.governance.record import GovernanceRecord

ORDER = tuple(stage for stage in Stage if stage is not Stage.WITHDRAWN)
RECORDS: Mapping[Stage, str] = {
    Stage.CABINET: "#decision",
    Stage.AMENDMENT: "#changes",
    Stage.COUNCIL: "#motion",
    Stage.PUBLISHED: "#versions",
}


def line(record: GovernanceRecord, *, linked: bool = True) -> Component:
    """Return every stage in order, with the day of its meeting where there is one."""
    now = record.status.stage
    index = ORDER.index(now) if now in ORDER else len(ORDER)
    return html.Ol(
        [
            _stage(record, stage, number - index, linked=linked)
            for number, stage in enumerate(ORDER)
        ],
        className="process",
        **{"aria-label": "Stages"},
    )


def _stage(record: GovernanceRecord, stage: Stage, ahead: int, *, linked: bool) -> Component:
    state, state_words = (
        ("done", "done") if ahead < 0 else ("now", "now") if not ahead else ("", "to come")
    )
    meeting = record.meeting(MEETS[stage]) if stage in MEETS else None
    name = (
        html.A(STAGES[stage], href=f"/editions/{record.status.year}{RECORDS[stage]}")
        if linked and ahead <= 0 and stage in RECORDS
        else STAGES[stage]
    )
    current = {"aria-current": "step"} if not ahead else {}
    return html.Li(
        [html.B(name), html.Small(_when(meeting.on) if meeting else state_words)],
        className=state,
        **current,
    )


def _when(day: date) -> str:
    return formatting.day(day)
