"""Reading audits: one's own, those one may see, and what the file of one holds."""

from collections.abc import Collection
from typing import Any

from django.db.models import Case, CharField, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from mingzheng.office.programmes.models import Visit, VisitPart
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.office.schedule.models import Appointment, Assignment, PlanLine
from mingzheng.rulebook import findings
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.clauses import numbers_in, stands_in, without_record
from mingzheng.rulebook.on_site import (
    ALREADY_CLOSED,
    NO_SUCH_CLAUSE,
    NOT_AUDITED,
    NOT_LEADER,
    NOT_ON_TEAM,
    FileFacts,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, Refused

from .models import Audit, AuditRecord, Conclusion, Finding

SEE_ALL = (
    Role.PROGRAMME_MANAGER,
    Role.REVIEWER,
    Role.DECISION_MAKER,
    Role.CERTIFICATE_CLERK,
    Role.QUALITY,
    Role.DIRECTOR,
)


def _audits(**stands: Any) -> Q:
    """Visits whose audit stands so; for states few are in at a time."""
    return Q(pk__in=Audit.objects.filter(**stands).values("visit"))


# How far an audit is: conditions on the visits of `audit_rows`.
STANDS = {
    "planned": Q(begun_on=None) & ~Q(Exists(Audit.objects.filter(visit=OuterRef("pk")))),
    "open": _audits(handed_in_on=None, reported_on=None, closed_on=None),
    "closed": _audits(handed_in_on=None, reported_on=None, closed_on__isnull=False),
    "reported": _audits(handed_in_on=None, reported_on__isnull=False) & ~Q(kind=VisitKind.STAGE1),
    "handed-in": Q(handed_in_on__isnull=False) | Q(reported_on__isnull=False, kind=VisitKind.STAGE1),
}


def locked(number: str) -> Audit:
    """The audit of this number with its `leader`, held until the action is over."""
    return _locked.get(number=number)


@Prepared  # every step of an audit asks it
def _locked(*, number: str) -> QuerySet[Any]:
    return audits().select_for_update(of=("self",)).filter(visit__number=number)


def audits() -> QuerySet[Any]:
    """Audits with their client, each with the login of the team's `leader`, empty while there is none."""
    leader = Assignment.objects.filter(visit=OuterRef("visit"), role="leader").values("person__login")
    rows = Audit.objects.select_related("visit__client")
    return rows.annotate(leader=Coalesce(Subquery(leader[:1]), Value("")))


def locked_finding(number: str, finding: int) -> Finding:
    """One finding of an audit, held until the action is over."""
    held = Finding.objects.select_for_update().select_related("audit__visit__client")
    return held.get(audit__visit__number=number, number=finding)


def next_in(rows: Any) -> int:
    """The next running number among the rows of one audit, which is locked."""
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def visits_seen_by(by: Actor) -> QuerySet[Any]:
    """An auditor sees the visits he is sent on; who works with every file sees all. Parts are prefetched."""
    rows = visits()
    if any(by.holds(role) for role in SEE_ALL):
        return rows
    if by.holds(Role.AUDITOR):
        return rows.filter(Exists(Assignment.objects.filter(visit=OuterRef("pk"), person__login=by.login)))
    raise Refused(NOT_YOURS)


def audit_rows(by: Actor) -> QuerySet[Any]:
    """Visits with a team: their days, the days of their audit, the `leader`, and `stands`, one of STANDS."""
    appointed = Appointment.objects.filter(visit=OuterRef("pk"), announced_on__isnull=False)
    audit = Audit.objects.filter(visit=OuterRef("pk"))
    leader = Assignment.objects.filter(visit=OuterRef("pk"), role="leader")
    raised = Finding.objects.filter(audit__visit=OuterRef("pk"), withdrawn_on=None).exclude(
        grade="observation"
    )
    days = ("opened_on", "closed_on", "reported_on", "handed_in_on")
    return (
        visits_seen_by(by)
        .filter(Exists(appointed), dropped_on=None)
        .annotate(
            starts_on=Subquery(appointed.values("starts_on")[:1]),
            ends_on=Subquery(appointed.values("ends_on")[:1]),
            leader=Subquery(leader.values("person__name_zh")[:1]),
            leader_login=Subquery(leader.values("person__login")[:1]),
            has_findings=Exists(raised),
            **{day: Subquery(audit.values(day)[:1]) for day in days},
        )
        .annotate(
            stands=Case(
                When(opened_on=None, then=Value("planned")),
                When(closed_on=None, then=Value("open")),
                When(reported_on=None, then=Value("closed")),
                When(~Q(kind=VisitKind.STAGE1), handed_in_on=None, then=Value("reported")),
                default=Value("handed-in"),
                output_field=CharField(),
            )
        )
    )


def team_of(visit: Visit) -> list[Assignment]:
    """The team, the leader first."""
    team = Assignment.objects.filter(visit=visit).select_related("person")
    return sorted(team, key=lambda member: (member.role != "leader", member.pk))


def leader_of(visit: Visit) -> str:
    """Login of the team's leader; empty while there is none."""
    return _leader.first(visit=visit.pk) or ""


@Prepared
def _leader(*, visit: int) -> QuerySet[Any, str]:
    return (
        Assignment.objects.filter(visit=visit, role="leader")
        .order_by("pk")
        .values_list("person__login", flat=True)[:1]
    )


def appointment_of(visit: Visit) -> Any:
    """The dates of the visit, with the login of the team's `leader` and whether the audit is `opened`."""
    return _appointments.first(visit=visit.pk)


@Prepared
def _appointments(*, visit: int) -> QuerySet[Any]:
    """One at most: a visit has its dates once."""
    leader = Assignment.objects.filter(visit=visit, role="leader").values("person__login")
    opened = Exists(Audit.objects.filter(visit=visit))
    return Appointment.objects.filter(visit=visit).annotate(leader=Subquery(leader[:1]), opened=opened)


def standards_of(visit: Visit) -> list[Standard]:
    """What the visit audits, in the order Q E S."""
    held = _standards(visit=visit.pk)
    return [standard for standard in Standard if standard in held]


@Prepared
def _standards(*, visit: int) -> QuerySet[Any, str]:
    return VisitPart.objects.filter(visit=visit).values_list("certification__standard", flat=True)


def objections_to_member(visit: Visit, by: Actor) -> list[Objection]:
    """Only the team writes in its audit."""
    return [] if _on_team(visit=visit.pk, login=by.login) else [NOT_ON_TEAM]


@Prepared
def _on_team(*, visit: int, login: str) -> QuerySet[Any, int]:
    return Assignment.objects.filter(visit=visit, person__login=login).values_list("pk", flat=True)


def objections_to_leader(visit: Visit, by: Actor) -> list[Objection]:
    """Some things only the team's leader does."""
    return [] if leader_of(visit) == by.login else [NOT_LEADER]


def objections_to_writing(audit: Audit, by: Actor) -> list[Objection]:
    """Records and findings are written by the team, between the two meetings."""
    return objections_to_member(audit.visit, by) + ([ALREADY_CLOSED] if audit.closed_on else [])


def objections_to_place(audit: Audit, standard: Standard, clause: str) -> list[Objection]:
    """A record or a finding stands under a clause of a standard this visit audits."""
    if standard not in standards_of(audit.visit):
        return [NOT_AUDITED.because(standard=standard)]
    return [] if stands_in(clause, standard) else [NO_SUCH_CLAUSE.because(standard=standard, clause=clause)]


def not_ready_after_stage1(visit: Visit) -> list[str]:
    """The standards of a stage 2 for which no stage 1 of the same certification was concluded as ready."""
    ready = Conclusion.objects.filter(
        standard=OuterRef("certification__standard"),
        recommended=True,
        audit__reported_on__isnull=False,
        audit__visit__kind=VisitKind.STAGE1,
        audit__visit__parts__cycle=OuterRef("cycle"),
    )
    missing = VisitPart.objects.filter(visit=visit).exclude(Exists(ready))
    return list(missing.values_list("certification__standard", flat=True))


def gaps(audit: Audit, recorded: Collection[tuple[Standard, str]]) -> list[tuple[Standard, str]]:
    """Planned clauses without a record, in the order of the plan, each once."""
    planned = [
        (Standard(standard), number)
        for standards, clauses in _planned(visit=audit.visit_id)
        for standard in standards
        for number in numbers_in(clauses)
    ]
    return without_record(list(dict.fromkeys(planned)), recorded)


@Prepared
def _planned(*, visit: int) -> QuerySet[Any, tuple[list[str], str]]:
    lines = PlanLine.objects.filter(visit=visit).order_by("day", "starts_at", "pk")
    return lines.values_list("standards", "clauses")


def departments(visit: Visit) -> list[str]:
    """Departments and processes the plan goes to, each once."""
    lines = PlanLine.objects.filter(visit=visit).order_by("day", "starts_at", "pk")
    return list(dict.fromkeys(lines.values_list("department", flat=True)))


def recorded_under(audit: Audit) -> list[tuple[Standard, str]]:
    """Standard and clause of every record."""
    return [(Standard(s), clause) for s, clause in _recorded(audit=audit.pk)]


@Prepared
def _recorded(*, audit: int) -> QuerySet[Any, tuple[str, str]]:
    return AuditRecord.objects.filter(audit=audit).values_list("standard", "clause")


def objections_to_recommending(audit: Audit, standard: Standard) -> list[Objection]:
    """What the findings of a standard still need before the team may recommend."""
    found = _findings(audit=audit.pk, standard=standard)
    return findings.objections_to_recommending(finding.facts for finding in found)


@Prepared
def _findings(*, audit: int, standard: Standard) -> QuerySet[Finding]:
    return Finding.objects.filter(audit=audit, standard=standard)


def recommended_in(audit: Audit) -> dict[Standard, bool | None]:
    """What the team recommended for each standard audited, in the order Q E S; None before it concluded."""
    said = Conclusion.objects.filter(audit=audit, standard=OuterRef("certification__standard"))
    parts = audit.visit.parts.annotate(recommended=Subquery(said.values("recommended")[:1]))
    found = dict(parts.values_list("certification__standard", "recommended"))
    return {standard: found[standard] for standard in Standard if standard in found}


def file_facts(audit: Audit) -> FileFacts:
    """What the file holds, for the rulebook to say what it lacks."""
    recorded, recommended = recorded_under(audit), recommended_in(audit)
    advised_against = [standard for standard, said in recommended.items() if said is False]
    awaited = [f.facts for f in audit.findings.exclude(standard__in=advised_against).order_by("number")]
    return FileFacts(
        standards=list(recommended),
        closed=audit.closed_on is not None,
        recorded={standard for standard, _ in recorded},
        gaps=gaps(audit, recorded),
        findings=awaited,
        concluded=[standard for standard, said in recommended.items() if said is not None],
        reported=audit.reported_on is not None,
    )
