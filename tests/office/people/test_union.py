"""Who is in the union, and under a contract, of the people of a day."""

from datetime import date, timedelta

import pytest

from mingzheng.office.people.actions.join_union import join_union
from mingzheng.office.people.actions.leave_union import leave_union
from mingzheng.office.people.models import Employment
from mingzheng.office.people.queries import memberships_on, union_members_seen_by
from mingzheng.office.record.figure import FIGURES
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import Refused
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def joined(cast, login="auditor", day=DAY) -> str:
    return join_union(login, joined_on=day, on=DAY, by=cast["union"]).number


def test_a_member_counts_from_the_day_he_joined_until_he_leaves(cast):
    number = joined(cast)
    with pytest.raises(Refused, match="union.member"):
        joined(cast)
    assert not memberships_on(DAY - timedelta(days=1)) and memberships_on(DAY).get().person.login == "auditor"
    assert figure("union-members")["value"] == 1 and figure("people")["value"] == len(HELD_BY_PERSONS)
    leaving = {"on": DAY, "by": cast["union"]}
    for day, why in ((DAY - timedelta(days=1), "ends-before"), (DAY + timedelta(days=1), "union.in-future")):
        with pytest.raises(Refused, match=why):
            leave_union(number, left_on=day, **leaving)
    leave_union(number, left_on=DAY, **leaving)
    with pytest.raises(Refused, match="union.left"):
        leave_union(number, left_on=DAY, **leaving)
    assert not memberships_on(DAY) and figure("union-members")["value"] == 0
    joined(cast)  # again


def test_nobody_joins_tomorrow(cast):
    with pytest.raises(Refused, match="union.in-future"):
        joined(cast, day=DAY + timedelta(days=1))


def test_who_has_a_contract_is_counted_of_all(cast):
    Employment.objects.create(person=cast["auditor"], number="1", full_time=True, first_day=date(2025, 1, 1))
    Employment.objects.create(
        person=cast["market"], number="2", full_time=True, first_day=date(2025, 1, 1), last_day=date(2026, 12, 31)
    )  # fmt: skip
    assert (figure("under-contract", 2026)["value"], figure("under-contract", 2027)["value"]) == (2, 1)


def test_membership_is_seen_by_the_union_the_general_office_and_oneself(cast):
    joined(cast)
    sees = {role.value for role in HELD_BY_PERSONS if union_members_seen_by(cast[role]).exists()}
    assert sees == {"union", "general_office", "auditor"}


def test_the_figure_of_members_names_none_of_them(cast):
    joined(cast)
    assert not [name for name in FIGURES["union-members"].shows if "name" in name or "login" in name]
