"""Plan to see an auditor at work 安排见证 — ISO/IEC 17021-1:2015 7.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.queries import valid
from mingzheng.rulebook import witnessing as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Witnessing
from ..queries import authorisations_of


@dataclass(frozen=True)
class WitnessingPlanned(Happened, kind="person.witnessing-planned"):
    login: str
    standard: Standard
    witness: str
    planned_for: date
    visit: str


@action(Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 7.2.10")
def plan_witnessing(
    login: str,
    standard: Standard,
    witness: str,
    *,
    planned_for: date,
    visit: str = "",
    on: date,
    by: Actor,
) -> WitnessingPlanned:
    """`witness` is authorised for it on that day; `visit` is the number of the audit, once it is known."""
    persons = {one.login: one for one in Person.objects.filter(login__in=(login, witness))}
    person, watching = persons[login], persons[witness]
    waiting = Witnessing.objects.filter(person=person, standard=standard, held_on=None, cancelled_on=None)
    refuse_if(
        rules.objections_to_witnessing(
            login,
            witness,
            authorisations_of(watching),
            planned_for,
            registered=valid(planned_for).filter(person=person, standard=standard).exists(),
            planned=waiting.exists(),
        )
    )
    Witnessing.objects.create(
        person=person, standard=standard, witness=watching, planned_for=planned_for, visit=visit
    )
    return WitnessingPlanned(login, standard, witness, planned_for, visit)
