"""From rows to what the rulebook needs to know of a case: the file, who reads or decides it, and the machine's checks."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum

from mingzheng.office.audits.models import Audit, Conclusion, Finding
from mingzheng.office.audits.queries import gaps, recorded_under
from mingzheng.office.people.models import Tie
from mingzheng.office.programmes.models import Certification, Visit, VisitPart
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.rulebook import impartiality, review
from mingzheng.rulebook.audit_cycle import Recertification, VisitKind, recertification_outcome
from mingzheng.rulebook.certificate_life import CertificateFacts
from mingzheng.rulebook.competence import AUDITING_ROLES, uncovered
from mingzheng.rulebook.consultancy import Phrase, phrases
from mingzheng.rulebook.decisions import CaseFacts, OfficerFacts
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.findings import FindingFacts, objections_from_findings
from mingzheng.rulebook.half_days import HALF
from mingzheng.rulebook.standards import Standard

from .models import Decision, Review


def officer(by: Actor, uscc: str) -> OfficerFacts:
    """Who reviews or decides, with his ties to the client of this code."""
    ties = _ties(login=by.login, uscc=uscc)
    own = tuple(impartiality.Tie(impartiality.TieKind(kind), ended) for kind, ended in ties)
    return OfficerFacts(by.login, str(by), own)


@Prepared
def _ties(*, login: str, uscc: str) -> QuerySet[Any, tuple[str, date | None]]:
    return Tie.objects.filter(person__login=login, uscc=uscc).values_list("kind", "ended_on")


def files(standard: Standard, audits: QuerySet[Audit] | None = None, *, act: str = "") -> QuerySet[Any]:
    """Audits with how their file stands for one standard.

    `certification` is its key (None: not audited), `recommended` by the team, `round`, `passed` and `answered_on` of
    the last review (None: not read yet); `waits_for`: the number of a visit to a site made apart whose file is not in
    (None: of none); `decided`: this act was decided on it already.
    """
    parts = VisitPart.objects.filter(visit=OuterRef("visit"), certification__standard=standard)
    conclusion = Conclusion.objects.filter(audit=OuterRef("pk"), standard=standard)
    last = Review.objects.filter(audit=OuterRef("pk"), standard=standard).order_by("-round")
    decisions = Decision.objects.filter(audit=OuterRef("pk"), certification__standard=standard)
    apart = VisitPart.objects.filter(visit__apart_from=OuterRef("visit"), certification__standard=standard)
    complete = Audit.objects.filter(visit=OuterRef("visit"), handed_in_on__isnull=False)
    out = apart.filter(~Exists(complete), visit__dropped_on=None).order_by("visit__number")
    rows = Audit.objects.all() if audits is None else audits
    return rows.select_related("visit__client").annotate(
        certification=Subquery(parts.values("certification")[:1]),
        recommended=Subquery(conclusion.values("recommended")[:1]),
        round=Subquery(last.values("round")[:1]),
        passed=Subquery(last.values("passed")[:1]),
        answered_on=Subquery(last.values("answered_on")[:1]),
        waits_for=Subquery(out.values("visit__number")[:1]),
        decided=Exists(decisions.filter(act=act)),
    )


def locked_file(number: str, standard: Standard, *, act: str = "") -> Any:
    """The file of this audit for one standard, held until the action is over; `is_last`: all others are decided."""
    return _lockable.get(number=number, standard=standard, act=act)


@Prepared  # every review and every decision asks it, and putting it together is dearer than the answer
def _lockable(*, number: str, standard: Standard, act: str) -> QuerySet[Any]:
    decided = Decision.objects.filter(audit=OuterRef(OuterRef("pk")), certification=OuterRef("certification"))
    others = VisitPart.objects.filter(visit=OuterRef("visit")).exclude(certification__standard=standard)
    rows = files(standard, act=act).annotate(is_last=~Exists(others.filter(~Exists(decided))))
    return rows.select_for_update(of=("self",)).filter(visit__number=number)


def audited_by(visit: Visit) -> frozenset[str]:
    """Logins of everyone who took part: in an initial audit, stage 1 included."""
    return frozenset((_stages_team if visit.kind == VisitKind.STAGE2 else _team)(visit=visit.pk))


@Prepared
def _team(*, visit: int) -> QuerySet[Any, str]:
    return Assignment.objects.filter(visit=visit).values_list("person__login", flat=True)


@Prepared
def _stages_team(*, visit: int) -> QuerySet[Any, str]:
    cycles = VisitPart.objects.filter(visit=visit).values("cycle")
    visits = Q(visit=visit) | Q(visit__kind=VisitKind.STAGE1, visit__parts__cycle__in=cycles)
    return Assignment.objects.filter(visits).values_list("person__login", flat=True)


def last_audited_by(certification: Certification) -> frozenset[str]:
    """Logins of the team of the latest audit of a certification."""
    audits = Audit.objects.filter(visit__parts__certification=certification)
    last = audits.select_related("visit").order_by("-opened_on").first()
    return audited_by(last.visit) if last else frozenset()


def case_of(
    file: Any, standard: Standard, *, on: date, certificate: CertificateFacts | None = None
) -> CaseFacts:
    """What the rulebook needs of a row of `files`. The certificate is a later stage's, so the caller hands it in."""
    findings = tuple(f.facts for f in _findings(visit=file.visit_id, standard=standard))
    return CaseFacts(
        standard=standard,
        team=audited_by(file.visit),
        handed_in=file.handed_in_on is not None,
        waits_for=file.waits_for or "",
        reviewed=file.passed,
        recommended=file.recommended,
        findings=findings,
        stage2_ended=file.closed_on if file.visit.kind == VisitKind.STAGE2 else None,
        recertification=_renewal(file, standard, findings, certificate, on),
        certificate=certificate,
    )


@Prepared
def _findings(*, visit: int, standard: Standard) -> QuerySet[Finding]:
    """Those of the visit itself and of its sites made apart."""
    here = Visit.objects.filter(Q(pk=visit) | Q(apart_from=visit))
    return Finding.objects.filter(audit__visit__in=here, standard=standard)


def _renewal(
    audit: Audit,
    standard: Standard,
    findings: Collection[FindingFacts],
    certificate: CertificateFacts | None,
    on: date,
) -> Recertification | None:
    """What renewing on this day would come to."""
    if audit.visit.kind != VisitKind.RECERTIFICATION or certificate is None:
        return None
    return recertification_outcome(
        expires=certificate.cycle_ends_on,
        on_site_ended=audit.closed_on,
        decided=on,
        activities_completed=not objections_from_findings(findings),
        edition=edition_in_force(standard, on),
        extraordinary=certificate.prolonged_from is not None,
    )


def checks_of(audit: Audit, consultancy: list[Phrase]) -> list[review.Check]:
    """What a machine checks of a file that was handed in; `consultancy` as `phrases_of` found it."""
    appointed = Appointment.objects.get(visit=audit.visit)
    team = list(Assignment.objects.filter(visit=audit.visit))
    recorded = recorded_under(audit)
    kept = audit.findings.filter(withdrawn_on=None)
    days = kept.values_list("raised_on", "responded_on", "verified_on")
    assert audit.closed_on and audit.reported_on and audit.handed_in_on  # a file that was handed in has these
    return review.checks(
        review.ReadFacts(
            opened_on=audit.opened_on,
            closed_on=audit.closed_on,
            reported_on=audit.reported_on,
            handed_in_on=audit.handed_in_on,
            first_day=appointed.starts_on,
            last_day=appointed.ends_on,
            said=audit.closing.get("said", []),
            said_first=audit.opening.get("said", []),
            contract_signed_on=audit.visit.contract.signed_on,
            announced_on=appointed.announced_on,
            plan_sent_on=appointed.plan_sent_on,
            stage1_ended_on=_stage1_ended_on(audit),
            days_planned=audit.visit.parts.aggregate(days=Sum("days"))["days"] or Decimal(0),
            days_spent=_days_spent(audit, team),
            uncovered_codes=_uncovered(audit, team),
            records_on=list(audit.records.values_list("recorded_on", flat=True)),
            clauses_without_record=len(gaps(audit, recorded)),
            findings=[review.FindingDays(*row) for row in days],
            consultancy=consultancy,
        )
    )


def phrases_of(audit: Audit, standard: str) -> list[Phrase]:
    """Where what the team wrote of a standard reads as consultancy: report, conclusions, records, findings."""
    conclusions = audit.conclusions.filter(standard=standard).values_list("text", flat=True)
    records = audit.records.filter(standard=standard).values_list("evidence", flat=True)
    findings = audit.findings.filter(standard=standard, withdrawn_on=None).values_list("statement", flat=True)
    return phrases([audit.summary, *conclusions, *records, *findings])


def _stage1_ended_on(audit: Audit) -> date | None:
    if audit.visit.kind != VisitKind.STAGE2:
        return None
    cycles = audit.visit.parts.values("cycle")
    stage1 = Audit.objects.filter(visit__kind=VisitKind.STAGE1, visit__parts__cycle__in=cycles)
    return stage1.order_by("-closed_on").values_list("closed_on", flat=True).first()


def _days_spent(audit: Audit, team: list[Assignment]) -> Decimal:
    counted = [member.person_id for member in team if member.role in AUDITING_ROLES]
    return Decimal(Booking.objects.filter(visit=audit.visit, person__in=counted).count()) * HALF


def _uncovered(audit: Audit, team: list[Assignment]) -> list[str]:
    """Technical codes of the certifications that nobody of the team brings."""
    return [
        code
        for part in audit.visit.parts.select_related("certification")
        for code in uncovered(
            part.certification.technical_codes,
            [c for member in team for c in member.codes.get(part.certification.standard, [])],
        )
    ]
