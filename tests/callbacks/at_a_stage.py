"""The product on the small edition at a stage, read as one person or another."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from flask import g
from sqlalchemy.orm import Session

from app.web.pages import page_at
from db.models import Edition
from domain.editions.terms import Stage
from layouts.shell import PageContent
from tests.app.markup import Element
from tests.app.product import a_product, address, database_of
from tests.builders.stages import Stages
from tests.builders.workflow import an_edition
from tests.callbacks.screens import document
from workflow.access import Actor


@dataclass(frozen=True)
class Standing:
    """A product of one's own."""

    app: object

    def sheet(self, path: str, actor: Actor) -> PageContent:
        """The sheet at a path, as somebody sees it."""
        with self.app.server.test_request_context(path):
            g.actor = actor
            page, _ = page_at(path.partition("?")[0])
            return page.view(address(path))

    def page(self, path: str, actor: Actor) -> Element:
        """The same, read."""
        return document(self.sheet(path, actor))


@dataclass
class AtStages:
    """Products, one for each way an edition was brought somewhere."""

    stages: Stages
    stack: ExitStack
    made: dict[object, Standing] = field(default_factory=dict)

    def at(self, stage: Stage, then: Callable[[Session, Edition], None] | None = None) -> Standing:
        """The edition at a stage, and what was done to it ``then``."""
        key = (stage, then)
        if key not in self.made:
            database = self.stack.enter_context(self.stages.at(stage))
            if then is not None:
                with database.session_scope() as session:
                    then(session, an_edition(session, stage))
            app = a_product(database.engine.url.render_as_string())
            self.stack.callback(database_of(app).close)
            self.made[key] = Standing(app)
        return self.made[key]


@contextmanager
def at_stages(stages: Stages) -> Iterator[AtStages]:
    """Products that last until the end."""
    with ExitStack() as stack:
        yield AtStages(stages, stack)
