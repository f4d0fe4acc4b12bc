"""Technical experts, who bring codes to a team and audit nothing (ISO/IEC 17021-1:2015 9.2.2.1.2)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.people.models import Leave
from mingzheng.office.schedule.dossiers import HALVES
from mingzheng.office.schedule.models import Booking
from mingzheng.rulebook import competence
from mingzheng.rulebook.calendar import HalfDay
from mingzheng.rulebook.competence import AuthorisationKind


@dataclass
class Expert:
    """One expert: his codes by standard, and when he is not free."""

    login: str
    codes: dict[str, set[str]] = field(default_factory=dict)
    leave: list[tuple[date, date]] = field(default_factory=list)
    booked: dict[HalfDay, str] = field(default_factory=dict)  # by the number of the visit

    def covers(self, asked: Mapping[Any, Collection[str]]) -> bool:
        """All of them: the planner takes one expert for a visit, or none."""
        mine = self.codes
        return any(asked.values()) and not any(
            competence.uncovered(codes, mine.get(standard, ())) for standard, codes in asked.items()
        )

    def free(self, when: Collection[HalfDay], visit: str) -> bool:
        """On these half days, but for the visit itself."""
        away = any(first <= half_day.day <= last for half_day in when for first, last in self.leave)
        return not away and all(self.booked.get(half_day, visit) == visit for half_day in when)


def experts() -> list[Expert]:
    """Everybody authorised as one, by login."""
    held = Authorisation.objects.filter(kind=AuthorisationKind.EXPERT, ended_on=None, person__is_active=True)
    found = {
        key: Expert(login)
        for key, login in held.order_by("person__login").values_list("person", "person__login")
    }
    if not found:
        return []
    of_theirs = {"person__in": found}
    codes = Competence.objects.filter(**of_theirs, ended_on=None)
    for who, standard, code in codes.values_list("person", "standard", "code"):
        found[who].codes.setdefault(standard, set()).add(code)
    leave = Leave.objects.filter(**of_theirs, cancelled_on=None)
    for who, first, last in leave.values_list("person", "first_day", "last_day"):
        found[who].leave.append((first, last))
    booked = Booking.objects.filter(**of_theirs).values_list("person", "day", "half", "visit__number")
    for who, day, half, number in booked:
        found[who].booked[HalfDay(day, HALVES[half])] = number
    return list(found.values())
