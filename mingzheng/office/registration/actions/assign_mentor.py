"""Give a trainee a mentor and the days to reach 指定实习指导人 — CCAA-101, ISO/IEC 17021-1:2015 7.2.4."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Traineeship
from ..queries import audits_for, trains_for


@dataclass(frozen=True)
class MentorAssigned(Happened, kind="person.mentor-assigned"):
    login: str
    standard: Standard
    mentor: str
    target_days: int


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def assign_mentor(
    login: str,
    standard: Standard,
    mentor: str,
    *,
    target_days: int | None = None,
    target_on_site_days: int | None = None,
    on: date,
    by: Actor,
) -> MentorAssigned:
    """A new mentor takes the place of the last. Without targets, those CCAA asks for."""
    persons = {one.login: one for one in Person.objects.filter(login__in=(login, mentor))}
    refuse_if(
        rules.objections_to_mentor(
            trainee=trains_for(login, standard, on),
            own=mentor == login,
            mentor_registered=audits_for(mentor, standard, on),
        )
    )
    days = target_days or number("ccaa_trainee_days")
    Traineeship.objects.update_or_create(
        person=persons[login],
        standard=standard,
        ended_on=None,
        defaults={
            "mentor": persons[mentor],
            "target_days": days,
            "target_on_site_days": target_on_site_days or number("ccaa_trainee_on_site_days"),
        },
        create_defaults={
            "mentor": persons[mentor],
            "target_days": days,
            "target_on_site_days": target_on_site_days or number("ccaa_trainee_on_site_days"),
            "begun_on": on,
        },
    )
    return MentorAssigned(login, standard, mentor, days)
