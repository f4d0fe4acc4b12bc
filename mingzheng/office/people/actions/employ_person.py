"""Take a person on, employed or engaged — ISO/IEC 17021-1:2015 7.1, 7.4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.engagement import objections_to_home
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Person
from ..names import searchable


@dataclass(frozen=True)
class Employed(Happened, kind="person.employed", begins=True):
    login: str
    name: str
    full_time: bool


@action(Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 7.1")
def employ_person(
    login: str,
    *,
    name_zh: str,
    name_en: str = "",
    email: str = "",
    phone: str = "",
    department: str = "",
    full_time: bool = True,
    main_employer: str = "",
    home: str = "",
    languages: Sequence[str] = (),
    on: date,
    by: Actor,
) -> Employed:
    """`home` is a region code, `languages` those besides Chinese (rulebook.engagement.Language)."""
    taken = Person.objects.filter(login=login).exists()
    refuse_if([*rules.objections_to_login(login, taken=taken), *objections_to_home(home)])
    person = Person(
        login=login,
        name_zh=name_zh,
        name_en=name_en,
        pinyin=searchable(name_zh),
        email=email,
        phone=phone,
        department=department,
        full_time=full_time,
        main_employer=main_employer,
        home=home,
        languages=list(languages),
    )
    person.set_unusable_password()
    person.save()
    return Employed(login, name_zh, full_time)
