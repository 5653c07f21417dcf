"""The people of a demonstration."""

from domain.people.demonstration import PEOPLE
from domain.terms import Role


def test_there_is_one_person_for_each_role_and_a_second_officer_to_sign_off():
    assert sorted(role for _, _, role in PEOPLE) == sorted([*Role, Role.BI_OFFICER])


def test_nobody_shares_a_user_name_or_a_name():
    assert len({username for username, _, _ in PEOPLE}) == len(PEOPLE)
    assert len({name for _, name, _ in PEOPLE}) == len(PEOPLE)
