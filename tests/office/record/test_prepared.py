"""A query composed once answers as if it were composed each time."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from mingzheng.office.people.actions.set_password import PasswordSet
from mingzheng.office.people.models import Leave
from mingzheng.office.programmes.queries import put_parts_beside
from mingzheng.office.record.action import write
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.log import sequence
from mingzheng.office.record.models import Event
from mingzheng.office.record.prepared import Prepared, PreparedInsert, PreparedUpdate
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


def absent(*, login: str, first: date) -> QuerySet[Leave]:
    told = Leave.objects.select_related("person").prefetch_related("person__leaves")
    told = told.annotate(who=F("person__name_zh"), later=Exists(Leave.objects.filter(pk__lt=OuterRef("pk"))))
    return told.filter(person__login=login, last_day__gte=first).order_by("pk")


def test_models_come_with_what_is_reckoned_selected_and_fetched_beside_them(django_assert_num_queries):
    for login in ("a", "b"):
        person = rows.auditor(login)
        for day in (DAY, DAY + timedelta(days=3)):
            Leave.objects.create(person=person, first_day=day, last_day=day, reason="年假")
    prepared = Prepared(absent)
    for login, count in (("a", 1), ("b", 1), ("nobody", 0)):
        given = {"login": login, "first": DAY + timedelta(days=1)}
        with django_assert_num_queries(1 + count):
            found = prepared(**given)
            told = [(one, one.who, one.later, one.person, list(one.person.leaves.all())) for one in found]
        assert told == [(r, r.who, r.later, r.person, list(r.person.leaves.all())) for r in absent(**given)]
        assert len(told) == count
    found[:] = prepared(login="a", first=DAY)
    found[0].reason = "病假"
    found[0].save()
    assert prepared(login="a", first=DAY)[0].reason == "病假"


def test_what_is_not_there_beside_a_model_is_not_asked_for_again(django_assert_num_queries):
    write([PasswordSet("a"), PasswordSet("b")], on=DAY, by=CLOCK)
    sequence(at=timezone.now(), limit=1)
    prepared = Prepared(
        lambda *, kind: Event.objects.select_related("log_entry").filter(kind=kind).order_by("pk")
    )
    with django_assert_num_queries(1):
        placed, waiting = prepared(kind=PasswordSet.KIND)
        assert placed.log_entry.position == 0 and placed.facts == {"login": "a"}
        assert waiting.subject == "person:b" and not hasattr(waiting, "log_entry")


def test_one_row_is_had_or_what_django_says_is_raised():
    person = rows.auditor("a")
    one = Prepared(lambda *, reason: Leave.objects.filter(reason=reason).order_by("pk"))
    with pytest.raises(Leave.DoesNotExist):
        one.get(reason="年假")
    assert one.first(reason="年假") is None
    made = [
        Leave.objects.create(person=person, first_day=DAY, last_day=DAY, reason=reason)
        for reason in ("年假", "病假", "病假")
    ]
    assert one.get(reason="年假") == one.first(reason="年假") == made[0]
    with pytest.raises(Leave.MultipleObjectsReturned):
        one.get(reason="病假")
    assert one.first(reason="病假") == made[1]


def test_single_values_come_flat():
    reasons = Prepared(
        lambda *, login: (
            Leave.objects.filter(person__login=login).order_by("pk").values_list("reason", flat=True)
        )
    )
    person = rows.auditor("a")
    for reason in ("年假", "病假"):
        Leave.objects.create(person=person, first_day=DAY, last_day=DAY, reason=reason)
    assert reasons(login="a") == ["年假", "病假"] and reasons(login="b") == []


def test_a_query_that_asks_for_something_made_of_a_value_is_not_composed():
    """The value would stand in it for ever."""
    begins = Prepared(lambda *, start: Leave.objects.filter(reason__startswith=start))
    with pytest.raises(ValueError, match="start"):
        begins(start="年")


def test_a_composed_change_changes_the_rows_it_is_told_to_and_no_others():
    person = rows.auditor("a")
    for reason in ("年假", "病假", "事假"):
        Leave.objects.create(person=person, first_day=DAY, last_day=DAY, reason=reason)
    prolong = PreparedUpdate(
        lambda *, reasons, until: (Leave.objects.filter(reason__in=reasons), {"last_day": until})
    )
    for days, reasons in ((1, ["年假"]), (2, ["病假"]), (3, ["年假", "事假"])):
        prolong(reasons=reasons, until=DAY + timedelta(days=days))
    prolong(reasons=[], until=DAY)
    lasts = dict(Leave.objects.values_list("reason", "last_day"))
    assert lasts == {reason: DAY + timedelta(days=n) for reason, n in (("年假", 3), ("病假", 2), ("事假", 3))}


def test_a_composed_change_of_no_rows_whoever_is_named_is_an_error():
    never = PreparedUpdate(lambda *, reason: (Leave.objects.filter(reason=reason).none(), {"reason": "年假"}))
    with pytest.raises(EmptyResultSet):
        never(reason="病假")


def test_a_row_stored_by_a_composed_statement_is_as_one_that_django_stores():
    person, store = rows.auditor("a"), PreparedInsert(Leave)
    for reason, cancelled in (("年假", None), ("病假", DAY)):
        told = {"person": person, "first_day": DAY, "last_day": DAY, "reason": reason}
        Leave.objects.create(**told, cancelled_on=cancelled)
        store(Leave(**told, cancelled_on=cancelled))
    columns = [field.attname for field in Leave._meta.concrete_fields if not field.primary_key]
    by_django, composed, again, composed_again = Leave.objects.order_by("pk").values(*columns)
    assert by_django == composed and again == composed_again


@pytest.mark.django_db(transaction=True)
def test_rows_are_locked_within_a_transaction_alone_however_often_it_is_asked():
    locked = Prepared(lambda *, reason: Leave.objects.select_for_update().filter(reason=reason))
    with transaction.atomic():
        assert locked(reason="年假") == []
    for _ in range(2):
        with pytest.raises(transaction.TransactionManagementError):
            locked(reason="年假")


@pytest.mark.parametrize("named", [False, True])
def test_a_query_for_dictionaries_or_named_tuples_is_not_composed(named):
    def asked(*, reason):
        rows_of = Leave.objects.filter(reason=reason)
        return rows_of.values_list("reason", named=True) if named else rows_of.values("reason")

    with pytest.raises(ValueError, match="nothing else"):
        Prepared(asked)(reason="年假")


def test_rows_put_beside_a_model_belong_to_that_very_one(django_assert_num_queries):
    visit = rows.visit()
    put_parts_beside(visit)
    with django_assert_num_queries(0):
        assert [part.visit is visit for part in visit.parts.all()] == [True]
