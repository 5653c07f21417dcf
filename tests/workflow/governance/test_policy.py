"""Who may see what: the whole table, compared with one written here by hand."""

import itertools

import pytest

from domain.errors import NotPermitted
from domain.terms import Access, Role
from tests.builders import an_actor
from workflow.access import NOBODY, PERMITTED, Actor, accesses_of, may, require

STRANGER = "stranger"
NO_ROLE = "no role"
WHO = (STRANGER, NO_ROLE, *(role.value for role in Role))

EVERYBODY = set(WHO)
TABLE = {
    Access.PUBLISHED: EVERYBODY,
    Access.SIGN_IN: EVERYBODY,
    Access.OWN_ACCOUNT: EVERYBODY - {STRANGER},
    Access.ACCOUNTS: {"administrator"},
    Access.AUDIT_LOG: EVERYBODY - {STRANGER, NO_ROLE, "member"},
    Access.AUDIT_EXPORT: {"bi_officer", "democratic_services"},
    Access.BEGINNING: {"bi_officer"},
    Access.WORKING: EVERYBODY - {STRANGER, NO_ROLE, "administrator"},
}


def actor(who: str) -> Actor:
    if who == STRANGER:
        return NOBODY
    return an_actor() if who == NO_ROLE else an_actor(Role(who))


@pytest.mark.parametrize(("access", "who"), list(itertools.product(Access, WHO)))
def test_an_access_is_had_by_exactly_those_in_the_table(access, who):
    assert may(actor(who), access) is (who in TABLE[access])


@pytest.mark.parametrize("who", WHO)
def test_the_accesses_of_somebody_are_those_of_the_table_in_its_order(who):
    permitted = [access for access in Access if who in TABLE[access]]
    assert accesses_of(actor(who)) == permitted


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Role, 2)))
def test_two_roles_give_what_each_of_them_gives_and_nothing_more(one, other):
    both = set(accesses_of(an_actor(one, other)))
    assert both == {
        *accesses_of(an_actor(one)),
        *accesses_of(an_actor(other)),
    }


@pytest.mark.parametrize("access", list(Access))
def test_every_access_stands_in_the_product_s_table(access):
    assert access in PERMITTED


def test_what_is_permitted_passes_without_a_word():
    require(an_actor(Role.ADMINISTRATOR), Access.ACCOUNTS)
    require(NOBODY, Access.PUBLISHED)


@pytest.mark.parametrize("who", WHO[:-1])
def test_what_is_not_permitted_is_refused_in_plain_words(who):
    with pytest.raises(NotPermitted) as refusal:
        require(actor(who), Access.ACCOUNTS)
    assert refusal.value.reason.endswith(f"{Access.ACCOUNTS.value}.")


def test_roles_alone_do_not_make_somebody_signed_in():
    assert not NOBODY.signed_in
    assert not Actor(roles=frozenset({Role.LEADER})).signed_in
    assert an_actor().signed_in
