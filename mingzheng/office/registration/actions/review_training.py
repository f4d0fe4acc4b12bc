"""Accept or reject continuing education somebody entered 审核继续教育 — CCAA-101."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Training


@dataclass(frozen=True)
class TrainingReviewed(Happened, kind="person.training-reviewed"):
    login: str
    number: int
    outcome: str  # accepted or rejected
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def review_training(
    login: str, number: int, *, accepted: bool, reason: str = "", on: date, by: Actor
) -> TrainingReviewed:
    training = Training.objects.select_for_update().get(person__login=login, number=number)
    reviewed = training.accepted is not None
    refuse_if(rules.objections_to_accepting(accepted, reason, own=by.login == login, reviewed=reviewed))
    training.accepted, training.reviewed_by = accepted, by.login
    training.save(update_fields=["accepted", "reviewed_by"])
    return TrainingReviewed(login, number, "accepted" if accepted else "rejected", reason.strip())
