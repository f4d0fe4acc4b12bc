"""What waits: the three parts of the review, the audit time, the conclusion, contracts to offer and to sign."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.contract_review import ApplicationStatus, Part
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.roles import Role

from .models import Application, ApplicationReview, AuditTime, Contract, Question
from .queries import under_review


def _application(row: Application, on: date) -> Item:
    due = last_day("answer_application", row.submitted_on) if row.submitted_on else None
    return Item(f"application:{row.number}", named(row), tuple(row.standards), due)


def _accepted(row: Application, on: date) -> Item:
    due = last_day("send_contract", row.concluded_on) if row.concluded_on else None
    return Item(f"application:{row.number}", named(row), tuple(row.standards), due)


def _contract(row: Contract, on: date) -> Item:
    due = last_day("await_signature", row.offered_on) if row.offered_on else None
    return Item(f"contract:{row.number}", named(row.client), tuple(row.standards), due)


def _without(part: Part, by: Actor) -> QuerySet[Application]:
    """Applications whose part is open, leaving out those of which this person has confirmed another part."""
    reviews = ApplicationReview.objects.filter(application=OuterRef("pk"))
    return (
        under_review()
        .exclude(Exists(reviews.filter(part=part)))
        .exclude(Exists(reviews.filter(reviewer__login=by.login)))
    )


@queue("contracts.market-review", Role.MARKET, item=_application)
def market_review(by: Actor, on: date) -> QuerySet[Application]:
    return _without(Part.MARKET, by)


@queue("contracts.technical-review", Role.TECHNICAL, item=_application)
def technical_review(by: Actor, on: date) -> QuerySet[Application]:
    return _without(Part.TECHNICAL, by)


@queue("contracts.audit-time", Role.PROGRAMME_MANAGER, item=_application)
def audit_time_missing(by: Actor, on: date) -> QuerySet[Application]:
    """Classified by the technical reviewer, not yet timed."""
    timed = AuditTime.objects.filter(application=OuterRef("pk"))
    return under_review().exclude(complexities={}).exclude(Exists(timed))


@queue("contracts.programme-review", Role.PROGRAMME_MANAGER, item=_application)
def programme_review(by: Actor, on: date) -> QuerySet[Application]:
    timed = AuditTime.objects.filter(application=OuterRef("pk"))
    return _without(Part.PROGRAMME, by).filter(Exists(timed))


@queue("contracts.answered", Role.MARKET, Role.TECHNICAL, Role.PROGRAMME_MANAGER, item=_application)
def answered(by: Actor, on: date) -> QuerySet[Application]:
    """One's own questions were answered, and one's part is still open."""
    asked = Question.objects.filter(application=OuterRef("pk"), asked_by=by.login, answered_on__isnull=False)
    confirmed = ApplicationReview.objects.filter(application=OuterRef("pk"), reviewer__login=by.login)
    return under_review().filter(Exists(asked)).exclude(Exists(confirmed))


@queue("contracts.conclude", Role.MARKET, Role.DIRECTOR, item=_application)
def to_conclude(by: Actor, on: date) -> QuerySet[Application]:
    """Confirmed by all three; to be accepted, or refused by rule."""
    parts = [Exists(ApplicationReview.objects.filter(application=OuterRef("pk"), part=part)) for part in Part]
    return under_review().filter(*parts)


@queue("contracts.offer", Role.MARKET, item=_accepted)
def to_offer(by: Actor, on: date) -> QuerySet[Application]:
    offered = Contract.objects.filter(application=OuterRef("pk"))
    accepted = Application.objects.filter(status=ApplicationStatus.ACCEPTED).exclude(Exists(offered))
    return accepted.order_by("concluded_on", "id")


@queue("contracts.sign", Role.MARKET, item=_contract)
def to_sign(by: Actor, on: date) -> QuerySet[Contract]:
    waiting = Contract.objects.filter(signed_on=None, ended_on=None, offered_on__isnull=False)
    return waiting.select_related("client").order_by("offered_on", "id")
