"""The field's terms."""

import inspect

import pytest

from domain import errors
from domain.errors import CompendiumError
from domain.terms import Access, Polarity


def test_a_polarity_has_a_sign():
    assert [polarity.sign for polarity in Polarity] == [1, -1, 0]


@pytest.mark.parametrize("access", list(Access))
def test_an_access_reads_as_the_end_of_a_sentence(access):
    assert access.value[0].islower()
    assert not access.value.endswith(".")


@pytest.mark.parametrize("name", ["NotFound", "NotPermitted", "Unreadable", "BadSettings"])
def test_what_we_raise_on_purpose_is_one_family(name):
    kind = dict(inspect.getmembers(errors, inspect.isclass))[name]
    assert issubclass(kind, CompendiumError)
    assert str(kind("Say what to do.")) == "Say what to do."
