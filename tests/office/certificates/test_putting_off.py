"""What an extraordinary event lets a certificate do: wait for its surveillance, live beyond its last day (IAF ID 3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.office.certificates.actions.prolong_certificate import prolong_certificate
from mingzheng.office.certificates.actions.put_off_surveillance import put_off_surveillance
from mingzheng.office.certificates.actions.record_surveillance import record_surveillance
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.editions import EDITIONS
from mingzheng.rulebook.extraordinary import latest_put_off, objections_to_putting_off
from mingzheng.rulebook.own_system import Deviation, Window
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate, clerk, decided, surveyed

DAY = date(2019, 3, 4)  # of issue, under the rule of 2016
ON = date(2020, 2, 10)
EVENT = [Window(date(2020, 1, 24), None, frozenset(Deviation))]
CN2016 = next(one for one in EDITIONS if one.key == "CN2016")
needs_rows = pytest.mark.django_db


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def holding(role: Role) -> Person:
    return Person.objects.get_or_create(login=role, defaults={"name_zh": "办理人", "roles": [role]})[0]


def put_off(held: Certificate, until: date, *, events=EVENT, on=ON, by=None):
    return put_off_surveillance(
        held.number,
        until=until,
        reason="疫情",
        events=events,
        on=on,
        by=by or holding(Role.PROGRAMME_MANAGER),
    )


def prolong(held: Certificate, until: date, *, events=EVENT, on=ON, by=None):
    return prolong_certificate(
        held.number, until=until, reason="疫情", events=events, on=on, by=by or holding(Role.DECISION_MAKER)
    )


@needs_rows
def test_a_surveillance_waits_up_to_six_months_and_a_second_time_within_the_same_six():
    held = certificate(on=DAY)
    assert held.surveillance_due_on == date(2020, 3, 4)

    put_off(held, date(2020, 5, 4))
    put_off(held, date(2020, 9, 4))

    held.refresh_from_db()
    assert (held.surveillance_due_on, held.put_off_from) == (date(2020, 9, 4), date(2020, 3, 4))
    with pytest.raises(Refused) as refused:
        put_off(held, date(2020, 9, 5))
    assert codes(refused) == ["put-off.too-long"]


@needs_rows
def test_once_surveilled_nothing_is_put_off_any_more():
    held = certificate(on=DAY)
    put_off(held, date(2020, 9, 4))
    decision = decided("maintain", held, date(2020, 8, 1), audit=surveyed(held, date(2020, 8, 1)))

    record_surveillance(decision.number, on=date(2020, 8, 1), by=CLOCK)

    held.refresh_from_db()
    assert held.put_off_from is None
    assert held.surveillance_due_on is None  # the recertification comes next


@needs_rows
@pytest.mark.parametrize("do", [put_off, prolong])
def test_only_while_an_event_allows_it(do):
    held = certificate(on=DAY)
    for events in ([], [Window(date(2020, 1, 24), date(2020, 2, 9), frozenset(Deviation))]):
        with pytest.raises(Refused) as refused:
            do(held, date(2022, 6, 1) if do is prolong else date(2020, 6, 1), events=events)
        assert codes(refused) == ["special-event.outside"]


@needs_rows
@pytest.mark.parametrize("do", [put_off, prolong])
def test_not_to_an_earlier_day_nor_by_whoever_is_not_called_to_it(do):
    held = certificate(on=DAY)
    with pytest.raises(Refused) as refused:
        do(held, ON)
    assert codes(refused) == ["put-off.not-later"]
    with pytest.raises(Refused) as refused:
        do(held, date(2022, 6, 1), by=clerk())
    assert codes(refused) == ["person.not-yours"]


@needs_rows
def test_a_prolonged_certificate_is_renewed_in_time_and_the_next_cycle_keeps_the_original_days():
    held = certificate(on=date(2017, 3, 6))
    assert held.expires_on == date(2020, 3, 5)
    sub = held.subs.create(
        number=f"{held.number}-1", name_zh="一厂", issued_on=held.issued_on, expires_on=held.expires_on
    )
    prolong(held, date(2020, 9, 5))
    sub.refresh_from_db()
    assert sub.expires_on == date(2020, 9, 5)
    audit = surveyed(held, date(2020, 5, 7), kind="recertification")
    decision = decided("renew", held, date(2020, 6, 1), audit=audit)

    renewed = renew_certificate(decision.number, on=date(2020, 6, 2), by=clerk())

    assert (renewed.outcome, renewed.previous_becomes) == ("renewed", "replaced")
    assert renewed.expires_on == date(2023, 3, 5)


@given(
    st.sampled_from([Deviation.POSTPONED, Deviation.PROLONGED]),
    st.dates(date(2017, 1, 1), date(2030, 1, 1)),
    st.integers(-400, 400),
    st.sampled_from(EDITIONS),
)
def test_a_day_is_moved_later_and_never_further_than_the_edition_allows(deviation, original, days, edition):
    until = original + timedelta(days=days)
    events = [Window(original, None, frozenset({deviation}))]
    found = objections_to_putting_off(
        deviation, original, until, "疫情", edition=edition, events=events, on=original
    )
    assert (not found) == (original < until <= latest_put_off(deviation, original, edition))
    assert latest_put_off(deviation, original, edition) <= add_months(original, 6)
