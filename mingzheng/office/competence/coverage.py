"""专业能力矩阵: which technical area of a standard who covers, and where the body has nobody or one person only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from mingzheng.office.library.queries import accredited_groups
from mingzheng.office.people.models import Person
from mingzheng.office.registration.queries import valid
from mingzheng.rulebook.competence import RegistrationGrade, covers
from mingzheng.rulebook.development import nearest
from mingzheng.rulebook.standards import Standard

from .models import Competence


@dataclass(frozen=True)
class Covered:
    """One technical area: who covers it as auditor, who as trainee (logins), and how many certifications need it."""

    code: str
    auditors: frozenset[str]
    trainees: frozenset[str]
    needed: int = 0
    nearest: tuple[
        str, ...
    ] = ()  # of a gap: who could be developed, since he is competent for what is near it

    @property
    def is_gap(self) -> bool:
        """Nobody, or one person only."""
        return len(self.auditors) <= 1


@dataclass(frozen=True)
class Matrix:
    """The persons registered for a standard, and the areas they cover."""

    people: Sequence[Person]
    rows: list[Covered]


def matrix(standard: Standard, on: date, needed: Mapping[str, int] | None = None) -> Matrix:
    """Every area somebody holds, the body is accredited for, or `needed` tells certifications of (by code). A person who
    is no longer registered for the standard covers nothing."""
    of_person = valid(on).filter(person=OuterRef("pk"), standard=standard)
    people = Person.objects.filter(Exists(of_person), is_active=True).order_by("pinyin")
    registered = list(people.annotate(grade=Subquery(of_person.values("grade")[:1])))
    held: dict[str, set[str]] = {one.login: set() for one in registered}
    competences = Competence.objects.filter(standard=standard, ended_on=None, evaluated_on__lte=on)
    for login, code in competences.values_list("person__login", "code"):
        if login in held:
            held[login].add(code)
    wanted = {**dict.fromkeys(accredited_groups(standard, on), 0), **(needed or {})}
    trainees = frozenset(one.login for one in registered if one.grade == RegistrationGrade.TRAINEE)
    codes = sorted({code for codes in held.values() for code in codes} | set(wanted))
    return Matrix(registered, [_row(code, held, trainees, wanted.get(code, 0)) for code in codes])


def _row(code: str, held: dict[str, set[str]], trainees: frozenset[str], needed: int) -> Covered:
    found = frozenset(login for login, codes in held.items() if any(covers(own, code) for own in codes))
    row = Covered(code, found - trainees, found & trainees, needed)
    return (
        replace(row, nearest=nearest(code, [one for one in held.items() if one[0] not in found]))
        if row.is_gap
        else row
    )
