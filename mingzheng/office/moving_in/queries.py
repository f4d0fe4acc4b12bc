"""Reading what was carried in and how the trial run goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.queries import TO_COME
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.queries import valid
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.competence import AUDITING_GRADES
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.moving_in import Measure
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .models import Import, TrialRun

READERS = (Role.ADMINISTRATOR, Role.GENERAL_OFFICE, Role.QUALITY, Role.DIRECTOR)
KEEPERS = (Role.ADMINISTRATOR, Role.GENERAL_OFFICE)
ENDED = (Status.WITHDRAWN, Status.CANCELLED, Status.EXPIRED)


def runs_seen_by(by: Actor) -> QuerySet[Any]:
    """Trial runs with the number of their comparisons. Raises Refused."""
    if not any(by.holds(role) for role in READERS):
        raise Refused(NOT_YOURS)
    return TrialRun.objects.annotate(n=Count("comparisons"))


def locked_run(number: str) -> TrialRun:
    """A trial run held until the action is done."""
    return TrialRun.objects.select_for_update().get(number=number)


def imports_until(day: date) -> QuerySet[Import]:
    """What was carried in by a day, in its order."""
    return Import.objects.filter(carried_on__lte=day).order_by("carried_on", "pk")


@dataclass(frozen=True)
class Refusal:
    """One row that was refused; `later`: the import by which it was carried in after all."""

    number: str
    place: str
    key: str
    why: tuple[str, str]  # zh, en
    later: str


def refusals_of(imports: Iterable[Import]) -> list[Refusal]:
    """Every row refused in these imports, given in their order."""
    rows = list(imports)
    taken: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for nth, row in enumerate(rows):
        for key in row.keys:
            taken.setdefault((row.register, key), []).append((nth, row.number))
    return [
        Refusal(row.number, place, key, (zh, en), _after(nth, taken.get((row.register, key), [])))
        for nth, row in enumerate(rows)
        for place, key, zh, en in row.refusals
    ]


def _after(nth: int, taken: list[tuple[int, str]]) -> str:
    return next((number for at, number in taken if at > nth), "")


def counted(measure: Measure, on: date) -> int:
    """What this system says on a day."""
    match measure:
        case Measure.CLIENTS:
            return Client.objects.count()
        case Measure.IN_FORCE:
            return Certificate.objects.filter(status=Status.IN_FORCE).count()
        case Measure.SUSPENDED:
            return Certificate.objects.filter(status=Status.SUSPENDED).count()
        case Measure.ENDED:
            return Certificate.objects.filter(status__in=ENDED).count()
        case Measure.AUDITORS:
            return valid(on).filter(grade__in=AUDITING_GRADES).values("person").distinct().count()
        case Measure.VISITS_DUE:
            return Visit.objects.filter(TO_COME, latest__lte=last_day("due_soon", on)).count()
