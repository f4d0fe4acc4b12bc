"""Review a person's competence for one standard 专业能力定期评审 — ISO/IEC 17021-1:2015 7.1.3, 7.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import witnessing as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Competence


@dataclass(frozen=True)
class CompetenceReviewed(Happened, kind="person.competence-reviewed"):
    login: str
    standard: Standard
    codes: str
    basis: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.1.3")
def review_competence(
    login: str, standard: Standard, *, basis: str, on: date, by: Actor
) -> CompetenceReviewed:
    """Everything he holds for the standard is found to hold still; what does not is ended first."""
    held = Competence.objects.select_for_update().filter(
        person__login=login, standard=standard, ended_on=None
    )
    codes = sorted(held.values_list("code", flat=True))
    refuse_if(rules.objections_to_review(len(codes), basis, own=by.login == login))
    held.update(reviewed_on=on, review_by=rules.review_by(on))
    return CompetenceReviewed(login, standard, " ".join(codes), basis.strip())
