"""Name who must be on a team and who goes along 指定同行人员 (ISO/IEC 17021-1:2015 9.2.2.1.1, 7.2.10)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.planning import NOT_BOTH
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Company


@dataclass(frozen=True)
class CompanyNamed(Happened, kind="visit.company-named"):
    visit: str
    required: str
    companions: str


@action(Role.PROGRAMME_MANAGER, Role.COMPETENCE_EVALUATOR, clause="ISO/IEC 17021-1:2015 9.2.2.1.1")
def name_company(
    number: str, *, required: Collection[str] = (), companions: Collection[str] = (), on: date, by
) -> CompanyNamed:
    """`required`: logins of those who must be on the team; `companions` go along and do not count, a trainee say."""
    visit = Visit.objects.select_for_update().get(number=number)
    both = sorted(set(required) & set(companions))
    refuse_if([*objections_to_changing(visit.state), *([NOT_BOTH.because(person=both[0])] if both else [])])
    named = {*required, *companions}
    if len(named) > Person.objects.filter(login__in=named, is_active=True).count():
        raise Person.DoesNotExist(f"one of {sorted(named)}")
    Company.objects.update_or_create(
        visit=visit, defaults={"required": sorted(required), "companions": sorted(companions)}
    )
    return CompanyNamed(number, " ".join(sorted(required)) or "--", " ".join(sorted(companions)) or "--")
