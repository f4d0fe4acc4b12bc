"""What visits ask for of each technical code, month by month, against what its holders can still give."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.competence.models import Competence
from mingzheng.office.planning.code_months import code_months, short
from mingzheng.office.programmes.models import Certification
from mingzheng.office.schedule.models import Appointment, Assignment
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db
CODE, OTHER = "17.10.02", "19.01"
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def visit_of(*codes: str, days: str = "3.0", latest: date = DAY, **more):
    made = rows.certification()
    Certification.objects.filter(pk=made.pk).update(technical_codes=list(codes))
    return rows.visit(certifications=[made], days=days, earliest=None, latest=latest, **more)


def test_a_code_falls_short_in_the_month_its_holders_cannot_give_what_is_asked():
    rows.auditor("full")
    visit_of(CODE, days="17.5"), visit_of(CODE, days="17.7", latest=date(2026, 4, 30))
    march, april = (code_months(DAY, 2)["QMS", CODE][first] for first in (MARCH, APRIL))
    assert (march.asked, march.left, march.is_short) == (Decimal("17.5"), Decimal("17.6"), False)
    assert (april.asked, april.left, april.is_short) == (Decimal("17.7"), Decimal("16.8"), True)
    assert short(code_months(DAY, 2)) == [("QMS", CODE, APRIL)]


def test_the_days_of_a_visit_are_shared_among_its_codes_and_a_code_nobody_holds_falls_short():
    rows.auditor("full")
    asked = visit_of(CODE, OTHER)
    found = code_months(DAY, 1)
    assert {key: months[MARCH].asked for key, months in found.items()} == {
        ("QMS", CODE): Decimal("1.5"),
        ("QMS", OTHER): Decimal("1.5"),
    }
    assert short(found) == [("QMS", OTHER, MARCH)]
    assert [one.visit for one in found["QMS", OTHER][MARCH].visits] == [asked.number]


def test_a_visit_with_its_team_asks_for_nobody_and_what_is_booked_can_not_be_given_again():
    one = rows.auditor("full")
    rows.team(visit_of(CODE), one, starts_on=date(2026, 3, 10))
    month = code_months(DAY, 1)["QMS", CODE][MARCH]
    assert (month.asked, month.waiting) == (Decimal("3.0"), 0)
    assert month.left == Decimal("16.6")  # one day of his 17.6 is given


def test_a_visit_that_has_its_dates_and_nobody_to_audit_still_waits_for_its_team():
    one = rows.auditor("full")
    dated = visit_of(CODE)
    Appointment.objects.create(visit=dated, starts_on=date(2026, 3, 10), ends_on=date(2026, 3, 10))
    month = code_months(DAY, 1)["QMS", CODE][MARCH]
    assert (month.waiting, month.left) == (Decimal("3.0"), Decimal("17.6"))
    Assignment.objects.create(visit=dated, person=one, role="expert", standards=["QMS"])
    assert code_months(DAY, 1)["QMS", CODE][MARCH].waiting == Decimal("3.0")


def test_who_is_not_registered_for_the_standard_or_no_longer_competent_gives_nothing():
    rows.auditor("learns", grade="trainee"), rows.auditor("green", ("EMS",))
    rows.auditor("group"), rows.auditor("ends")
    Competence.objects.filter(person__login="group").update(code="17")
    Competence.objects.filter(person__login="ends").update(ended_on=APRIL)
    visit_of(CODE)
    months = code_months(DAY, 2)["QMS", CODE]
    assert {who.login for who in months[MARCH].free} == {"group", "ends"}
    assert [who.login for who in months[APRIL].free] == ["group"]


def test_as_many_queries_are_asked_for_forty_codes_as_for_one(django_assert_num_queries):
    for n in range(3):
        rows.auditor(f"full{n}")
    visit_of(CODE)
    code_months(DAY, 1)  # what is read once is read
    with django_assert_num_queries(10):
        code_months(DAY, 12)
    visit_of(*(f"17.{n:02d}" for n in range(40)))
    with django_assert_num_queries(10):
        assert len(code_months(DAY, 12)) == 41
