"""Correct an audit report 更正, with the reason; the earlier summary stays in the event (ISO/IEC 17021-1:2015 9.9.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Audit
from ..queries import locked, objections_to_leader


@dataclass(frozen=True)
class ReportCorrected(Happened, kind="audit.report_corrected"):
    audit: str
    reason: str
    was: str
    summary: str


def objections(audit: Audit, *, by: Actor) -> list[Objection]:
    """Only what was reported can be corrected, by the leader."""
    found = objections_to_leader(audit.visit, by)
    return found if audit.reported_on else [*found, on_site.NO_REPORT]


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.9.1")
def correct_report(number: str, *, summary: str, reason: str, on: date, by: Actor) -> ReportCorrected:
    audit = locked(number)
    refuse_if(objections(audit, by=by) + on_site.objections_to_reason(reason))

    was, audit.summary = audit.summary, summary
    audit.save(update_fields=["summary"])
    return ReportCorrected(number, reason, was, summary)
