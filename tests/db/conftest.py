"""The figures of 152 councils, read once for every test that only computes with them."""

import pytest

from db.queries import areas, benchmarks, funding


@pytest.fixture(scope="session")
def england(compared):
    """All areas, changes and groups."""
    with compared.reading_scope() as session:
        return areas.geography(session)


@pytest.fixture(scope="session")
def held(compared):
    """All benchmark indicators with every value."""
    with compared.reading_scope() as session:
        return benchmarks.benchmarks(session)


@pytest.fixture(scope="session")
def power(compared):
    """Core spending power of 2021/22 with the residents of mid-2019."""
    with compared.reading_scope() as session:
        return funding.core_spending_power(session, "2021/22", 2019)


@pytest.fixture(scope="session")
def spending(compared):
    """Net current expenditure by service."""
    with compared.reading_scope() as session:
        return funding.spending(session)


@pytest.fixture(scope="session")
def services(compared):
    """The services that councils account for."""
    with compared.reading_scope() as session:
        return funding.services(session)
