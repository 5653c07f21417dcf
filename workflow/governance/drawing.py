"""The table of steps as a document, with its diagram: ``docs/workflow.md`` is written by it."""

from workflow.governance.steps import STEPS, Needs, Step

HEAD = """# How an edition is approved

Written from `workflow/governance/steps.py` by `python -m app workflow draw`; a test fails when the two differ. Change the table there,
not this page.

"""


def document() -> str:
    """Return the whole document."""
    return f"{HEAD}{_diagram()}\n{_table()}"


def _diagram() -> str:
    """Return the moves from stage to stage, as a Mermaid diagram."""
    moves = [
        f"    {step.at.value} --> {step.to.value}: {_words(step.action.value)}"
        for step in STEPS
        if step.moves
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> drafting", *moves, "```", ""])


def _table() -> str:
    rows = [
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
