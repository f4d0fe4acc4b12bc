"""Close a grievance with its result 办结诉求 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_closing_grievance

from ..models import Grievance


@dataclass(frozen=True)
class GrievanceClosed(Happened, kind="grievance.closed"):
    number: str


@action(Role.UNION, clause="own procedure")
def close_grievance(number: str, *, result: str, on: date, by: Actor) -> GrievanceClosed:
    row = Grievance.objects.select_for_update(of=("self",)).select_related("person").get(number=number)
    own = row.person.login == by.login
    refuse_if(objections_to_closing_grievance(result, own=own, closed=bool(row.closed_on)))
    row.result, row.closed_on = result.strip(), on
    row.save(update_fields=["result", "closed_on"])
    return GrievanceClosed(number)
