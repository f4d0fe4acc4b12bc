"""Enter what came of an entry of the development plan 登记发展计划结果 — ISO/IEC 17021-1:2015 7.1.3, 7.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.development import objections_to_result
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Development
from ..queries import is_competent


@dataclass(frozen=True)
class DevelopmentConcluded(Happened, kind="development.concluded"):
    number: str
    achieved: bool


@action(Role.COMPETENCE_EVALUATOR, Role.TECHNICAL, clause="ISO/IEC 17021-1:2015 7.2")
def conclude_development(
    number: str, *, achieved: bool, result: str = "", on: date, by: Actor
) -> DevelopmentConcluded:
    """Achieved only when the body has recognised the competence; else it is given up, with the reason."""
    row = Development.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    recognised = is_competent(row.person, row.standard, row.code)
    concluded = row.concluded_on is not None
    refuse_if(objections_to_result(result, achieved=achieved, recognised=recognised, concluded=concluded))
    row.achieved, row.result, row.concluded_on = achieved, result.strip(), on
    row.save(update_fields=["achieved", "result", "concluded_on"])
    return DevelopmentConcluded(number, achieved)
