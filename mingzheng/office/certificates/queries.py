"""Reading certificates, and the decisions that wait to be turned into one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from mingzheng.office.clients.models import Client
from mingzheng.office.decisions.models import Decision
from mingzheng.office.evaluations.models import Evaluation
from mingzheng.office.evaluations.queries import under_way
from mingzheng.office.library.models import Body
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.models import Event
from mingzheng.office.record.prepared import Prepared
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook import certificate_life as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.certificate_life import Act, CertificateFacts
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, DecisionAct
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standard_editions import ended_by
from mingzheng.rulebook.standards import OTHERS
from mingzheng.rulebook.verdict import Objection

from .models import LIVING, SUB_CARRIED_IN, Certificate, SubCertificate

READERS = tuple(
    role
    for role in HELD_BY_PERSONS
    if role not in (Role.AUDITOR, Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR)
)
PREFIX = Subquery(Body.objects.values("certificate_prefix")[:1])  # of the body's certificate numbers
SCOPE_ACTS = (DecisionAct.EXTEND, DecisionAct.REDUCE)


def certificates(*, by: Actor) -> QuerySet[Certificate]:
    """The certificates this person may see: all, or as an auditor those of the certifications he audits."""
    rows = Certificate.objects.select_related("certification__client")
    if any(by.holds(role) for role in READERS):
        return rows
    if not by.holds(Role.AUDITOR):
        return rows.none()
    his = Assignment.objects.filter(person__login=by.login).values("visit__parts__certification")
    return rows.filter(certification__in=his)


def certificate_named(number: str) -> Certificate | None:
    """The certificate of this number for whoever asks: what is certified is public (ISO/IEC 17021-1 8.1.2)."""
    return _named.first(number=number)


@Prepared
def _named(*, number: str) -> QuerySet[Certificate]:
    return Certificate.objects.select_related("certification__client").filter(number=number)


def should_be_suspended(on: date) -> Q:
    """应暂停: in force, and the last day of the surveillance audit has passed."""
    return Q(status="in_force", surveillance_due_on__lt=on)


def should_be_withdrawn(on: date) -> Q:
    """应撤销: suspended, and the time to put things right has run out."""
    return Q(status="suspended", suspended_until__lt=on)


def expiring(on: date) -> Q:
    """到期: living, and in its last days."""
    return Q(status__in=LIVING, expires_on__range=(on, last_day("renewal_notice", on)))


def to_old_edition(on: date) -> Q:
    """旧版标准过了转换期: living, to an edition whose transition is over."""
    return ~Q(edition="") & Q(status__in=LIVING, edition__in=ended_by(on))


def to_evaluate_again(rows: QuerySet[Certificate], on: date) -> QuerySet[Any]:
    """Those certified by evaluation whose surveillance is due soon or overdue and not under way; `evaluated`: the last one."""
    of_it = {"certification": OuterRef("certification")}
    last = Evaluation.objects.filter(**of_it, decision__isnull=False).order_by("-pk").values("number")[:1]
    due = {"status__in": LIVING, "surveillance_due_on__lte": last_day("due_soon", on)}
    waits = rows.filter(~Exists(under_way().filter(**of_it)), certification__standard__in=OTHERS, **due)
    return waits.annotate(evaluated=Subquery(last))


def expired_by(on: date) -> QuerySet[Certificate]:
    """Living certificates whose last day has passed."""
    return Certificate.objects.filter(status__in=LIVING, expires_on__lt=on).order_by("expires_on", "pk")


def decisions() -> QuerySet[Any]:
    """Decisions, each with its client and audit, and the body's `prefix` for the certificate it may lead to."""
    with_client = Decision.objects.select_related("certification__client", "audit__visit")
    return with_client.select_related("certification__transfer").annotate(prefix=PREFIX)


def locked_decision(number: str) -> Any:
    """The decision of this number, locked for an action. Raises Decision.DoesNotExist."""
    return _decisions.get(number=number)


@Prepared
def _decisions(*, number: str) -> QuerySet[Any]:
    return decisions().select_for_update(of=("self",)).filter(number=number)


def open_decisions(*acts: DecisionAct) -> QuerySet[Any]:
    """Decisions nobody has executed yet."""
    return decisions().filter(carried=False, executed_on=None, act__in=acts)


def open_decisions_about_certificates(*acts: DecisionAct) -> QuerySet[Any]:
    """Those of `open_decisions` with a living certificate they can be executed on."""
    living = Certificate.objects.filter(certification=OuterRef("certification"), status__in=LIVING)
    return (
        open_decisions(*acts)
        .annotate(certificate_number=Subquery(living.values("number")[:1]))
        .filter(Exists(living.filter(decision__decided_on__lte=OuterRef("decided_on"))))
    )


def locked(number: str) -> Any:
    """The certificate of this number with its client and the body's `prefix`, locked for an action.

    Raises Certificate.DoesNotExist.
    """
    return _locked.get(number=number)


@Prepared
def _locked(*, number: str) -> QuerySet[Any]:
    rows = Certificate.objects.annotate(prefix=PREFIX).select_for_update(of=("self",))
    return rows.select_related("certification__client", "decision").filter(number=number)


def decisions_about(certificate: Certificate, on: date) -> QuerySet[Any]:
    """The decisions about this certificate that wait for their execution, the oldest first."""
    return (
        open_decisions(*DecisionAct)
        .filter(
            certification=certificate.certification_id,
            decided_on__range=(certificate.decision.decided_on, on),
        )
        .order_by("decided_on", "pk")
    )


def decision_to_execute(certificate: Certificate, *acts: DecisionAct, on: date) -> Decision | None:
    """The oldest decision of these acts that waits for its execution on this certificate."""
    return decisions_about(certificate, on).filter(act__in=acts).first()


def open_acts(certificate: Certificate, on: date) -> dict[Act, list[Objection]]:
    """Every act with what stands against it on this day, for the buttons of its page."""
    waiting = decisions_about(certificate, on).filter(act__in=CERTIFICATE_ACTS)
    decided = {CERTIFICATE_ACTS[DecisionAct(act)] for act in waiting.values_list("act", flat=True)}
    facts = replace(certificate.facts, cancellation_asked_on=on, taken_over_on=on)
    return rules.open_acts(facts, on=on, decided=decided)


def waits_for_surveillance_record(decision_number: str) -> bool:
    """Does this decision maintain a living certificate after its surveillance, and nobody has recorded it yet?"""
    return bool(_waiting(number=decision_number))


@Prepared
def _waiting(*, number: str) -> QuerySet[Any, int]:
    living = Certificate.objects.filter(certification=OuterRef("certification"), status__in=LIVING)
    waiting = open_decisions(DecisionAct.MAINTAIN).filter(Exists(living), number=number)
    audited = Q(audit__visit__kind=VisitKind.SURVEILLANCE, audit__closed_on__isnull=False)
    evaluated = Q(Exists(Evaluation.objects.filter(decision=OuterRef("pk"))))
    return waiting.filter(audited | evaluated).values_list("pk", flat=True)


def facts_of(uscc: str, standard: str) -> CertificateFacts | None:
    """What the rulebook needs to know of the latest certificate of this client and standard; None without one."""
    latest = _latest.first(uscc=uscc, standard=standard)
    return latest.facts if latest else None


@Prepared
def _latest(*, uscc: str, standard: str) -> QuerySet[Certificate]:
    held = Certificate.objects.filter(certification__client__uscc=uscc, certification__standard=standard)
    return held.order_by("-issued_on", "-pk")[:1]


def successor(certificate: Certificate) -> Certificate | None:
    """The next certificate of the same certification: a new version, or the next cycle."""
    return (
        Certificate.objects.filter(certification=certificate.certification_id, pk__gt=certificate.pk)
        .order_by("pk")
        .first()
    )


def life_of(certificate: Certificate) -> QuerySet[Event]:
    """What happened to this certificate, its replacement by the next one included; the latest first."""
    story = Q(subject=f"certificate:{certificate.number}")
    if after := successor(certificate):
        story |= Q(subject=f"certificate:{after.number}", facts__previous=certificate.number)
    return Event.objects.filter(story).order_by("-on", "-at", "-id")


def subs_of(certificate: Certificate, life: Iterable[Event]) -> list[SubCertificate]:
    """Its sub-certificates; looked for only where its life tells that it has any."""
    if not any(event.kind == SUB_CARRIED_IN or event.facts.get("subs") for event in life):
        return []
    return list(certificate.subs.select_related("main").order_by("number"))


def main_of(number: str) -> str:
    """The number of the main certificate of the sub-certificate of this number; empty where there is none."""
    return SubCertificate.objects.filter(number=number).values_list("main__number", flat=True).first() or ""


def versions_of(certificate: Certificate) -> QuerySet[Certificate]:
    """All certificates of the same client and standard, the latest first."""
    return Certificate.objects.filter(certification=certificate.certification_id).order_by(
        "-issued_on", "-pk"
    )


def certificates_of_client(client: Client) -> QuerySet[Certificate]:
    """All certificates a client ever had, by standard, the latest first."""
    return (
        Certificate.objects.filter(certification__client=client)
        .annotate(standard=F("certification__standard"))
        .order_by("standard", "-issued_on", "-pk")
    )
