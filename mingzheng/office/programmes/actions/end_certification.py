"""End a certification and what was planned for it 认证终止 (ISO/IEC 17021-1:2015 9.6.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.roles import Role

from ..ending import end
from ..models import Certification


@dataclass(frozen=True)
class CertificationEnded(Happened, kind="certification.ended"):
    certification: str
    standard: str
    dropped: str


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.6.5")
def end_certification(uscc: str, standard: str, *, on: date, by) -> CertificationEnded:
    """Its parts leave the visits still to come; a visit that was for it alone is dropped."""
    certification = (
        Certification.objects.select_for_update(of=("self",))
        .select_related("client")
        .get(client__uscc=uscc, standard=standard, ended_on=None)
    )
    dropped = end([certification.pk], on)
    return CertificationEnded(certification.subject_key, standard, " ".join(dropped))
