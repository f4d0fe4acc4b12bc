"""Classify an application 确定专业代码与复杂程度 — ISO/IEC 17021-1:2015 9.1.2.3, 7.1.2."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.accounts import CODE_SHAPE
from mingzheng.rulebook.audit_time import Complexity, Standard
from mingzheng.rulebook.audit_time_table import objections_to_looking_up
from mingzheng.rulebook.contract_review import CODE_UNFIT, NOT_CLASSIFIED, Part, objections_to_reviewing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..lapsing import lapse
from ..models import Application
from ..queries import locked


@dataclass(frozen=True)
class ApplicationClassified(Happened, kind="application.classified"):
    number: str
    name_zh: str
    codes: dict[str, list[str]]
    complexities: dict[str, str]


def objections(application: Application) -> list[Objection]:
    """Why nothing can be classified now."""
    return objections_to_reviewing(application.status)


@action(Role.TECHNICAL, clause="ISO/IEC 17021-1:2015 9.1.2.3")
def classify_application(
    number: str, *, codes: Mapping[str, Sequence[str]], complexities: Mapping[str, str], on: date, by: Actor
) -> ApplicationClassified:
    """Technical codes and complexity (risk) of each standard applied for. The audit time rested on them and lapses."""
    application = locked(number, by)
    refuse_if([*objections(application), *_objections_to_values(application, codes, complexities)])
    application.technical_codes = {
        standard: sorted(set(codes[standard])) for standard in application.standards
    }
    application.complexities = {standard: complexities[standard] for standard in application.standards}
    lapse(application, Part.TECHNICAL, Part.PROGRAMME, audit_time=True)
    application.save(update_fields=["technical_codes", "complexities"])
    return ApplicationClassified(
        number, application.name_zh, application.technical_codes, application.complexities
    )


def _objections_to_values(
    application: Application, codes: Mapping[str, Sequence[str]], complexities: Mapping[str, str]
) -> list[Objection]:
    found: list[Objection] = []
    for standard in application.standards:
        if not codes.get(standard) or standard not in complexities:
            found.append(NOT_CLASSIFIED.because(standard=standard))
            continue
        found += [CODE_UNFIT.because(code=code) for code in codes[standard] if not CODE_SHAPE.fullmatch(code)]
        found += objections_to_looking_up(Standard(standard), 1, Complexity(complexities[standard]))
    return found
