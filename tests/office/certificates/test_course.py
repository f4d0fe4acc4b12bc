"""The course of a project from application to certificate: its steps, their days, and the medians of a year."""

from datetime import date, timedelta
from statistics import median

import pytest
from django.urls import reverse

from mingzheng.office.audits.actions.close_audit import Closed
from mingzheng.office.audits.actions.conclude import Concluded
from mingzheng.office.audits.actions.correct_report import ReportCorrected
from mingzheng.office.audits.actions.withdraw_finding import FindingWithdrawn
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.course import courses, moved_in
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.actions.accept_application import ApplicationAccepted
from mingzheng.office.contracts.actions.sign_contract import ContractSigned
from mingzheng.office.contracts.actions.submit_application import ApplicationSubmitted
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.decisions.actions.answer_return import ReturnAnswered
from mingzheng.office.decisions.actions.review_file import Reviewed
from mingzheng.office.decisions.made import DecisionMade
from mingzheng.office.programmes.models import Certification, Visit
from mingzheng.office.record.action import write
from mingzheng.office.record.models import Event
from mingzheng.office.report.registers import course_rows
from mingzheng.rulebook.course import Step, medians, reached, stages
from tests import rows
from tests.certified import body, clerk
from tests.rows import DAY

pytestmark = pytest.mark.django_db
STEPS = tuple(Step)


def project(cast, took, standards=("QMS",), came=DAY) -> Application:
    """Goes as far as there are days in `took`, one a stage; its events are those the actions write."""
    days = [came + timedelta(days=sum(took[:n])) for n in range(len(took) + 1)]
    on = dict(zip(STEPS, days, strict=False))
    row = applied(cast, standards, on)
    if Step.ACCEPTED in on:
        contract = agreed(cast, row, on)
        held = [rows.certification(standard, contract=contract) for standard in standards]
        for step in (Step.STAGE1, Step.STAGE2):
            audited(cast, step, held, on)
        for one in held:
            certified(cast, one, on)
    return row


def told(cast, on, step, event) -> None:
    if step in on:
        write([event], on=on[step], by=cast["market"])


def applied(cast, standards, on) -> Application:
    client, number = rows.client(), f"SQ2026-{Application.objects.count():04d}"
    row = Application.objects.create(
        number=number,
        token=number,
        status="accepted" if Step.ACCEPTED in on else "submitted",
        uscc=client.uscc,
        name_zh=client.name_zh,
        standards=list(standards),
        begun_on=on[Step.APPLIED],
        submitted_on=on[Step.APPLIED],
        concluded_on=on.get(Step.ACCEPTED),
    )
    told(cast, on, Step.APPLIED, ApplicationSubmitted(number, row.name_zh, row.standards))
    return row


def agreed(cast, row, on) -> Contract:
    """Accepted by three, and signed where it came to that."""
    for part, who in (("market", "market"), ("technical", "technical"), ("programme", "programme_manager")):
        row.reviews.create(part=part, reviewer=cast[who], confirmed_on=on[Step.ACCEPTED])
    told(cast, on, Step.ACCEPTED, ApplicationAccepted(row.number, row.name_zh, row.uscc, True))
    client, signed_on = Client.objects.get(uscc=row.uscc), on.get(Step.CONTRACTED)
    days = {"offered_on": on[Step.APPLIED], "signed_on": signed_on}
    made = rows.contract(row.standards, client=client, application=row, **days)
    told(cast, on, Step.CONTRACTED, ContractSigned(made.number, row.uscc, row.number, row.standards))
    return made


def audited(cast, step, held, on) -> None:
    if step in on:
        visit = rows.visit(step.value, held)
        rows.audit(visit, opened_on=on[step], closed_on=on[step], reported_on=on[step], handed_in_on=None)
        told(cast, on, step, Closed(visit.number, on[step], [], 1, []))


def certified(cast, one, on) -> None:
    """Reviewed, decided and issued, as far as it came."""
    if Step.REVIEWED in on:
        visit = Visit.objects.get(parts__certification=one, kind="stage2").number
        told(cast, on, Step.REVIEWED, Reviewed(visit, one.standard, 1, "passed", {}, ""))
    if Step.DECIDED in on:
        made = rows.decision("grant", one, decided_on=on[Step.DECIDED])
        event = DecisionMade(made.number, one.subject_key, "grant", "", "", "", "", "")
        told(cast, on, Step.DECIDED, event)
        if Step.CERTIFIED in on:
            issue_certificate(made.number, on=on[Step.CERTIFIED], by=clerk())


def told_of(year) -> dict[Step, float | None]:
    days = date(year, 1, 1), date(year, 12, 31)
    return {
        step: one.days for step, one in medians([one.days for one in courses(moved_in(*days))], *days).items()
    }


def recomputed(kind_from, kind_to, project_of) -> list[int]:
    """Days between two events of each project, straight from the record and by nothing of the body's own code."""
    first, last = {}, {}
    for event in Event.objects.order_by("on"):
        where = project_of.get(event.subject)
        if where and event.kind == kind_from:
            first.setdefault(where, event.on)
        if where and event.kind == kind_to:
            last[where] = event.on
    return [(last[where] - first[where]).days for where in last if where in first]


def test_the_medians_of_the_tiles_are_those_of_the_records_raw_days(cast, client, it_is):
    body()
    for took in ((3, 5, 20, 10, 7, 2, 1), (6, 9, 40, 12, 3, 2, 4), (14, 1, 22, 11, 9), (4,)):
        project(cast, took)
    of = {}
    for row in Application.objects.all():
        of[f"application:{row.number}"] = row.number
        if hasattr(row, "contract"):
            of[f"contract:{row.contract.number}"] = row.number
    it_is(date(2026, 12, 1))
    client.force_login(rows.signed(cast["market"]))
    page = client.get(reverse("staff:project-courses"))
    tiles = {step: held.days for step, held in page.context["tiles"].items()}
    assert (
        tiles[Step.ACCEPTED] == median(recomputed("application.submitted", "application.accepted", of)) == 5
    )
    assert tiles[Step.CONTRACTED] == median(recomputed("application.accepted", "contract.signed", of)) == 5
    assert [
        tiles[step] for step in (Step.STAGE1, Step.STAGE2, Step.REVIEWED, Step.DECIDED, Step.CERTIFIED)
    ] == [22, 11, 7, 2, 2.5]
    assert [(row[1][0], row[2][0]) for row in course_rows(2026)] == [
        ("4", "5"), ("3", "5"), ("3", "22"), ("3", "11"), ("3", "7"), ("2", "2"), ("2", "2.5"),
    ]  # fmt: skip
    assert "22 天" in page.text and "2.5 天" in page.text


def test_a_stage_counts_in_the_year_that_ended_it(cast):
    project(cast, (20, 3), came=date(2025, 12, 20))
    assert told_of(2025)[Step.ACCEPTED] is None
    assert told_of(2026)[Step.ACCEPTED] == 20 and told_of(2026)[Step.CONTRACTED] == 3


def test_of_several_standards_the_last_one_counts_and_none_before_all_are_there():
    seen = {Step.STAGE2: {"": DAY}, Step.REVIEWED: {"QMS": DAY + timedelta(days=2)}}
    assert Step.REVIEWED not in reached(seen, ["QMS", "EMS"])
    seen[Step.REVIEWED]["EMS"] = DAY + timedelta(days=9)
    assert stages(reached(seen, ["QMS", "EMS"])) == {Step.REVIEWED: (DAY + timedelta(days=9), 9)}


def test_a_file_passed_twice_for_one_standard_is_not_passed_for_the_other(cast):
    body()
    row = project(cast, (3, 5, 20, 10), standards=("QMS", "EMS"))
    visit = Visit.objects.get(kind="stage2").number
    for number in (1, 2):
        passed = Reviewed(visit, "QMS", number, "passed", {}, "")
        write([passed], on=DAY + timedelta(days=40 + number), by=cast["reviewer"])
    assert Step.REVIEWED not in courses([row])[0].days


def test_a_project_ends_with_the_standards_that_were_not_refused(cast):
    body()
    row = project(cast, (3, 5, 20, 10), standards=("QMS", "EMS"))
    granted, refused = Certification.objects.order_by("-standard")
    days = (DAY + timedelta(days=sum((3, 5, 20, 10, *more))) for more in ((7,), (7, 2), (7, 2, 1)))
    certified(cast, granted, dict(zip(STEPS[-3:], days, strict=True)))
    assert Step.CERTIFIED not in courses([row])[0].days
    rows.decision("refuse", refused, decided_on=DAY + timedelta(days=47))
    took = stages(courses([row])[0].days)
    assert [took[step][1] for step in (Step.REVIEWED, Step.DECIDED, Step.CERTIFIED)] == [7, 2, 1]


def test_a_file_sent_back_and_a_certification_refused_are_no_steps(cast):
    body()
    row = project(cast, (3, 5, 20, 10))
    visit = [one for one in courses([row])[0].subjects if one.startswith("audit:")][-1].partition(":")[2]
    write([Reviewed(visit, "QMS", 1, "returned", {}, "")], on=DAY + timedelta(days=50), by=cast["reviewer"])
    assert Step.REVIEWED not in courses([row])[0].days


def test_what_an_audit_found_and_why_a_file_came_back_is_not_told_on_the_page_of_the_project(
    cast, client, it_is
):
    body()
    row = project(cast, (3, 5, 20, 10, 7, 2, 1))
    visit = Visit.objects.get(kind="stage2").number
    inner = [
        FindingWithdrawn(visit, 1, "并非不符合"),
        Concluded(visit, "QMS", True, "推荐认证"),
        ReportCorrected(visit, "人数写错", "30 人", "50 人"),
        ReturnAnswered(visit, "QMS", 1, "已补充证据"),
        Reviewed(visit, "QMS", 2, "returned", {}, ""),
    ]
    write(inner, on=DAY + timedelta(days=39), by=cast["reviewer"])
    it_is(date(2026, 12, 1))
    client.force_login(rows.signed(cast["market"]))
    page = client.get(reverse("staff:project-course", args=[row.number]))
    told_kinds = {event.kind for event in page.context["events"]}
    assert {"audit.closed", "audit.reviewed"} <= told_kinds
    assert told_kinds.isdisjoint({one.KIND for one in inner[:-1]})
    assert not [one for one in page.context["events"] if one.facts.get("outcome") == "returned"]
    assert not any(said in page.text for said in ("并非不符合", "推荐认证", "人数写错", "已补充证据", "退回"))


@pytest.mark.parametrize("language, name", [("zh-hans", "评定通过"), ("en", "Review passed")])
def test_every_step_of_a_project_stands_on_its_page_with_who_and_when(cast, client, it_is, language, name):
    body()
    row = project(cast, (3, 5, 20, 10, 7, 2, 1), standards=("QMS", "EMS"))
    it_is(date(2026, 12, 1))
    client.force_login(rows.signed(cast["market"]))
    client.cookies["django_language"] = language
    page = client.get(reverse("staff:project-course", args=[row.number]))
    assert name in page.text and all(on for _, on, _ in page.context["steps"])
    events = page.context["events"]
    assert {
        "application.submitted",
        "contract.signed",
        "audit.closed",
        "audit.reviewed",
        "decision.made",
    } <= {e.kind for e in events}
    assert all(event.by and event.on for event in events)
    assert sum(event.kind == "certificate.issued" for event in events) == 2
    client.force_login(rows.signed(cast["auditor"]))
    assert client.get(reverse("staff:project-course", args=[row.number])).status_code == 403
