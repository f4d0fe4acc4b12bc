"""What waits for who looks after auditors, and for auditors themselves: what ends, what was applied for, who is to be seen."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.office.registration.models import Registration, Training
from mingzheng.office.registration.queries import open_candidacies
from mingzheng.rulebook.development import late_if_asked_before, request_answer_by
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import Standard

from .expiring import expiring, not_declared, short_of_hours, to_sign
from .models import Development, Request, Witnessing
from .queries import requests_seen_by


def _expiring(row: dict[str, Any], on: date) -> Item:
    standards = (row["of_what"],) if row["of_what"] in list(Standard) else ()
    return Item(f"person:{row['who']}", row["name"], standards, row["until"], f"expiring.{row['what']}")


def _registration(row: Registration, on: date) -> Item:
    return Item(f"person:{row.person.login}", named(row.person), (row.standard,), row.valid_until)


def _candidacy(row: Any, on: date) -> Item:
    why = f"candidacy-step.{row.step}"
    return Item(f"person:{row.person.login}", named(row.person), (row.standard,), None, why)


def _training(row: Training, on: date) -> Item:
    subject = f"training:{row.person.login}/{row.number}"
    return Item(subject, named(row.person), (row.standard,) if row.standard else (), None)


def _witnessing(row: Witnessing, on: date) -> Item:
    subject = f"witnessing:{row.person.login}/{row.standard}"
    return Item(subject, named(row.person), (row.standard,), row.planned_for)


def _development(row: Development, on: date) -> Item:
    return Item(f"development:{row.number}", named(row.person, row.code), (row.standard,), row.due_on)


def _request(row: Request, on: date) -> Item:
    due, why = request_answer_by(row.asked_on), f"request-kind.{row.kind}"
    return Item(f"step-request:{row.number}", named(row.person), (row.standard,), due, why)


@queue("competence.expiring", Role.COMPETENCE_EVALUATOR, Role.AUDITOR, item=_expiring)
def to_renew(by: Actor, on: date) -> QuerySet[Any]:
    """人员到期事项: what ends within ninety days; an auditor sees his own, but what he signs himself."""
    return expiring(on) if by.holds(Role.COMPETENCE_EVALUATOR) else not_declared(on, by.login)


@queue("competence.to-sign", *HELD_BY_PERSONS, item=_expiring)
def own_declarations(by: Actor, on: date) -> QuerySet[Any]:
    """声明待签署: everybody's own, unsigned or ending within ninety days."""
    return to_sign(on, by.login)


@queue("registration.short-of-hours", Role.COMPETENCE_EVALUATOR, Role.AUDITOR, item=_registration)
def to_learn(by: Actor, on: date) -> QuerySet[Any]:
    """继续教育学时不足: registrations that end within ninety days; an auditor sees his own."""
    return short_of_hours(on, "" if by.holds(Role.COMPETENCE_EVALUATOR) else by.login)


@queue("registration.candidacies", Role.COMPETENCE_EVALUATOR, item=_candidacy)
def candidacies(by: Actor, on: date) -> QuerySet[Any]:
    """在办申报: candidacies under way."""
    return open_candidacies()


@queue("registration.training", Role.COMPETENCE_EVALUATOR, item=_training)
def to_accept(by: Actor, on: date) -> QuerySet[Training]:
    """待审核的继续教育, one's own left out."""
    waiting = Training.objects.filter(accepted=None).exclude(person__login=by.login)
    return waiting.select_related("person").order_by("held_on", "pk")


@queue("competence.to-witness", Role.AUDITOR, item=_witnessing)
def to_witness(by: Actor, on: date) -> QuerySet[Witnessing]:
    """我的见证任务: planned, and not recorded yet."""
    waiting = Witnessing.objects.filter(witness__login=by.login, held_on=None, cancelled_on=None)
    return waiting.select_related("person").order_by("planned_for")


@queue("competence.development", Role.COMPETENCE_EVALUATOR, item=_development)
def to_conclude(by: Actor, on: date) -> QuerySet[Development]:
    """发展计划到期: what should have been achieved by today, and has no result."""
    waiting = Development.objects.filter(concluded_on=None, due_on__lte=on)
    return waiting.select_related("person").order_by("due_on", "pk")


@queue("competence.requests", Role.COMPETENCE_EVALUATOR, item=_request)
def to_answer(by: Actor, on: date) -> QuerySet[Request]:
    """见证、晋升申请待答复, one's own left out."""
    waiting = requests_seen_by(by).filter(answered_on=None).exclude(person__login=by.login)
    return waiting.order_by("asked_on", "pk")


@queue("competence.requests-late", Role.DIRECTOR, item=_request)
def answered_late(by: Actor, on: date) -> QuerySet[Request]:
    """申请逾期未答复: those whose thirty days are over."""
    return to_answer(by, on).filter(asked_on__lt=late_if_asked_before(on))
