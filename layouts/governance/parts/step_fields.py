"""The fields of the form of a step, by the needs of the step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.editions.sections import LETTERS
from domain.governance.action_wording import WORDS
from domain.governance.record import Amendment, Comment, Motion
from domain.governance.step_wording import COMMENTS, ORIGINS, OUTCOMES, VIEWS
from domain.governance.terms import Action, CommentKind, CommentOutcome, Consulted, Origin
from layouts.editions.parts.both_texts import ConflictingTexts
from layouts.editions.parts.place_fields import place_fields
from layouts.governance import ids
from layouts.parts import fields

BOXES = 2
"""The number of empty boxes after the recommendations, for further resolutions."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """The form of one step.

    ``typed`` are the values of a refused form. ``hindrance`` says why the step would be refused now,
    whatever is typed; ``warning`` is what the user should know before taking it.
    """

    year: int
    action: Action
    needs: frozenset[str]
    role: str
    version: int
    key: str
    token: str
    who: str = ""
    place: str = ""
    place_title: str = ""
    number: int = 0
    read: int = 0
    digest: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    recommended: Sequence[tuple[str, str]] = ()
    suggested: Mapping[str, str] = field(default_factory=dict)
    places: Sequence[tuple[str, str]] = ()
    units: Sequence[tuple[str, str]] = ()
    change: Amendment | None = None
    remark: Comment | None = None
    motion: Motion | None = None
    meets_on: str = ""
    refusal: str = ""
    hindrance: str = ""
    warning: str = ""
    both: Sequence[ConflictingTexts] = ()

    def value_of(self, name: str) -> str:
        """Return the typed value of a field, or else the suggested one."""
        return self.typed[name][0] if self.typed.get(name) else self.suggested.get(name, "")


def need_fields(form: StepForm) -> list[Component]:
    """Return the fields of the step's needs, and those of its action."""
    parts = [
        part
        for need, parts in NEED_FIELDS.items()
        if need in form.needs and not _is_covered_by_another(need, form)
        for part in parts(form)
    ]
    action_fields = ACTION_FIELDS.get(form.action)
    return [*parts, *(action_fields(form) if action_fields else [])]


def _is_covered_by_another(need: str, form: StepForm) -> bool:
    """Return whether the field of another need covers it: the Leader's words come with the view."""
    return need == "TEXT" and "VIEW" in form.needs


def _meeting(form: StepForm) -> list[Component]:
    hint = (
        "Papers are public five clear working days before a meeting: the day they go out and the "
        "day of the meeting do not count, nor do weekends and bank holidays."
    )
    return [fields.day("Date of the meeting", "meeting", form.value_of("meeting"), hint=hint)]


def _text(form: StepForm) -> list[Component]:
    return [fields.area(WORDS[form.action].text, "text", form.value_of("text"), rows=7)]


def _anchor(form: StepForm) -> list[Component]:
    kinds = [(kind.value, COMMENTS[kind]) for kind in CommentKind]
    kind = form.value_of("kind") or CommentKind.VIEW.value
    place = form.value_of("place") or form.place or "edition"
    return [
        fields.choice("What is it on?", "place", form.places, place),
        fields.choice("What is it?", "kind", kinds, kind),
    ]


def _views(form: StepForm) -> list[Component]:
    hint = (
        "Written up from the submitted comments. It becomes a section of the report to the Cabinet."
    )
    label = "Views of the Scrutiny Commission"
    return [fields.area(label, "text", form.value_of("text"), hint=hint, rows=16)]


def _resolutions(form: StepForm) -> list[Component]:
    typed = form.typed.get("resolution", ())
    texts = list(typed) or [text for _, text in form.recommended]
    texts += [""] * max(0, len(form.recommended) + BOXES - len(texts))
    boxes = [
        fields.area(f"Resolution ({letter})", "resolution", text, rows=3, key=f"-{letter}")
        for letter, text in zip(LETTERS, texts, strict=False)
    ]
    hint = "As recommended, until you change it. Boxes left empty at the end do not count."
    return [
        html.Fieldset([html.Legend("Resolutions"), html.P(hint), *boxes]),
        _delegation(form, texts),
    ]


def _delegation(form: StepForm, texts: Sequence[str]) -> Component:
    letters = [("none", "Nothing was delegated")] + [
        (letter, f"Resolution ({letter})") for letter, _ in zip(LETTERS, texts, strict=False)
    ]
    scope = dbc.Checklist(
        id=ids.Delegation.UNITS,
        name="scope",
        options=[{"value": place, "label": title} for place, title in form.units],
        value=list(form.typed.get("scope", ())),
    )
    single = dbc.Checklist(
        id=ids.Delegation.INDICATORS,
        name="scope",
        options=[
            {"value": place, "label": title}
            for place, title in form.places
            if place.startswith("indicator:")
        ],
        value=list(form.typed.get("scope", ())),
    )
    return html.Fieldset(
        [
            html.Legend("Delegation"),
            html.P(
                "To the Chief Executive, following consultation with the Leader. Which resolution "
                "gives it, if one does, and until when?"
            ),
            fields.choice("Given by", "delegation", letters, form.value_of("delegation") or "none"),
            fields.day("Until", "until", form.value_of("until")),
            html.Details(
                [
                    html.Summary("Only for named sections and dashboards"),
                    html.P("With none ticked it is for any amendments."),
                    scope,
                    html.Details([html.Summary("Single indicators"), single]),
                ]
            ),
        ]
    )


def _interests(form: StepForm) -> list[Component]:
    hint = "Say “none” where there were none."
    return [
        fields.area(
            "Interests declared", "interests", form.value_of("interests"), hint=hint, rows=2
        ),
        fields.area(
            "Dispensations granted",
            "dispensations",
            form.value_of("dispensations"),
            hint=hint,
            rows=2,
        ),
    ]


def _options(form: StepForm) -> list[Component]:
    hint = "Say “none” where no other was considered."
    label = "Other options considered and rejected"
    return [
        fields.area(label, "options_rejected", form.value_of("options_rejected"), hint=hint, rows=3)
    ]


def _before_and_after(form: StepForm) -> list[Component]:
    values = {
        name: (form.typed.get(f"field-{name}") or [value])[0] for name, value in form.values.items()
    }
    return [html.Fieldset([html.Legend(f"New text: {form.place_title}"), *place_fields(values)])]


def _origin(form: StepForm) -> list[Component]:
    options = [("", "Choose"), *((origin.value, ORIGINS[origin]) for origin in Origin)]
    return [fields.choice("Where does it come from?", "origin", options, form.value_of("origin"))]


def _view(form: StepForm) -> list[Component]:
    options = [("", "Choose"), *((view.value, VIEWS[view]) for view in Consulted)]
    hint = "Consultation is not consent: a view against is recorded and stops nothing by itself."
    return [
        fields.choice("The Leader's view", "view", options, form.value_of("view"), hint=hint),
        fields.area("In the Leader's words", "text", form.value_of("text"), rows=4),
    ]


def _line(label: str, name: str, hint: str = "") -> Callable[[StepForm], list[Component]]:
    return lambda form: [fields.line(label, name, form.value_of(name), hint=hint, most=2000)]


def _area(label: str, name: str, hint: str = "") -> Callable[[StepForm], list[Component]]:
    return lambda form: [fields.area(label, name, form.value_of(name), hint=hint, rows=4)]


def _mover(form: StepForm) -> list[Component]:
    return [
        fields.line("Mover", "mover", form.value_of("mover")),
        fields.line("Seconder", "seconder", form.value_of("seconder")),
    ]


def _minute(form: StepForm) -> list[Component]:
    named = f"It was named for {form.meets_on}. " if form.meets_on else ""
    hint = f"{named}If it was held on another day, give that day."
    return [
        fields.day("The meeting was held on", "held", form.value_of("held"), hint=hint),
        fields.line("Reference of the minute", "minute", form.value_of("minute"), most=2000),
    ]


NEED_FIELDS: Mapping[str, Callable[[StepForm], list[Component]]] = {
    "ANCHOR": _anchor,
    "BEFORE_AND_AFTER": _before_and_after,
    "ORIGIN": _origin,
    "VIEWS": _views,
    "VIEW": _view,
    "TEXT": _text,
    "MEETING": _meeting,
    "RESOLUTIONS": _resolutions,
    "MOVER_AND_SECONDER": _mover,
    "VOTE": _line("Vote", "vote", "Like carried, or 31 for, 17 against, 2 abstained."),
    "MINUTE": _minute,
    "REASON": _area("Reason", "reason"),
    "OPTIONS_REJECTED": _options,
    "INTERESTS": _interests,
    "EVIDENCE": _line(
        "Evidence",
        "evidence",
        "Where the Leader's view is on record, like a letter or an e-mail with its date.",
    ),
    "NOTICE": _area("Notice to readers", "notice", "What was wrong and what is right now."),
}
"""The fields of each need, in the order of the form."""


def _motion(form: StepForm) -> list[Component]:
    return [fields.area("Motion", "text", form.value_of("text"), rows=3)]


def _outcome(form: StepForm) -> list[Component]:
    if form.remark is None or form.remark.kind is CommentKind.VIEW:
        return []
    options = [
        (outcome.value, OUTCOMES[outcome])
        for outcome in CommentOutcome
        if outcome is not CommentOutcome.OPEN
    ]
    return [fields.choice("What becomes of it?", "outcome", options, form.value_of("outcome"))]


ACTION_FIELDS: Mapping[Action, Callable[[StepForm], list[Component]]] = {
    Action.SEND_TO_COUNCIL: _motion,
    Action.ANSWER_COMMENT: _outcome,
}
