"""检查资料包: the papers of one case, those made from the record and those filed, in one archive with an index."""

import csv
import hashlib
from collections.abc import Collection, Iterator
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.audits import papers as audit_papers
from mingzheng.office.audits.models import Audit
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.papers import certificate_paper
from mingzheng.office.decisions.models import Decision
from mingzheng.office.decisions.papers import decision_record
from mingzheng.office.files.content import read
from mingzheng.office.files.queries import papers_for
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule import papers as schedule_papers
from mingzheng.office.schedule.queries import appointment_of
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.on_site import Meeting

Entry = tuple[str, bytes]  # the name of a file, and its content


def packed(visit: Visit, by: Any, language: str, *, closed: Collection[str] = ()) -> bytes:
    """The archive: each paper numbered in the order of the case, and ``index.csv`` with name, size and SHA-256.

    `closed`: of :func:`agreed_in`, those whose papers stay outside.
    """
    archive, index = BytesIO(), StringIO()
    table = csv.writer(index)
    table.writerow([t("序号", "No."), t("文件", "File"), t("字节", "Bytes"), "SHA-256"])
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for place, (name, content) in enumerate(_entries(visit, by, language, closed), 1):
            file.writestr(f"{place:02d}_{name}", content)
            table.writerow([place, name, len(content), hashlib.sha256(content).hexdigest()])
        file.writestr("index.csv", "\ufeff" + index.getvalue())
    return archive.getvalue()


def agreed_in(visit: Visit) -> list[str]:
    """What the record calls the application and the contract of a visit."""
    application, contract = visit.contract.application, f"contract:{visit.contract.number}"
    return [f"application:{application.number}", contract] if application else [contract]


def _entries(visit: Visit, by: Any, language: str, closed: Collection[str]) -> Iterator[Entry]:
    """In the order of the case: application and contract, plan, audit, decision, certificate."""
    for subject in agreed_in(visit):
        if subject not in closed:
            yield from _filed(subject, by)
    yield from _of_schedule(visit, language)
    yield from _of_audit(visit, language)
    yield from _filed(f"audit:{visit.number}", by)
    yield from _of_decisions(visit, language)


def _filed(subject: str, by: Any) -> Iterator[Entry]:
    for paper in papers_for(by, subject).order_by("filed_on", "pk"):
        yield paper.name, read(paper)


def _of_schedule(visit: Visit, language: str) -> Iterator[Entry]:
    appointed = appointment_of(visit)
    if appointed and appointed.announced_on:
        name = f"{visit.number}_{t('审核通知书', 'audit notice')}.pdf"
        yield (
            name,
            schedule_papers.audit_notice(visit, appointed, dated=appointed.announced_on, language=language),
        )
    if appointed and appointed.plan_sent_on:
        name = f"{visit.number}_{t('审核计划', 'audit plan')}.pdf"
        yield (
            name,
            schedule_papers.audit_plan(visit, appointed, dated=appointed.plan_sent_on, language=language),
        )


def _of_audit(visit: Visit, language: str) -> Iterator[Entry]:
    audit = Audit.objects.select_related("visit").filter(visit=visit).first()
    if audit is None:
        return
    for which, minutes in ((Meeting.OPENING, audit.opening), (Meeting.CLOSING, audit.closing)):
        if minutes:
            name = f"{visit.number}_{say_lazy(f'paper.meeting.title.{which}')}.pdf"
            yield name, audit_papers.meeting(visit, audit, which, language=language)
    findings = audit.findings.filter(withdrawn_on=None).order_by("number")
    for finding in findings.exclude(grade=Grade.OBSERVATION):
        name = f"{visit.number}_NC{finding.number}.pdf"
        yield name, audit_papers.nonconformity(visit, finding, language=language)
    if audit.reported_on:
        name = f"{visit.number}_{t('审核报告', 'audit report')}.pdf"
        yield name, audit_papers.audit_report(visit, audit, language=language)


def _of_decisions(visit: Visit, language: str) -> Iterator[Entry]:
    made = Decision.objects.filter(audit__visit=visit)
    for decision in made.select_related("certification__client", "audit__visit"):
        yield f"{decision.number}.pdf", decision_record(decision, visit, language=language)
        issued = Certificate.objects.filter(decision=decision)
        for certificate in issued.select_related("certification__client", "decision__audit", "replaces"):
            url = settings.PUBLIC_ADDRESS + reverse("public:certificate", args=[certificate.number])
            yield f"{certificate.number}.pdf", certificate_paper(certificate, verify_url=url)
