"""Sign the report: the direction answers for it 签发年度报告 — ISO 26000:2010 7.6.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_signing

from ..document import digest_of
from ..writing import Draft, held


@dataclass(frozen=True)
class ReportSigned(Happened, kind="report.signed"):
    year: int
    edition: int
    digest: str
    figures: str  # the hash of the frozen figures it prints
    reason: str  # why doubtful wordings stand


@action(Role.DIRECTOR, clause="ISO 26000:2010 7.6.2")
def sign_report(year: int, *, reason: str = "", on: date, by: Actor) -> ReportSigned:
    draft = Draft.of(report := held(year))
    documents = draft.both()
    findings = [remark.finding for remark in draft.remarks(documents[0])]
    refuse_if(objections_to_signing(draft.standing, draft.parts, findings, reason))

    report.signed_on, report.signed_by = on, by.login
    report.doubts_because, report.digest = reason.strip(), digest_of(documents)
    report.save()
    return ReportSigned(year, report.edition, report.digest, documents[0].digest, report.doubts_because)
