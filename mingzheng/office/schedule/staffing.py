"""A visit with its dates, its team and the calendar, each read once however much is asked about them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import put_parts_beside
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import MemberFacts, objections_to_team
from mingzheng.rulebook.verdict import Objection

from .appointed import locked_appointment
from .dossiers import Dossiers
from .members import dossiers_for, needs
from .models import Appointment, Assignment
from .queries import days_off, members_of


@dataclass
class Staffing:
    """What an action or a page must know to judge the team and the plan of a visit; `visit` with client and parts."""

    visit: Visit
    appointment: Appointment

    @cached_property
    def team(self) -> list[Assignment]:
        return members_of(self.visit)

    @cached_property
    def known(self) -> Dossiers:
        return dossiers_for([member.person_id for member in self.team], self.visit, self.appointment)

    @cached_property
    def facts(self) -> list[MemberFacts]:
        """The team as the rulebook sees it, in the order of `team`."""
        year = self.appointment.starts_on.year
        return [
            dossier.facts(
                member.person.name_zh,
                TeamRole(member.role),
                map(Standard, member.standards),
                dossier.here,
                year,
            )
            for member in self.team
            if (dossier := self.known[member.person_id])
        ]


def locked_staffing(number: str) -> Staffing:
    """The visit of this number, locked. Refused while it has no dates."""
    visit, appointment = locked_appointment(number)
    put_parts_beside(visit)
    return Staffing(visit, appointment)


def objections_to_staffing(staffing: Staffing, on: date) -> list[Objection]:
    """What the team of a visit still lacks, the client's own objections included."""
    dates = staffing.appointment
    off = days_off(dates.starts_on, dates.ends_on, staffing.known.overrides)
    unwanted = [
        rules.CLIENT_OBJECTS.because(person=member.person.name_zh)
        for member in staffing.team
        if member.unwanted  # type: ignore[attr-defined]
    ]
    return objections_to_team(needs(staffing.visit, off), staffing.facts, on) + unwanted
