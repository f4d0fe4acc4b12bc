"""A query composed once answers as if it were composed each time."""

from datetime import date, timedelta

import pytest
from django.db.models import QuerySet

from mingzheng.office.people.models import Leave
from mingzheng.office.record.prepared import Prepared
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def away(*, people: list[int], first: date, reason: str) -> QuerySet[Leave]:
    told = Leave.objects.filter(person__in=people, last_day__gte=first, reason=reason)
    return told.order_by("pk").values_list("person_id", "first_day", "reason")


def test_it_answers_as_the_query_does_whatever_the_values_and_their_number():
    people = [rows.auditor(login).pk for login in ("a", "b", "c")]
    for place, person in enumerate([*people, *people]):
        day = DAY + timedelta(days=place)
        Leave.objects.create(person_id=person, first_day=day, last_day=day, reason=f"年假{place % 2}")
    prepared = Prepared(away)
    for asked in (people, people[:1], people[1:], []):
        for day in (DAY, DAY + timedelta(days=3)):
            for reason in ("年假0", "年假1"):
                given = {"people": asked, "first": day, "reason": reason}
                assert prepared(**given) == list(away(**given)), given
    assert len(prepared.composed) == 3  # for three, one and two people; for nobody there is nothing to ask


def test_the_days_it_answers_are_days():
    rows_of = Prepared(away)
    person = rows.auditor("a").pk
    Leave.objects.create(person_id=person, first_day=DAY, last_day=DAY, reason="年假")
    assert rows_of(people=[person], first=DAY, reason="年假") == [(person, DAY, "年假")]
