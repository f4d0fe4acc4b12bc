"""Records of the meetings, nonconformity reports and the audit report as PDF (ISO/IEC 17021-1:2015 9.4)."""

from datetime import date
from typing import Any

from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.papers import of_visit
from mingzheng.office.schedule.queries import team_of
from mingzheng.rulebook import on_site
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.standards import Standard
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .minutes import Minutes, minutes_in
from .models import Audit, Finding

OPENING = Form("SH-04", "A/0"), "SC"
CLOSING = Form("SH-05", "A/0"), "MC"
NONCONFORMITY = Form("SH-06", "A/0"), "BF"
REPORT = Form("SH-07", "A/0"), "BG"


def meeting(visit: Visit, audit: Audit, which: on_site.Meeting, *, language: str) -> bytes:
    """首次会议 or 末次会议: who attended, and what was said of the points that must be said."""
    is_opening = which is on_site.Meeting.OPENING
    held = minutes_in(audit.opening if is_opening else audit.closing)
    record = facts.Meeting(
        **_visit(OPENING if is_opening else CLOSING, visit, held.held_on),
        which=str(which),
        starts=held.starts,
        ends=held.ends,
        chair=_leader(visit),
        explained={str(point): point in held.said for point in on_site.POINTS[which]},
        attendees=_attendees(visit, held),
        matters=held.matters,
    )
    return render("meeting", record, language)


def nonconformity(visit: Visit, finding: Finding, *, language: str) -> bytes:
    """不符合项报告, as far as it has come."""
    names = _names(visit)
    paper = facts.Nonconformity(
        **{**_visit(NONCONFORMITY, visit, finding.raised_on), "number": f"{visit.number}-BF{finding.number}"},
        standard=Standard(finding.standard),
        clause=finding.clause,
        grade=Two(*WORDS[f"finding.grade.{finding.grade}"]),
        department=finding.department,
        statement=finding.statement,
        raised_by=names.get(finding.raised_by, finding.raised_by),
        due_on=finding.due_on,
        cause=finding.cause,
        correction=finding.correction,
        corrective_action=finding.corrective_action,
        responded_on=finding.responded_on,
        verification=finding.verification,
        verified_by=names.get(finding.verified_by, finding.verified_by),
        verified_on=finding.verified_on,
    )
    return render("nonconformity", paper, language)


def audit_report(visit: Visit, audit: Audit, *, language: str) -> bytes:
    """审核报告: the summary, and what the audit recorded, found and concluded."""
    assert audit.reported_on  # whoever prints a report has seen that there is one
    report = facts.AuditReport(
        **_visit(REPORT, visit, audit.reported_on),
        summary=audit.summary,
        conclusions=tuple(
            facts.Conclusion(Standard(c.standard), _recommendation(visit, c.recommended), c.text)
            for c in audit.conclusions.order_by("pk")
        ),
        findings=tuple(
            facts.Finding(
                str(f.number),
                Standard(f.standard),
                f.clause,
                Two(*WORDS[f"finding.grade.{f.grade}"]),
                f.statement,
                Two(*WORDS[f"finding-state.{f.state}"]),
            )
            for f in audit.findings.order_by("number")
        ),
        records=tuple(
            facts.Record(Standard(r.standard), r.clause, r.department, r.evidence, r.conforms)
            for r in audit.records.order_by("standard", "number")
        ),
    )
    return render("audit_report", report, language, draft=audit.handed_in_on is None)


def _visit(kind: tuple[Form, str], visit: Visit, dated: date) -> dict[str, Any]:
    return of_visit(*kind, visit, Appointment.objects.get(visit=visit), dated)


def _recommendation(visit: Visit, recommended: bool) -> Two:
    family = "readiness" if visit.kind == VisitKind.STAGE1 else "recommendation"
    return Two(*WORDS[f"{family}.{'yes' if recommended else 'no'}"])


def _names(visit: Visit) -> dict[str, str]:
    return {member.person.login: member.person.name_zh for member in team_of(visit)}


def _leader(visit: Visit) -> str:
    return next((m.person.name_zh for m in team_of(visit) if m.role == "leader"), "")


def _attendees(visit: Visit, held: Minutes) -> tuple[facts.Attendee, ...]:
    """The team first, then the client's people."""
    names = _names(visit)
    team = [
        facts.Attendee(names.get(login, login), WORDS["paper.attendee.team"][0], "") for login in held.team
    ]
    return (*team, *(facts.Attendee(p.name, p.department, p.position) for p in held.client))
