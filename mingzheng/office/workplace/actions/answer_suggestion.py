"""Answer what was put into the suggestion box 答复建议 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.staff_survey import objections_to_answering
from mingzheng.rulebook.verdict import refuse_if

from ..models import Suggestion


@dataclass(frozen=True)
class SuggestionAnswered(Happened, kind="suggestion.answered"):
    number: str
    adopted: bool


@action(Role.GENERAL_OFFICE, Role.DIRECTOR, clause="own procedure")
def answer_suggestion(number: str, *, adopted: bool, answer: str, on: date, by: Actor) -> SuggestionAnswered:
    """Before everybody, and not by who made it."""
    row = Suggestion.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    own = row.person is not None and row.person.login == by.login
    refuse_if(objections_to_answering(answer, own=own, answered=row.answered_on is not None))
    row.adopted, row.answer, row.answered_on, row.answered_by = adopted, answer.strip(), on, by.login
    row.save(update_fields=["adopted", "answer", "answered_on", "answered_by"])
    return SuggestionAnswered(number, adopted)
