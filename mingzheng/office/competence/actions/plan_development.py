"""Plan that somebody becomes competent for a technical area 制订能力发展计划 — ISO/IEC 17021-1:2015 7.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.development import objections_to_entry
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.technical_areas import technical_areas
from mingzheng.rulebook.verdict import refuse_if

from ..models import Development
from ..queries import is_competent


@dataclass(frozen=True)
class DevelopmentPlanned(Happened, kind="development.planned", begins=True):
    number: str
    person: str
    standard: Standard
    code: str
    due_on: date


@action(Role.COMPETENCE_EVALUATOR, Role.TECHNICAL, clause="ISO/IEC 17021-1:2015 7.2")
def plan_development(
    login: str, *, standard: Standard, code: str, measure: str, due_on: date, on: date, by: Actor
) -> DevelopmentPlanned:
    """In the plan of the year it is due in."""
    person, code = locked_person(login), code.strip()
    wanted = {"person": person, "standard": standard, "code": code}
    planned = Development.objects.filter(year=due_on.year, **wanted).exists()
    covered = is_competent(person, standard, code)
    known = code in technical_areas()
    refuse_if(objections_to_entry(measure, due_on, on, known=known, covered=covered, planned=planned))
    row = Development.objects.create(
        number=next_number(Development, "FZ", on.year),
        year=due_on.year,
        measure=measure.strip(),
        due_on=due_on,
        planned_on=on,
        **wanted,
    )
    return DevelopmentPlanned(row.number, login, standard, code, due_on)
