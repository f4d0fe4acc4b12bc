"""Reading files and decisions: each file once for each standard, with where it stands."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mingzheng.office.audits.models import Audit
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.certificate_life import CertificateFacts
from mingzheng.rulebook.decisions import ACTS_AFTER, ON_A_TRANSFER, DecisionAct, objections_to_deciding
from mingzheng.rulebook.findings import six_month_clock
from mingzheng.rulebook.review import decide_by, review_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .cases import case_of, files, officer
from .models import Decision, File, Review

READERS = (
    Role.PROGRAMME_MANAGER,
    Role.REVIEWER,
    Role.DECISION_MAKER,
    Role.CERTIFICATE_CLERK,
    Role.QUALITY,
    Role.DIRECTOR,
)
_READ = Review.objects.filter(audit=OuterRef("audit"), standard=OuterRef("standard"))
_MADE = Decision.objects.filter(audit=OuterRef("audit"), certification__standard=OuterRef("standard"))
_UNDECIDED = Q(audit__decided_on=None) & ~Q(Exists(_MADE))
_PASSED, _RETURNED = Exists(_READ.filter(passed=True)), Exists(_READ.filter(answered_on=None, passed=False))
TO_REVIEW = _UNDECIDED & ~Q(_RETURNED) & ~Q(_PASSED)
STATES = {  # conditions on file rows; one that was sent back and not answered is the last that was read
    "waiting": TO_REVIEW & ~Q(Exists(_READ)),
    "returned": _UNDECIDED & Q(_RETURNED),
    "answered": TO_REVIEW & Q(Exists(_READ)),
    "passed": _UNDECIDED & Q(_PASSED),
    "decided": Q(Exists(_MADE)),
}


def file_rows() -> QuerySet[Any]:
    """Files that were handed in, one row for each standard, with what was found and decided."""
    last, made = _READ.order_by("-round"), _MADE.order_by("-pk")
    return (
        File.objects.filter(audit__handed_in_on__isnull=False)
        .select_related("audit__visit__client")
        .annotate(
            round=Subquery(last.values("round")[:1]),
            passed=Subquery(last.values("passed")[:1]),
            reviewed_on=Subquery(last.values("reviewed_on")[:1]),
            answered_on=Subquery(last.values("answered_on")[:1]),
            decision=Subquery(made.values("number")[:1]),
            act=Subquery(made.values("act")[:1]),
        )
    )


def files_seen_by(by: Actor) -> QuerySet[Any]:
    """Who works with every file sees all; an auditor sees those of his own audits."""
    rows = file_rows()
    if any(by.holds(role) for role in READERS):
        return rows
    if by.holds(Role.AUDITOR):
        return rows.filter(audited_by(by))
    raise Refused(NOT_YOURS)


def audited_by(by: Actor) -> Exists:
    """Condition on file rows: this person was on the team."""
    return Exists(Assignment.objects.filter(visit=OuterRef("audit__visit"), person__login=by.login))


def decisions_seen_by(by: Actor) -> QuerySet[Any]:
    """Every decision with its `maker`'s name, for who works with them; an auditor sees those about his own audits."""
    name = Person.objects.filter(login=OuterRef("decided_by")).values("name_zh")
    rows = Decision.objects.select_related(
        "certification__client", "certification__transfer", "audit__visit"
    ).annotate(maker=Coalesce(Subquery(name[:1]), "decided_by"))
    if any(by.holds(role) for role in READERS):
        return rows
    if by.holds(Role.AUDITOR):
        his = Assignment.objects.filter(visit=OuterRef("audit__visit"), person__login=by.login)
        return rows.filter(Exists(his))
    raise Refused(NOT_YOURS)


def transfers_to_decide() -> QuerySet[Certification]:
    """Certifications to be taken over from another body of which nobody has decided yet, the first to run out first."""
    decided = Decision.objects.filter(certification=OuterRef("pk"), act__in=ON_A_TRANSFER)
    rows = Certification.objects.filter(~Exists(decided), transfer__isnull=False, ended_on=None)
    return rows.select_related("client", "transfer__reviewed_by").order_by("transfer__expires_on", "pk")


def due(row: Any) -> date | None:
    """By when the next step on a row of `file_rows` is due; for a stage 2 never after its six months."""
    if row.state in ("waiting", "answered"):
        return review_by(row.answered_on or row.audit.handed_in_on)
    if row.state == "passed":
        by = decide_by(row.reviewed_on)
        is_initial = row.visit.kind == VisitKind.STAGE2
        return min(by, six_month_clock(row.audit.closed_on, row.audit.closed_on).until) if is_initial else by
    return None


def reviews_of(audit: Audit, standard: str) -> QuerySet[Review]:
    """Every round, the first first."""
    return Review.objects.filter(audit=audit, standard=standard).order_by("round")


def open_acts(
    number: str, standard: Standard, *, certificate: CertificateFacts | None, on: date, by: Actor
) -> dict[DecisionAct, list[Objection]]:
    """What this kind of audit may lead to, each with what stands against it, before reasons are written."""
    file = files(standard).get(visit__number=number)
    case = case_of(file, standard, on=on, certificate=certificate)
    decider = officer(by, file.visit.client.uscc)
    return {
        act: objections_to_deciding(act, case, decider, on, reasoned=True)
        for act in ACTS_AFTER[VisitKind(file.visit.kind)]
    }


def returned_between(first: date, last: date) -> QuerySet[Review]:
    """Files sent back in these days, with what was found in each section."""
    rows = Review.objects.filter(passed=False, reviewed_on__range=(first, last))
    return rows.select_related("audit__visit").order_by("reviewed_on", "pk")
