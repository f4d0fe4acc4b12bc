"""What visits ask for, month by month, against what the auditors have; and the fields short of full-time auditors."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.people.models import Leave
from mingzheng.office.planning.demand import months_ahead
from mingzheng.office.programmes.models import Visit
from mingzheng.office.registration.models import Registration
from mingzheng.office.registration.queries import fields_short
from mingzheng.rulebook.dated_numbers import number
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def test_a_visit_counts_in_the_month_of_its_dates_or_else_of_its_latest_day():
    overdue, dated, due, held = (rows.visit(days=n) for n in ("1.0", "2.0", "3.0", "9.0"))
    Visit.objects.filter(pk=overdue.pk).update(earliest=None, latest=DAY - timedelta(days=40))
    Visit.objects.filter(pk=due.pk).update(latest=date(2026, 5, 31))
    Visit.objects.filter(pk=held.pk).update(latest=date(2026, 5, 31), begun_on=DAY, held_on=DAY)
    rows.team(dated, rows.auditor("zhao"), starts_on=date(2026, 4, 1))
    found = months_ahead(DAY, 3)
    assert [(one.first.month, one.demand) for one in found] == [
        (3, {"QMS": Decimal(1)}),
        (4, {"QMS": Decimal(2)}),
        (5, {"QMS": Decimal(3)}),
    ]
    assert not any(one.is_short for one in found)


def test_of_the_month_under_way_what_is_left_is_counted():
    rows.auditor("full")
    begun = rows.visit(days="9.0", latest=date(2026, 3, 31))
    Visit.objects.filter(pk=begun.pk).update(begun_on=DAY)
    month = months_ahead(date(2026, 3, 16), 1)[0]
    assert (month.capacity, month.asked) == (Decimal("9.6"), 0)  # 12 of 22 days, and nothing not begun


def test_an_auditor_has_the_half_days_of_his_weeks_less_his_leave():
    rows.auditor("full"), rows.auditor("learns", grade="trainee")
    assert months_ahead(DAY, 1)[0].capacity == Decimal("17.6")  # 22 days, 8 half-days of 5 days
    part = rows.auditor("part", full_time=False)
    assert months_ahead(DAY, 1)[0].capacity == Decimal("26.4")  # and 4 half-days
    Leave.objects.create(person=part, first_day=date(2026, 2, 1), last_day=date(2026, 3, 31))
    assert months_ahead(DAY, 1)[0].capacity == Decimal("17.6")
    rows.visit(days="18.0", latest=DAY)
    assert months_ahead(DAY, 1)[0].is_short


def test_a_field_that_falls_to_nine_full_time_auditors_is_called_out():
    for n in range(number("full_time_per_field")):
        rows.auditor(f"full{n}", ("QMS",))
    rows.auditor("part", ("QMS",), full_time=False)
    assert fields_short(DAY) == []
    Registration.objects.filter(person__login="full0").update(valid_until=DAY)
    assert fields_short(DAY) == []
    found = fields_short(DAY + timedelta(days=1))
    assert [(one.code, one.details["field"], one.details["has"]) for one in found] == [
        ("registration.field-short", "QMS", 9)
    ]
