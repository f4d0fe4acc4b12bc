"""Correct an audit record 更正, with the reason; what it said before stays in the event (ISO/IEC 17021-1:2015 9.9.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked, objections_to_member


@dataclass(frozen=True)
class RecordCorrected(Happened, kind="audit.record_corrected"):
    audit: str
    record: int
    reason: str
    was: str  # the evidence before
    conformed: bool  # and the judgement before
    conforms: bool


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.9.1")
def correct_record(
    number: str, record_number: int, *, evidence: str, conforms: bool, reason: str, on: date, by: Actor
) -> RecordCorrected:
    audit = locked(number)
    refuse_if(objections_to_member(audit.visit, by) + on_site.objections_to_reason(reason))

    record = audit.records.get(number=record_number)
    told = RecordCorrected(number, record_number, reason, record.evidence, record.conforms, conforms)
    record.evidence, record.conforms, record.corrected_on = evidence, conforms, on
    record.save(update_fields=["evidence", "conforms", "corrected_on"])
    return told
