"""The page of one step: what it does, its subject, and its form.

The fields follow from the needs of the step; a refused form shows what was typed.
"""

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from domain.formatting import moment
from domain.governance.action_wording import WORDS
from domain.governance.actions import ACTIONS, Subject
from domain.governance.record import Comment, Motion
from domain.governance.step_wording import COMMENTS
from layouts.editions.parts import difference
from layouts.editions.parts.both_texts import both_texts
from layouts.governance.parts.step_fields import StepForm, need_fields
from layouts.parts import digest, fields, form_storage
from layouts.shell import PageContent, hidden


def page(form: StepForm) -> PageContent:
    """Lay out the step."""
    words = WORDS[form.action]
    title = words.name
    content = [
        html.P(
            [html.A(f"The {form.year} edition", href=f"/editions/{form.year}"), " › ", title],
            className="crumbs",
        ),
        html.H1(title),
        fields.refusal(form.refusal),
        html.P(words.explanation, className="lead"),
        _about(form),
        *both_texts(form.both),
        *_form_or_reason(form),
    ]
    return PageContent(f"{title}: the {form.year} edition", content, menu="/editions")


def _form_or_reason(form: StepForm) -> list[Component | None]:
    """Return the form, or why the step would be refused now. A refused form is always shown."""
    if form.hindrance and not form.typed:
        edition = html.A("Back to the edition", href=f"/editions/{form.year}")
        reason = html.P(f"This cannot be done now. {form.hindrance}", className="notice")
        return [reason, html.P(edition)]
    warning = html.P(form.warning, className="notice") if form.warning else None
    return [warning, _choosing(form) if _must_choose(form) else _form(form)]


def _must_choose(form: StepForm) -> bool:
    return "BEFORE_AND_AFTER" in form.needs and not form.place and not form.number


def _choosing(form: StepForm) -> Component:
    """Return the form that chooses the text to change; it posts nothing."""
    return html.Form(
        [
            fields.choice("What is to be changed?", "place", form.places),
            dbc.Button("Go on", type="submit", color="primary"),
        ],
        method="get",
        action=f"/editions/{form.year}/do/{form.action.value}",
        className="narrow",
    )


def _form(form: StepForm) -> Component:
    carried = [
        hidden("csrf_token", form.token),
        hidden("version", str(form.version)),
        hidden("key", form.key),
        hidden("number", str(form.number)),
        hidden("read", str(form.read)),
        hidden("digest", form.digest),
    ]
    if "ANCHOR" not in form.needs:
        carried.append(hidden("place", form.place))
    button = dbc.Button(WORDS[form.action].name, type="submit", color="primary")
    return html.Form(
        [
            *carried,
            form_storage.status_line(),
            *need_fields(form),
            html.Div([button, *_also(form)], className="buttons"),
        ],
        method="post",
        action=f"/editions/{form.year}/do/{form.action.value}",
        className="step",
        **form_storage.attributes(form.who, form.year, _subject(form), refused=bool(form.refusal)),
    )


def _subject(form: StepForm) -> str:
    """Return the action and its subject, unless the subject is chosen in the form."""
    place = "" if "ANCHOR" in form.needs else form.place
    return f"{form.action.value}/{form.number or place}"


def _also(form: StepForm) -> list[Component]:
    if ACTIONS[form.action].about is not Subject.DRAFT:
        return []
    return [
        html.Button(
            "Keep as my draft",
            type="submit",
            className="btn btn-outline-primary",
            formAction=f"/editions/{form.year}/comments/keep",
        )
    ]


def _about(form: StepForm) -> Component | None:
    if form.change is not None:
        return html.Section(
            [
                html.H2(f"Change {form.change.number}: {form.change.title}"),
                difference.fields(form.change.differences),
                html.P(f"Reason: {form.change.reason}"),
            ],
            className="record",
        )
    if form.remark is not None:
        return _remark(form.remark)
    if form.motion is not None:
        return _motion(form.year, form.motion)
    return None


def _motion(year: int, motion: Motion) -> Component:
    version = html.A(
        f"version {motion.version}", href=f"/editions/{year}/versions/{motion.version}"
    )
    return html.Section(
        [
            html.H2("The motion"),
            html.Blockquote(motion.text),
            html.P(["It names ", version, ", whose SHA-256 is ", digest.digest(motion.digest)]),
        ],
        className="record",
    )


def _remark(remark: Comment) -> Component:
    when = f", {moment(remark.submitted_at)}" if remark.submitted_at else ""
    return html.Section(
        [
            html.H2(f"{COMMENTS[remark.kind]} {remark.number or ''} on {remark.title}"),
            html.Blockquote(remark.text),
            html.P(f"{remark.by_name}{when}", className="soft"),
        ],
        className="record",
    )
