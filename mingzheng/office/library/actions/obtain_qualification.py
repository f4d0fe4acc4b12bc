"""Enter an approval, designation or accreditation the body obtained 取得资质 (认证机构管理办法)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.schemes import QualificationKind, objections_to_qualification
from mingzheng.rulebook.verdict import refuse_if

from ..models import Petition, Qualification
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class QualificationObtained(Happened, kind="qualification.obtained", begins=True):
    number: str
    kind: QualificationKind
    certificate: str
    categories: list[str]
    valid_from: date


@action(*SCHEME_KEEPERS, clause="认证机构管理办法")
def obtain_qualification(
    kind: QualificationKind,
    *,
    authority: str,
    certificate: str,
    scope: str,
    categories: Sequence[str],
    valid_from: date,
    valid_until: date | None = None,
    petition: str = "",
    on: date,
    by: Actor,
) -> QualificationObtained:
    """`categories` are item codes; a class covers what is under it. `petition` is the application it was granted on."""
    refuse_if(objections_to_qualification(certificate, categories, valid_from, valid_until))
    row = Qualification.objects.create(
        number=next_number(Qualification, "ZZ", on.year),
        kind=kind,
        authority=authority.strip(),
        certificate=certificate.strip(),
        scope=scope.strip(),
        categories=list(categories),
        valid_from=valid_from,
        valid_until=valid_until,
        petition=Petition.objects.get(number=petition) if petition else None,
    )
    return QualificationObtained(row.number, kind, row.certificate, row.categories, valid_from)
