"""What waits for auditors: meetings to hold, answers to enter and verify, reports to make, files to hand in."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import TO_COME, standards_of
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.office.registration.models import Candidacy, Traineeship
from mingzheng.office.schedule.models import Appointment, Assignment
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.on_site import hand_in_by
from mingzheng.rulebook.roles import Role

from .experience import trained
from .models import Audit, Finding


def _item(visit: Visit, held: str, due: date | None, why: str = "") -> Item:
    subject = f"audit:{visit.number}"
    return Item(subject, named(visit.client), tuple(held.split()), due, why or visit.name)


def _to_open(visit: Any, on: date) -> Item:
    return _item(visit, visit.held, visit.starts_on)


def _in_hand(audit: Any, on: date) -> Item:
    """On site until the closing meeting; then 25 days for report and file, 40 with nonconformities."""
    if audit.closed_on is None:
        return _item(audit.visit, audit.held, audit.ends_on, "audit.next.close")
    due = hand_in_by(audit.closed_on, findings=audit.has_findings)
    return _item(audit.visit, audit.held, due, f"audit.next.{'hand_in' if audit.reported_on else 'report'}")


def _finding(finding: Finding, on: date) -> Item:
    return _item(finding.audit.visit, finding.standard, finding.due_on, f"finding.grade.{finding.grade}")


def _trainee(row: Traineeship, on: date) -> Item:
    return Item(f"person:{row.person.login}", named(row.person), (row.standard,))


def _led_by(by: Actor) -> QuerySet[Any]:
    """Keys of the visits this person leads."""
    return Assignment.objects.filter(person__login=by.login, role="leader").values("visit")


def _audits_led_by(by: Actor) -> QuerySet[Any]:
    """Audits this person leads, with `ends_on` of the appointment and whether nonconformities were raised."""
    raised = Finding.objects.filter(audit=OuterRef("pk"), withdrawn_on=None).exclude(grade=Grade.OBSERVATION)
    appointed = Appointment.objects.filter(visit=OuterRef("visit"))
    return (
        Audit.objects.filter(visit__in=_led_by(by))
        .select_related("visit__client")
        .annotate(
            held=standards_of("visit"),
            ends_on=Subquery(appointed.values("ends_on")[:1]),
            has_findings=Exists(raised),
        )
    )


@queue("audits.to-open", Role.AUDITOR, item=_to_open)
def to_open(by: Actor, on: date) -> QuerySet[Any]:
    """待召开首次会议: audits one leads that begin within a week, or should have begun."""
    appointed = Appointment.objects.filter(visit=OuterRef("pk"), announced_on__isnull=False)
    visits = (
        Visit.objects.filter(TO_COME)
        .select_related("client")
        .annotate(held=standards_of(), starts_on=Subquery(appointed.values("starts_on")[:1]))
    )
    begun = Exists(Audit.objects.filter(visit=OuterRef("pk")))
    led = visits.filter(~begun, pk__in=_led_by(by))
    return led.filter(starts_on__lte=last_day("opening_notice", on)).order_by("starts_on")


@queue("audits.in-hand", Role.AUDITOR, item=_in_hand)
def in_hand(by: Actor, on: date) -> QuerySet[Any]:
    """在办审核: audits one leads, from the opening meeting until the file is handed in; stage 1 until it is reported."""
    audits = _audits_led_by(by).filter(
        Q(reported_on=None) | ~Q(visit__kind=VisitKind.STAGE1), handed_in_on=None
    )
    return audits.order_by(F("closed_on").asc(nulls_last=True), "ends_on")


def _findings() -> QuerySet[Finding]:
    kept = Finding.objects.filter(withdrawn_on=None, verified_on=None).exclude(grade=Grade.OBSERVATION)
    return kept.select_related("audit__visit__client").order_by(F("due_on").asc(nulls_last=True))


@queue("audits.to-answer", Role.PROGRAMME_MANAGER, Role.AUDITOR, item=_finding)
def to_answer(by: Actor, on: date) -> QuerySet[Finding]:
    """待录入整改: nonconformities of closed audits whose answer the client owes; the office sees those of all."""
    owed = _findings().filter(responded_on=None, audit__closed_on__isnull=False)
    return owed if by.holds(Role.PROGRAMME_MANAGER) else owed.filter(audit__visit__in=_led_by(by))


@queue("audits.to-verify", Role.AUDITOR, item=_finding)
def to_verify(by: Actor, on: date) -> QuerySet[Finding]:
    """待验证的不符合项: answered, in audits one leads."""
    return _findings().filter(audit__visit__in=_led_by(by), responded_on__isnull=False)


@queue("registration.trainees", Role.COMPETENCE_EVALUATOR, item=_trainee)
def trainees(by: Actor, on: date) -> QuerySet[Traineeship]:
    """实习天数已满: who has the days of his traineeship and is not applied for yet."""
    applied = Candidacy.objects.filter(
        person=OuterRef("person"), standard=OuterRef("standard"), concluded_on=None
    )
    return trained(on).filter(~Exists(applied)).select_related("person").order_by("begun_on", "pk")
