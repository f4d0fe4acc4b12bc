"""Two who want the same half-day of the same person at the same moment: one gets it, the other is told why not."""

from datetime import date, timedelta
from threading import Barrier, Thread
from time import monotonic, sleep

import pytest
from django.db import IntegrityError, connection, transaction

from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.change_remote_share import change_remote_share
from mingzheng.office.schedule.actions.move_visit import move_visit
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

DAY, MON = date(2026, 3, 2), date(2026, 3, 16)


def appointed():
    visit = rows.visit("surveillance")
    Appointment.objects.create(visit=visit, starts_on=MON, ends_on=MON)
    return visit


@pytest.mark.django_db
def test_the_database_itself_lets_nobody_be_in_two_places():
    wang = rows.auditor("wang")
    first, second = appointed(), appointed()
    with pytest.raises(IntegrityError), transaction.atomic():
        for visit in (first, second):
            Booking.objects.create(person=wang, day=MON, half="am", visit=visit)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_refused_with_a_clear_answer():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")
    wang, visits = rows.auditor("wang"), [appointed(), appointed()]
    planner = Person.objects.create(login="zhou", roles=[Role.PROGRAMME_MANAGER])
    start, answers = Barrier(2), []

    def assign(number: str) -> None:
        try:
            start.wait(timeout=10)
            assign_member(
                number, wang.login, role=TeamRole.LEADER, standards=[Standard.QMS], on=DAY, by=planner
            )
            answers.append("assigned")
        except Refused as refused:
            answers.append(str(refused))
        finally:
            connection.close()

    threads = [Thread(target=assign, args=[visit.number]) for visit in visits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(answers) == ["assigned", "team.booked-already"]
    assert (Booking.objects.count(), Assignment.objects.count(), Event.objects.count()) == (2, 1, 1)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("share_first", [True, False])
def test_a_visit_moved_while_its_share_from_afar_is_changed_keeps_both(share_first):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")
    visit, later, failed = rows.visit("surveillance"), MON + timedelta(7), []
    rows.team(visit, rows.auditor("wang"))
    known = {"reason": "疫情缓解", "on": DAY}
    planner = Person.objects.create(login="zhou", roles=[Role.PROGRAMME_MANAGER])
    both = [
        lambda: change_remote_share(visit.number, remote_percent=20, by=planner, **known),
        lambda: move_visit(visit.number, starts_on=later, ends_on=later, by=planner, **known),
    ]
    first, second = both if share_first else both[::-1]

    def wait() -> None:
        try:
            second()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    waiting = Thread(target=wait)
    with transaction.atomic():
        first()
        waiting.start()
        until_somebody_waits()
    waiting.join(timeout=30)

    assert not failed
    kept = Appointment.objects.values_list("starts_on", "ends_on", "remote_percent").get()
    assert kept == (later, later, 20)


def until_somebody_waits() -> None:
    """For a lock held by this connection."""
    ends = monotonic() + 10
    while monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("nobody waits")
