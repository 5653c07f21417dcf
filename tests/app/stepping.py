"""The product on the small edition at a stage, with a browser for each role, to try steps on."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import event, make_url, select

from app.web.forms.step_form import FIELD
from app.web.problem_pages import WRITTEN
from db.models import Person
from db.queries import governance
from domain.editions.places import section
from domain.editions.sections import VIEWS
from domain.editions.terms import Stage
from domain.governance.actions import ACTIONS, Page, Subject
from domain.governance.terms import Action
from domain.terms import Role
from tests.app.markup import Element, read
from tests.app.product import Browser, a_product, database_of
from tests.builders import A_PASSWORD
from tests.builders.contexts import CHEAP
from tests.builders.workflow import (
    EVERYTHING,
    HEALTH,
    INTRODUCTION,
    YEAR,
    an_edition,
    everything_needed,
)
from tests.workflow.governance.test_every_step import ALLOWED
from workflow.governance.step_input import StepInput

BASE = f"/editions/{YEAR}"
HASH = CHEAP.hash(A_PASSWORD)
NOT_COUNTED = {"audit_entry", "sign_in", "failed_sign_in"}
"""Tables in which a refusal or a sign-in may leave something."""
Form = dict[str, Any]


def posted(step_input: StepInput) -> Form:
    """What is given with a step, as a form holds it."""
    held = {name: getattr(step_input, name) for name in StepInput.__dataclass_fields__}
    delegated, resolutions = held.pop("delegation"), held.pop("resolutions")
    form = {name: str(value) for name, value in held.items() if name != "fields" and value}
    form |= {f"field-{name}": value for name, value in step_input.fields.items()}
    if delegated:
        form |= {"delegation": delegated.letter, "until": delegated.until.isoformat()}
    return {
        "version": str(step_input.version),
        **form,
        "resolution": [text for _, text in resolutions],
    }


NEW_TEXT = "A wholly new text."
EVERY_WORD = posted(StepInput(0, **EVERYTHING))
"""What somebody types into the fields of any step."""


def controls(form: Element) -> tuple[Form, list[str]]:
    """What a form holds as its page came, and the names of what is not hidden in it."""
    held: Form = {}
    seen = []
    for each in form.all("input", "textarea", "select"):
        name, hidden = each.get("name"), each.get("type") == "hidden"
        if each.get("type") == "checkbox" and "checked" not in each.attributes:
            continue
        seen += [] if hidden else [name]
        held.setdefault(name, []).append(_value(each))
    return held, seen


def _value(control: Element) -> str:
    if control.tag == "textarea":
        return control.text
    if control.tag == "input":
        return control.get("value")
    options = control.all("option")
    chosen = [each for each in options if "selected" in each.attributes] or options
    return chosen[0].get("value")


def writing_in(form: Mapping[str, Any]) -> set[str]:
    """What somebody has written in a form, of all that it holds."""
    return {
        text
        for name, held in form.items()
        for text in ([held] if isinstance(held, str) else held)
        if (name in WRITTEN or name.startswith(FIELD)) and text
    }


def is_kept(response: Any, form: Mapping[str, Any]) -> bool:
    """Whether the page that answers holds everything that somebody had written."""
    page = read(response.text).one("main")
    held = page.text + "\n".join(each.get("value") for each in page.all("input"))
    return all(text in held for text in writing_in(form))


def page_of(stage: Stage, action: Action, step_input: StepInput) -> str:
    """Where the form of a step stands, as the product's own links lead to it."""
    if action is Action.EDIT:
        return f"{BASE}/edit?place={INTRODUCTION}"
    if action is Action.SIGN_OFF_SECTION:  # of something written that is not signed off yet
        return f"{BASE}/edit?place={HEALTH if stage is Stage.DRAFTING else section(VIEWS)}"
    base = f"{BASE}/do/{action.value}"
    if ACTIONS[action].about in (Subject.COMMENT, Subject.CHANGE):
        return f"{base}?number={step_input.number}"
    return f"{base}?place={INTRODUCTION}" if ACTIONS[action].then is Page.CHANGES else base


def form_address(action: Action) -> str:
    """Where the form of a step is posted."""
    return f"{BASE}/do/{action.value}"


def form_in(page: str, action: Action) -> Element:
    """The form of a step on a page."""
    forms = [each for each in read(page).all("form") if each.get("action") == form_address(action)]
    (only,) = forms
    return only


@dataclass
class Stepping:
    """The product on a database of its own."""

    file: Path
    app: Any
    stage: Stage
    browsers: dict[Role | None, Browser] = field(default_factory=dict)
    tokens: dict[Role | None, str] = field(default_factory=dict)

    def browser(self, role: Role | None) -> Browser:
        """The browser of somebody who holds just this role, or of a stranger."""
        if role not in self.browsers:
            made = Browser(self.app)
            self.browsers[role] = made.sign_in_as(role) if role else made
        return self.browsers[role]

    def prepare(self, action: Action) -> StepInput:
        """Do what must come before a step at this stage."""
        with database_of(self.app).session_scope() as session:
            return everything_needed(session, an_edition(session, self.stage), action)

    def save(self, name: str) -> None:
        """Remember the database as it stands, by a name."""
        database_of(self.app).engine.dispose()
        shutil.copyfile(self.file, self.file.with_suffix(f".{name}"))

    def restore(self, name: str) -> None:
        """Bring a remembered database back."""
        database_of(self.app).engine.dispose()
        shutil.copyfile(self.file.with_suffix(f".{name}"), self.file)

    def dump(self) -> str:
        """A digest of everything that is kept, but for refusals and who is signed in."""
        digest = hashlib.sha256()
        with closing(sqlite3.connect(self.file)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for table in sorted({name for (name,) in found} - NOT_COUNTED):
                rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
                digest.update(repr((table, sorted(map(repr, rows)))).encode())
        return digest.hexdigest()

    def status(self) -> tuple[Stage, int]:
        with database_of(self.app).reading_scope() as session:
            found = governance.edition(session, YEAR)
            return found.stage, found.version

    def form(self, role: Role, action: Action, step_input: StepInput) -> Form:
        """The form of a step as its page has it, with what somebody types into its fields."""
        page = self.browser(role).text(page_of(self.stage, action, step_input))
        held, seen = controls(form_in(page, action))
        typed = {**EVERY_WORD, "place": "edition", "field-body": NEW_TEXT, "scope": []}
        return {**held, **{name: typed[name] for name in seen if name in typed}}

    def forms(self) -> Iterator[tuple[Action, Role, Form]]:
        """The form of every step that can be taken at this stage, each on the database as it was."""
        self.save("first")
        steps = {action: role for stage, action, role in reversed(ALLOWED) if stage is self.stage}
        for action, role in steps.items():
            self.restore("first")
            self.browsers.clear()
            yield action, role, self.form(role, action, self.prepare(action))

    def move(self, *, to: Stage | None = None) -> None:
        """Let somebody else move the edition on, and back where no stage is named."""
        with database_of(self.app).session_scope() as session:
            edition = an_edition(session, self.stage)
            edition.stage, edition.version = to or self.stage, edition.version + 1

    def post(self, role: Role | None, action: Action, form: Mapping[str, Any], **more: Any) -> Any:
        """Post a form just as it is."""
        return self.browser(role).client.post(form_address(action), data=dict(form), **more)

    def token(self, role: Role | None) -> str:
        if role not in self.tokens:
            self.tokens[role] = self.browser(role).token()
        return self.tokens[role]


@contextmanager
def stepping(stages, stage: Stage) -> Iterator[Stepping]:
    """The product on a fresh copy of the small edition at a stage; everybody has a password."""
    with stages.at(stage) as database:
        with database.session_scope() as session:
            for person in session.scalars(select(Person)):
                person.password_hash = HASH
        url = database.engine.url.render_as_string()
        app = a_product(url)
        event.listen(database_of(app).engine, "connect", _without_waiting_for_the_disk)
        yield Stepping(Path(make_url(url).database or ""), app, stage)
        database_of(app).close()


def _without_waiting_for_the_disk(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
