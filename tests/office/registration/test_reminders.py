"""Who is reminded in time: of hours short before registering again, and of a trainee who has his days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.audits.experience import audits_held, log_of
from mingzheng.office.audits.models import Audit
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.registration.models import Candidacy, Experience, Registration, Traineeship, Training
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.dated_numbers import number
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db
ENDS = DAY + timedelta(days=number("renew_soon"))


def waiting(name, by, on=DAY):
    return [(row.person.login, row.standard) for row in QUEUES[f"registration.{name}"].waiting(by, on)]


def learned(login, hours, standard="QMS", held_on=date(2026, 1, 5), *, accepted=True):
    person = Registration.objects.filter(person__login=login)[0].person
    n = Training.objects.filter(person=person).count() + 1
    told = {"kind": "course", "title": "x", "evidence": "x", "held_on": held_on, "accepted": accepted}
    Training.objects.create(person=person, number=n, standard=standard, hours=Decimal(hours), **told)


def test_hours_short_are_called_out_from_the_ninetieth_day_before_the_registration_ends(cast):
    rows.auditor("zhao", ("QMS",))
    Registration.objects.update(valid_until=ENDS)
    by = cast["competence_evaluator"]
    assert waiting("short-of-hours", by, DAY - timedelta(days=1)) == []
    assert waiting("short-of-hours", by) == [("zhao", "QMS")]
    assert waiting("short-of-hours", by, ENDS) and not waiting("short-of-hours", by, ENDS + timedelta(days=1))
    all_of_them, of_field = number("ccaa_cpd_hours"), number("ccaa_cpd_field_hours")
    learned("zhao", all_of_them, standard="EMS")  # of another field
    learned("zhao", all_of_them, held_on=date(2024, 12, 31))  # before it began
    learned("zhao", all_of_them, accepted=False)
    learned("zhao", all_of_them - of_field, standard="")
    learned("zhao", of_field - 1)
    assert waiting("short-of-hours", by) == [("zhao", "QMS")]
    learned("zhao", 1)
    assert waiting("short-of-hours", by) == []


def test_enough_hours_but_too_few_in_the_field_are_short(cast):
    rows.auditor("zhao", ("QMS",))
    Registration.objects.update(valid_until=ENDS)
    learned("zhao", number("ccaa_cpd_hours"), standard="")
    assert waiting("short-of-hours", cast["competence_evaluator"]) == [("zhao", "QMS")]


def test_an_auditor_is_told_of_his_own_hours_and_a_trainee_needs_none(cast):
    zhao = rows.auditor("zhao", ("QMS",))
    rows.auditor("qian", ("QMS",)), rows.auditor("sun", ("QMS",), grade="trainee")
    Registration.objects.update(valid_until=ENDS)
    assert waiting("short-of-hours", zhao) == [("zhao", "QMS")]
    assert len(waiting("short-of-hours", cast["competence_evaluator"])) == 2


def trainee(days=1, on_site=1) -> Traineeship:
    mentor, person = rows.auditor("liu", ("QMS",)), rows.auditor("chen", ("QMS",), grade="trainee")
    told = {"target_days": days, "target_on_site_days": on_site, "begun_on": DAY}
    return Traineeship.objects.create(person=person, standard="QMS", mentor=mentor, **told)


def audited(person, standard="QMS", day=DAY) -> Audit:
    """A day of two halves on an audit that was closed."""
    visit = rows.visit(certifications=[rows.certification(standard)])
    rows.team(visit, rows.auditor(f"leads-{visit.number}"), person, starts_on=day)
    return rows.audit(visit)


def test_a_trainee_who_has_his_days_is_called_out_to_be_registered(cast):
    under_way, by = trainee(), cast["competence_evaluator"]
    assert waiting("trainees", by) == []
    audit = audited(under_way.person)
    assert waiting("trainees", by) == [("chen", "QMS")]
    Audit.objects.filter(pk=audit.pk).update(closed_on=None)
    assert waiting("trainees", by) == []
    Audit.objects.filter(pk=audit.pk).update(closed_on=DAY)
    Candidacy.objects.create(
        person=under_way.person, standard="QMS", kind="promote", grade="auditor", education="bachelor", opened_on=DAY
    )  # fmt: skip
    assert waiting("trainees", by) == []


def test_days_of_another_standard_or_of_a_traineeship_that_ended_do_not_count(cast):
    under_way, by = trainee(), cast["competence_evaluator"]
    audited(under_way.person, "EMS")
    assert waiting("trainees", by) == []
    Traineeship.objects.update(target_days=0, target_on_site_days=0, ended_on=DAY)
    assert waiting("trainees", by) == []


def test_days_elsewhere_count_too_in_tenths(cast):
    under_way, by = trainee(days=2), cast["competence_evaluator"]
    audited(under_way.person)
    told = {"standard": "QMS", "role": "trainee", "last_day": DAY, "on_site_days": 0, "evidence": "x"}
    for n in range(9):
        Experience.objects.create(
            person=under_way.person, organisation=f"厂{n}", first_day=DAY, audit_days=Decimal("0.1"), **told
        )
    assert waiting("trainees", by) == []
    Experience.objects.create(
        person=under_way.person, organisation="厂", first_day=DAY, audit_days=Decimal("0.1"), **told
    )
    assert waiting("trainees", by) == [("chen", "QMS")]


def test_the_days_that_call_a_trainee_out_are_those_his_card_counts(cast):
    under_way, by = trainee(days=2, on_site=2), cast["competence_evaluator"]
    login = under_way.person.login
    days = [DAY - timedelta(days=n) for n in range(5)]
    audited(under_way.person, day=days[0]), audited(under_way.person, "EMS", days[1])
    expert = audited(under_way.person, day=days[2])
    Assignment.objects.filter(visit=expert.visit, person=under_way.person).update(role="expert")
    for counts, day in ((1, days[3]), (2, days[4])):
        assert log_of(audits_held(login, date.min, DAY), "QMS").audit_days == counts
        assert waiting("trainees", by) == [(login, "QMS")] * (counts == 2)
        audited(under_way.person, day=day)
