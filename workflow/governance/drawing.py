"""The table of steps as a document with a diagram, from which ``docs/workflow.md`` is written."""

from domain.editions.terms import Stage
from workflow.governance.steps import STEPS, Needs, Step, steps_from

HEAD = """# How an edition is approved

Written from `workflow/governance/steps.py` by `python -m app workflow draw`; a test fails when the two differ. Change the table there,
not this page.

"""


def document() -> str:
    """Return the whole document."""
    return f"{HEAD}{_diagram()}\n{_stages()}\n{_table()}"


def _diagram() -> str:
    """Return the moves from stage to stage, as a Mermaid diagram."""
    moves = [
        f"    {step.at.value} --> {step.to.value}: {_words(step.action.value)}{_frozen(step)}"
        for step in STEPS
        if step.moves
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> drafting", *moves, "```", ""])


def _frozen(step: Step) -> str:
    return f" (freezes version {step.freezes})" if step.freezes else ""


def _stages() -> str:
    """Return one row for each stage: who acts at it, their actions, and the next stages."""
    rows = [
        "## At each stage",
        "",
        "| Stage | Who acts | What is done there | What leads on |",
        "| --- | --- | --- | --- |",
        *(_stage_row(stage) for stage in Stage if steps_from(stage)),
    ]
    return "\n".join(rows) + "\n"


def _stage_row(stage: Stage) -> str:
    steps = steps_from(stage)
    roles = dict.fromkeys(_words(step.role.value) for step in steps)
    there = dict.fromkeys(_words(step.action.value) for step in steps if not step.moves)
    onward = [f"{_words(step.action.value)} → {step.to.value}" for step in steps if step.moves]
    return f"| {stage.value} | {', '.join(roles)} | {', '.join(there)} | {', '.join(onward)} |"


def _table() -> str:
    rows = [
        "## Every step",
        "",
        "| Step | About | Where | Leads to | Who | Needs | Freezes |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_row(step) for step in STEPS),
    ]
    return "\n".join(rows) + "\n"


def _row(step: Step) -> str:
    cells = (
        _words(step.action.value),
        step.about.value,
        step.at.value,
        step.to.value if step.moves else "",
        _words(step.role.value),
        ", ".join(_words(need.name or "") for need in Needs if need in step.needs and need.value),
        step.freezes,
    )
    return f"| {' | '.join(cells)} |"


def _words(name: str) -> str:
    return name.lower().replace("_", " ")
