"""Who may read which version of an edition, at every stage and for every role."""

import itertools

import pytest

from domain.editions.terms import Stage
from domain.terms import Role
from tests.builders import an_actor
from tests.builders.contents import a_motion, a_process, a_version
from workflow.access import NOBODY, Anyone
from workflow.editions.readership import READERS, may_read_draft
from workflow.governance.policy import may_read_version

NAMES = ("A", "B", "C", "C.1", "C.2")
PUBLIC = (NOBODY, an_actor(), an_actor(Role.ADMINISTRATOR))


def process_at(stage: Stage, published: str = "C.2"):
    motions = (a_motion("C.1"),)
    versions = [a_version(name) for name in NAMES]
    return a_process(*versions, stage=stage, published=published, motions=motions)


@pytest.mark.parametrize(("stage", "role"), list(itertools.product(Stage, Role)))
def test_those_who_take_part_read_every_version_where_they_may_read_the_stage(stage, role):
    actor = an_actor(role)
    readers = READERS[stage]
    everyone = readers is Anyone.THE_PUBLIC
    expected = role is not Role.ADMINISTRATOR and (everyone or role in readers)
    assert may_read_draft(actor, stage) is expected
    read = [name for name in NAMES if may_read_version(actor, process_at(stage), name)]
    published = ["C.1", "C.2"] if stage is Stage.PUBLISHED else []
    assert read == (list(NAMES) if expected else published)


@pytest.mark.parametrize(("stage", "actor"), list(itertools.product(Stage, PUBLIC)))
def test_the_public_reads_what_was_published_and_only_while_it_is(stage, actor):
    read = [name for name in NAMES if may_read_version(actor, process_at(stage), name)]
    assert read == (["C.1", "C.2"] if stage is Stage.PUBLISHED else [])


@pytest.mark.parametrize("actor", [NOBODY, an_actor(*Role)])
def test_a_version_that_is_not_there_is_read_by_nobody(actor):
    assert not may_read_version(actor, process_at(Stage.PUBLISHED), "D")


def test_an_edition_published_without_any_version_shows_the_public_none():
    process = a_process(stage=Stage.PUBLISHED, published="C")
    assert not may_read_version(NOBODY, process, "C")
