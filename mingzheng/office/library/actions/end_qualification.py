"""Enter that an approval or accreditation ended before its last day 资质终止 (认证机构管理办法)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import objections_to_ending_qualification
from mingzheng.rulebook.verdict import refuse_if

from ..models import Qualification
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class QualificationEnded(Happened, kind="qualification.ended"):
    number: str
    certificate: str
    ended_on: date
    reason: str


@action(*SCHEME_KEEPERS, clause="认证机构管理办法")
def end_qualification(
    number: str, *, ended_on: date, reason: str = "", on: date, by: Actor
) -> QualificationEnded:
    """`ended_on` is its first day no more."""
    row = Qualification.objects.select_for_update().get(number=number)
    refuse_if(objections_to_ending_qualification(row.valid_from, row.ended_on, ended_on))
    row.ended_on = ended_on
    row.save(update_fields=["ended_on"])
    return QualificationEnded(number, row.certificate, ended_on, reason.strip())
