"""The file of one visit: team with its competence on that day, plan, what was recorded and found, report, review, decision."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from mingzheng.doors.dossier import agreed_in, packed
from mingzheng.doors.frame.facts import Fact, Table, one_a_line
from mingzheng.doors.frame.formats import person_days
from mingzheng.doors.frame.two import called, joined, language, say_lazy, t
from mingzheng.office.audits.models import Audit
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.files.content import read
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.inspectors.queries import (
    certifications_open_to,
    client_whose,
    paper_open_to,
    papers_about,
    telling_of,
    visits_open_to,
    whole_visits_open_to,
)
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.queries import appointment_of, plan_of, team_of
from mingzheng.rulebook.clauses import numbers_in, stands_in
from mingzheng.rulebook.competence import AuthorisationKind, covers
from mingzheng.rulebook.inspectors import Shown
from mingzheng.rulebook.standards import Standard

from .links import files, to_certification
from .names import names_for
from .room import InspectorRequest, inspectors_page, noted


@inspectors_page
def visit(request: InspectorRequest, number: str) -> HttpResponse:
    found = get_object_or_404(visits_open_to(request.user), number=number)
    parts = parts_open(found, request.user)
    standards = [part.certification.standard for part in parts]
    context = {
        "visit": found,
        "whole": len(parts) == len(found.parts.all()),
        "facts": facts(found, parts),
        "tables": tables(found, standards),
        "papers": files(papers_about(f"audit:{number}")),
        **told(found, standards),
    }
    answer = render(request, "regulator/visit.html", context)
    return noted(request, answer, Shown.VISIT, number, client=found.client.uscc)


def tables(found: Any, standards: list[str]) -> list[Table]:
    """In the order of the file."""
    return [
        team(found, standards),
        plan(found, standards),
        *audited(found, standards),
        *decided(found, standards),
    ]


def parts_open(found: Any, by: Inspector) -> list[Any]:
    """Of what was audited together, the parts that are open to him."""
    keys = set(certifications_open_to(by).filter(client=found.client_id).values_list("pk", flat=True))
    return [part for part in found.parts.all() if part.certification_id in keys]


def facts(found: Any, parts: list[Any]) -> list[Fact]:
    appointed, place = appointment_of(found), found.site or found.client
    return [
        *(
            Fact(t("认证", "Certification"), f"{called(found.client)} {part.certification.standard}",
                 to_certification(part.certification))
            for part in parts
        ),
        Fact(t("审核", "Audit"), say_lazy(found.name)),
        Fact(t("人日", "Auditor-days"), one_a_line(f"{part.certification.standard} {person_days(part.days)}" for part in parts)),
        Fact(t("审核时限", "Window"), f"{found.earliest or '--'} ～ {found.latest or '--'} {found.window_clause}"),
        Fact(t("安排的日期", "Dates"), f"{appointed.starts_on} ～ {appointed.ends_on}" if appointed else ""),
        Fact(t("远程比例", "From afar"), f"{appointed.remote_percent} %" if appointed else ""),
        Fact(t("通知下达", "Announced"), appointed.announced_on if appointed else None),
        Fact(t("计划发送", "Plan sent"), appointed.plan_sent_on if appointed else None),
        Fact(t("审核场所", "Held at"), t(place.address_zh, place.address_en or place.address_zh)),
        Fact(t("首次会议", "Opening meeting"), found.begun_on),
        Fact(t("审核完成", "Held"), found.held_on),
    ]  # fmt: skip


def team(found: Any, standards: list[str]) -> Table:
    """Each member as he stood on the day the audit began, or is to begin."""
    appointed = appointment_of(found)
    on = found.begun_on or (appointed.starts_on if appointed else None)
    rows = [("", member_on(one, on, standards)) for one in team_of(found)] if on else []
    heads = [t("姓名", "Name"), t("组内职务", "Role"), t("当日注册", "Registered that day"), t("本次专业代码", "Codes brought"),
             t("当日专业能力", "Competence that day"), t("组长资格", "May lead since"), t("人日", "Days")]  # fmt: skip
    return Table(t("审核组及其当日的注册和能力", "Team, with registration and competence on that day"), heads, rows)  # fmt: skip


def member_on(member: Any, on: date, standards: list[str]) -> list[Any]:
    """Of his competence, what holds on that day and covers a code he brought."""
    own = {"person": member.person_id, "standard__in": [one for one in member.standards if one in standards]}
    registered = Registration.objects.filter(**own, valid_from__lte=on, valid_until__gte=on)
    held = Competence.objects.filter(**own, evaluated_on__lte=on).exclude(ended_on__lte=on)
    leads = Authorisation.objects.filter(person=member.person_id, kind=AuthorisationKind.LEADER, since__lte=on)  # fmt: skip
    brought = {standard: codes for standard, codes in member.codes.items() if standard in standards}
    needed = [one for one in held if any(covers(one.code, code) for code in brought.get(one.standard, ()))]
    return [
        called(member.person),
        say_lazy(f"team-role.{member.role}"),
        one_a_line(f"{one.standard} {say_lazy(f'registration-grade.{one.grade}')} {one.number} ～ {one.valid_until}" for one in registered),
        one_a_line(f"{standard} {' '.join(codes)}" for standard, codes in brought.items()),
        one_a_line(f"{one.standard} {one.code} · {one.basis} · {one.evaluated_on}" for one in needed),
        leads.exclude(ended_on__lte=on).values_list("since", flat=True).first(),
        person_days(len(member.half_days) / 2),
    ]  # fmt: skip


def plan(found: Any, standards: list[str]) -> Table:
    """The lines of the standards that are open, and those of none, such as a meeting."""
    rows = [
        ("", [f"{one.day} {one.starts_at:%H:%M}–{one.ends_at:%H:%M}", called(one.auditor), one.department, *clauses_open(one, standards)])
        for one in plan_of(found)
        if not one.standards or not set(standards).isdisjoint(one.standards)
    ]  # fmt: skip
    heads = [t("时间", "Time"), t("审核员", "Auditor"), t("部门／过程", "Department, process"), t("体系", "Systems"), t("条款", "Clauses")]  # fmt: skip
    return Table(t("审核计划", "Audit plan"), heads, rows)


def clauses_open(line: Any, standards: list[str]) -> tuple[str, str]:
    """The standards of a line that are open, and of its clauses those that stand in one of these."""
    shown = [standard for standard in line.standards if standard in standards]
    if shown == line.standards:
        return " ".join(shown), line.clauses
    numbers = numbers_in(line.clauses)
    return " ".join(shown), " ".join(n for n in numbers if any(stands_in(n, Standard(s)) for s in shown))


def audited(found: Any, standards: list[str]) -> list[Table]:
    """What was recorded, found and concluded for the standards that are open."""
    audit = Audit.objects.filter(visit=found).first()
    if audit is None:
        return []
    return [
        meetings(audit),
        records(audit, standards),
        findings(audit, standards),
        concluded(audit, standards),
    ]


def meetings(audit: Audit) -> Table:
    held = (
        (t("首次会议", "Opening meeting"), audit.opening),
        (t("末次会议", "Closing meeting"), audit.closing),
    )
    rows = [
        ("", [label, f"{kept['held_on']} {kept['starts']}–{kept['ends']}", joined(names_for(kept["team"]).values()),
              joined(f"{one['name']} {one['position']}".strip() for one in kept["client"])])
        for label, kept in held
        if kept
    ]  # fmt: skip
    heads = [t("会议", "Meeting"), t("时间", "Time"), t("审核组签到", "Team present"), t("受审核方签到", "Client present")]  # fmt: skip
    return Table(t("会议签到", "Meetings"), heads, rows)


def records(audit: Audit, standards: list[str]) -> Table:
    rows = [
        ("", [one.number, f"{one.standard} {one.clause}", one.department, one.evidence, t("符合", "Conforms") if one.conforms else t("不符合", "Does not conform"), one.recorded_on])
        for one in audit.records.filter(standard__in=standards).order_by("number")
    ]  # fmt: skip
    heads = [t("序号", "No."), t("条款", "Clause"), t("部门", "Department"), t("审核证据", "Evidence"), t("判定", "Judgement"), t("记录", "Recorded")]  # fmt: skip
    return Table(t("审核记录", "Records"), heads, rows)


def findings(audit: Audit, standards: list[str]) -> Table:
    rows = [
        ("", [one.number, say_lazy(f"finding.grade.{one.grade}"), f"{one.standard} {one.clause}", one.statement, one.raised_on, one.due_on, one.responded_on, one.verification, one.verified_on])
        for one in audit.findings.filter(standard__in=standards, withdrawn_on=None).order_by("number")
    ]  # fmt: skip
    heads = [t("编号", "No."), t("性质", "Grade"), t("条款", "Clause"), t("事实描述", "Facts found"), t("开具", "Raised"),
             t("整改期限", "Answer due"), t("整改答复", "Answered"), t("验证", "Verification"), t("验证日期", "Verified")]  # fmt: skip
    return Table(t("不符合项和观察项", "Findings"), heads, rows)


def concluded(audit: Audit, standards: list[str]) -> Table:
    rows = [
        ("", [one.standard, say_lazy(f"recommendation.{'yes' if one.recommended else 'no'}"), one.text, audit.reported_on, audit.handed_in_on])
        for one in audit.conclusions.filter(standard__in=standards)
    ]  # fmt: skip
    heads = [t("体系", "System"), t("结论", "Conclusion"), t("说明", "In words"), t("报告", "Reported"), t("资料收回", "File handed in")]  # fmt: skip
    return Table(t("审核结论和报告", "Conclusion and report"), heads, rows)


def decided(found: Any, standards: list[str]) -> list[Table]:
    """Who reviewed the file and who decided, each by name: neither was on the team."""
    reviews = Review.objects.filter(audit__visit=found, standard__in=standards).order_by("standard", "round")
    made = Decision.objects.filter(audit__visit=found, certification__standard__in=standards)
    names = names_for([*(one.reviewed_by for one in reviews), *(one.decided_by for one in made)])
    read = [
        ("", [one.standard, names.get(one.reviewed_by, one.reviewed_by), one.reviewed_on, t("通过", "Passed") if one.passed else t("退回", "Sent back"), one.answered_on])
        for one in reviews
    ]  # fmt: skip
    acts = [
        ("", [one.number, say_lazy(f"decision.act.{one.act}"), names.get(one.decided_by, one.decided_by), one.decided_on, one.reasons])
        for one in made.order_by("decided_on", "pk")
    ]  # fmt: skip
    return [
        Table(t("评定", "Review"), [t("体系", "System"), t("评定人", "By"), t("日期", "Day"), t("结果", "Result"), t("答复", "Answered")], read),
        Table(t("认证决定", "Decision"), [t("编号", "Number"), t("决定", "Decision"), t("决定人", "By"), t("日期", "Day"), t("理由", "Reasons")], acts),
    ]  # fmt: skip


def told(found: Any, standards: list[str]) -> dict[str, Any]:
    """What happened, without what is told of a standard that is not open."""
    happened = timeline(f"visit:{found.number}", f"audit:{found.number}")
    is_open = telling_of(standards, found.number)
    events = [one for one in happened if is_open(one.facts)]
    return {"events": events, "names": names_for(logins_in(events))}


@inspectors_page
def package(request: InspectorRequest, number: str) -> HttpResponse:
    """Every paper of the visit in one archive with an index of SHA-256."""
    by, found = request.user, get_object_or_404(whole_visits_open_to(request.user), number=number)
    closed = [subject for subject in agreed_in(found) if not client_whose(by, subject)]
    content = packed(found, by, language(), closed=closed)
    name = content_disposition_header(True, f"{number}.zip") or "attachment"
    answer = HttpResponse(content, content_type="application/zip", headers={"Content-Disposition": name})
    return noted(request, answer, Shown.PACKAGE, number, client=found.client.uscc)


@inspectors_page
def paper(request: InspectorRequest, key: int) -> HttpResponse:
    """One paper as it was filed."""
    found, client = paper_open_to(request.user, key)
    name = content_disposition_header(True, found.name) or "attachment"
    answer = HttpResponse(read(found), content_type=found.media_type, headers={"Content-Disposition": name})
    return noted(request, answer, Shown.PAPER, f"{found.subject} {found.name}"[:120], client=client)
