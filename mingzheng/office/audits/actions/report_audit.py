"""Report an audit 审核报告: the summary over its records, findings and conclusions (ISO/IEC 17021-1:2015 9.4.8)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Audit
from ..queries import locked, objections_to_leader, standards_of


@dataclass(frozen=True)
class Reported(Happened, kind="audit.reported"):
    audit: str
    kind: str  # of the visit: after a stage 1, stage 2 may begin
    summary: str


def objections(audit: Audit, *, by: Actor) -> list[Objection]:
    """A report needs a closed audit and a conclusion for every standard; it is made once, and again when sent back."""
    found = objections_to_leader(audit.visit, by)
    if not audit.closed_on:
        found.append(on_site.NOT_CLOSED)
    if audit.reported_on:
        found.append(on_site.ALREADY_REPORTED)
    concluded = set(audit.conclusions.values_list("standard", flat=True))
    standards = standards_of(audit.visit)
    return found + [on_site.NO_CONCLUSION.because(standard=s) for s in standards if s not in concluded]


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.4.8")
def report_audit(number: str, *, summary: str, on: date, by: Actor) -> Reported:
    audit = locked(number)
    refuse_if(objections(audit, by=by))

    audit.summary, audit.reported_on = summary, on
    audit.save(update_fields=["summary", "reported_on"])
    return Reported(number, audit.visit.kind, summary)
