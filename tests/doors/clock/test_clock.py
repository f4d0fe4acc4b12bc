"""What the clock does when nobody does anything."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from mingzheng.doors import today as days
from mingzheng.doors.clock import followers
from mingzheng.doors.clock.deadlines import expire_certificates, look_into_the_books
from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.decisions.made import DecisionMade
from mingzheng.office.record.action import write
from mingzheng.office.record.models import Checkpoint, Event, Follower, LogEntry
from tests.certified import certificate, clerk, decided, surveyed
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def tell(decision) -> None:
    """The event that the decision's own action would have written."""
    facts = (decision.number, decision.certification.subject_key, decision.act, "", "", "", "", "")
    write([DecisionMade(*facts)], on=decision.decided_on, by=clerk())


def test_a_certificate_expires_by_itself_on_the_day_after_its_last_however_late_the_clock_wakes():
    held = certificate()
    assert expire_certificates(held.expires_on) == 0
    assert expire_certificates(held.expires_on + timedelta(days=9)) == 1
    assert expire_certificates(held.expires_on + timedelta(days=9)) == 0

    held.refresh_from_db()
    event = Event.objects.get(kind="certificate.expired")
    assert (held.status, held.ended_on) == ("expired", held.expires_on + timedelta(days=1))
    assert (event.on, event.by) == (held.ended_on, "clock")


def test_a_decision_to_maintain_moves_the_next_surveillance_and_hearing_it_twice_does_nothing():
    held = certificate()
    tell(decided("maintain", held, date(2027, 2, 22), audit=surveyed(held, date(2027, 2, 8))))

    catch_up(at=timezone.now())
    Follower.objects.update(position=0)
    catch_up(at=timezone.now())

    held.refresh_from_db()
    assert held.surveillance_due_on == date(2028, 2, 8)
    assert Event.objects.filter(kind="certificate.surveillance-recorded").count() == 1


def test_other_decisions_move_nothing():
    held = certificate()
    tell(decided("maintain", held, DAY, audit=surveyed(held, DAY, kind="special")))
    tell(decided("suspend", held, DAY, reason_code="0116"))

    assert catch_up(at=timezone.now()).stumbled == set()
    assert Event.objects.filter(kind="certificate.surveillance-recorded").count() == 0


def test_every_event_gets_its_place_what_follows_included():
    held = certificate()
    tell(decided("maintain", held, date(2027, 2, 22), audit=surveyed(held, date(2027, 2, 8))))

    caught = catch_up(at=timezone.now())

    assert caught.sequenced == Event.objects.count() == LogEntry.objects.count() >= 3
    assert Checkpoint.objects.latest("size").size == caught.sequenced
    assert catch_up(at=timezone.now()).sequenced == 0


def test_a_follower_that_stumbles_does_not_stop_the_others_and_tries_again(monkeypatch, caplog):
    heard, broken = [], [True]

    def stumble(event):
        if broken:
            raise RuntimeError
        heard.append(event)

    told = {"a": {"certificate.issued": stumble}, "b": {"certificate.issued": heard.append}}
    monkeypatch.setattr(followers, "FOLLOWERS", told)
    certificate()

    assert catch_up(at=timezone.now()).stumbled == {"a"}
    assert len(heard) == 1 and "the follower a stumbled" in caplog.text
    broken.clear()
    assert catch_up(at=timezone.now()).stumbled == set()
    assert len(heard) == 2


def test_a_follower_that_another_process_moved_on_meanwhile_does_not_go_back(monkeypatch):
    def meanwhile(event):
        Follower.objects.update(position=100)

    monkeypatch.setattr(followers, "FOLLOWERS", {"a": {"certificate.issued": meanwhile}, "b": {}})
    certificate()

    catch_up(at=timezone.now())
    assert set(Follower.objects.values_list("name", "position")) == {("a", 100), ("b", 100)}


@pytest.mark.broken_books
def test_what_is_wrong_in_the_books_is_said_in_the_log(caplog):
    certificate()
    assert look_into_the_books()
    Certificate.objects.update(status="withdrawn", ended_on=DAY)
    assert not look_into_the_books()
    assert "its events say in_force" in caplog.text


def test_the_command_does_all_of_it_once(capsys, monkeypatch):
    held = certificate()
    monkeypatch.setattr(days, "clock", lambda: held.expires_on + timedelta(days=1))

    with pytest.raises(SystemExit) as left:
        call_command("clock")

    held.refresh_from_db()
    assert (left.value.code, held.status) == (0, "expired")
    assert "deadlines=2 books=ok" in capsys.readouterr().out
