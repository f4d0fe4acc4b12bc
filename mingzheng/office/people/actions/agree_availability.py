"""Agree on which days a person works for the body 约定可用日 — ISO/IEC 17021-1:2015 7.3, 9.2.2.1."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import locked_person


@dataclass(frozen=True)
class AvailabilityAgreed(Happened, kind="person.availability-agreed"):
    login: str
    weekdays: str  # "0 1 4": Monday, Tuesday, Friday; empty for every working day
    days_a_year: int | None


@action(Role.COMPETENCE_EVALUATOR, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 7.3")
def agree_availability(
    login: str, *, weekdays: Collection[int] = (), days_a_year: int | None = None, on: date, by: Actor
) -> AvailabilityAgreed:
    """`weekdays`: 0 (Monday) to 6, none for every working day; `days_a_year`: at most so many, None without limit."""
    person = locked_person(login)
    refuse_if(rules.objections_to_availability(weekdays, days_a_year))
    person.weekdays, person.days_a_year = sorted(set(weekdays)), days_a_year
    person.save(update_fields=["weekdays", "days_a_year"])
    return AvailabilityAgreed(login, " ".join(map(str, person.weekdays)), days_a_year)
