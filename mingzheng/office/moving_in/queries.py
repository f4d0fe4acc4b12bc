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
from mingzheng.rulebook.dated_numbers import last_day, number
from mingzheng.rulebook.moving_in import Measure
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.words import WORDS

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


def imports_of(run: TrialRun) -> QuerySet[Import]:
    """What was carried in for a trial run, in its order: what it held when it was concluded; of one under way, whatever
    no other system's holds."""
    of_others = TrialRun.objects.exclude(system=run.system)
    held = run.imports.all() if run.concluded_on else Import.objects.exclude(trial_runs__in=of_others)
    return held.defer("keys").order_by("pk")


@dataclass(frozen=True)
class Refusal:
    """One row that was refused; `later`: the import by which it was carried in after all."""

    number: str
    place: str
    key: str
    why: tuple[str, str]  # zh, en
    later: str


def refusals_of(imports: Iterable[Import]) -> list[Refusal]:
    """Every row refused in these imports, in their order; it may have been carried in by any import since."""
    rows = list(imports)
    taken = _taken({(row.register, key) for row in rows for _, key, _, _ in row.refusals})
    return [
        Refusal(row.number, place, key, (zh, en), _after(row.pk, taken[row.register, key]))
        for row in rows
        for place, key, zh, en in row.refusals
    ]


def _taken(asked: set[tuple[str, str]]) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """By register and key, the imports that took such a row, in their order."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {one: [] for one in asked}
    taking = Import.objects.filter(register__in={register for register, _ in asked}).order_by("pk")
    for at, named_so, register, keys in taking.values_list("pk", "number", "register", "keys").iterator():
        for one in asked & {(register, key) for key in keys}:
            found[one].append((at, named_so))
    return found


def _after(at: int, taken: list[tuple[int, str]]) -> str:
    return next((number for later, number in taken if later > at), "")


def named(measure: str) -> tuple[str, str]:
    """What is compared, in Chinese and English, with how far ahead it looks."""
    words = WORDS[f"measure.{measure}"]
    if measure != Measure.VISITS_DUE:
        return words
    zh, en = WORDS["moving-in.within"]
    days = number("due_soon")
    return zh.format(measure=words[0], days=days), en.format(measure=words[1], days=days)


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
