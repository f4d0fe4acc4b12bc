"""Reading registrations, and what is shown for them."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from mingzheng.office.library.queries import accredited_groups
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import engaged_on
from mingzheng.rulebook import registration as rules
from mingzheng.rulebook.candidacy import NOTHING_OPEN
from mingzheng.rulebook.competence import AUDITING_GRADES, AUDITING_ROLES, RegistrationGrade, TeamRole
from mingzheng.rulebook.registration import NO_PRODUCTS, NOT_GREEN, NOTHING_TO_CONFIRM, AuditLog
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, Refused

from .models import Candidacy, Experience, GreenMark, Registration, Training


def numbers_of(people: Collection[int]) -> dict[int, dict[str, str]]:
    """The latest registration number of each person (by key) for each standard."""
    found: dict[int, dict[str, str]] = {}
    rows = Registration.objects.filter(person__in=people).order_by("valid_until")
    for person, standard, number in rows.values_list("person_id", "standard", "number"):
        found.setdefault(person, {})[standard] = number
    return found


def valid(on: date) -> QuerySet[Registration]:
    """The registrations that hold on a day."""
    return Registration.objects.filter(valid_from__lte=on, valid_until__gte=on)


def green(on: date) -> QuerySet[GreenMark]:
    """What makes registrations ones of inspectors of green products on a day."""
    return green_since(on).filter(first_day__lte=on)


def green_since(day: date) -> QuerySet[GreenMark]:
    """What does so on a day or later."""
    return GreenMark.objects.filter(Q(last_day=None) | Q(last_day__gte=day))


def locked_products(login: str, on: date) -> Registration:
    """The registration for products that holds on a day, held until the action is over. Raises Refused."""
    held = valid(on).select_for_update().filter(person__login=login, standard=Standard.PRODUCT)
    if (found := held.first()) is None:
        raise Refused(NO_PRODUCTS)
    return found


def locked_green(login: str, last_day: date) -> GreenMark:
    """The mark of an inspector of green products that is not ended, of a registration not over by its last day, held until the
    action is over. Raises Refused.
    """
    marks = GreenMark.objects.select_for_update(of=("self",)).select_related("registration")
    of = {"registration__person__login": login, "registration__valid_until__gte": last_day}
    open_ = marks.filter(**of, last_day=None)
    if (found := open_.order_by("first_day").last()) is None:
        raise Refused(NOT_GREEN)
    return found


def audits_for(login: str, standard: str, on: date) -> bool:
    """Is this person registered as auditor for the standard on this day?"""
    return valid(on).filter(person__login=login, standard=standard, grade__in=AUDITING_GRADES).exists()


def trains_for(login: str, standard: str, on: date) -> bool:
    """Is this person registered as auditor in training for the standard on this day?"""
    trainee = RegistrationGrade.TRAINEE
    return valid(on).filter(person__login=login, standard=standard, grade=trainee).exists()


def may_mentor(on: date) -> QuerySet[Person]:
    """Everyone registered as auditor for some standard today."""
    held = valid(on).filter(grade__in=AUDITING_GRADES)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("pinyin")


def grade_held(login: str, standard: str, on: date) -> RegistrationGrade | None:
    """The grade this person is registered in for the standard on this day."""
    held = valid(on).filter(person__login=login, standard=standard).values_list("grade", flat=True).first()
    return RegistrationGrade(held) if held else None


def to_confirm(login: str, standard: str, on: date) -> Registration:
    """The registration whose yearly confirmation comes next, held until the action is over. Raises Refused."""
    held = valid(on).select_for_update().filter(person__login=login, standard=standard)
    if (found := held.exclude(confirm_by=None).first()) is None:
        raise Refused(NOTHING_TO_CONFIRM)
    return found


def locked_candidacy(login: str, standard: str) -> Candidacy:
    """The candidacy under way, held until the action is over. Raises Refused when there is none."""
    found = Candidacy.objects.select_for_update().select_related("person")
    if (one := found.filter(person__login=login, standard=standard, concluded_on=None).first()) is None:
        raise Refused(NOTHING_OPEN)
    return one


def open_candidacies() -> QuerySet[Candidacy]:
    """Those under way, the oldest first."""
    return Candidacy.objects.filter(concluded_on=None).select_related("person").order_by("opened_on", "pk")


def counted_elsewhere(person: Any, standard: Any, until: date) -> QuerySet[Experience]:
    """Audits elsewhere that ended by a day and count for a standard. Takes values or the columns of an outer query."""
    found = Experience.objects.filter(person=person, standard=standard, last_day__lte=until)
    return found.filter(role__in=[*AUDITING_ROLES, TeamRole.TRAINEE])


def log_elsewhere(person: Person, standard: str, since: date, until: date) -> AuditLog:
    """What was entered of this person's audits elsewhere that ended between two days, both included; trainees'
    days count as days."""
    counted = (
        counted_elsewhere(person, standard, until)
        .filter(last_day__gte=since)
        .aggregate(
            days=Sum("audit_days"),
            on_site=Sum("on_site_days"),
            led=Count("pk", filter=Q(role=TeamRole.LEADER)),
            audits=Count("pk"),
        )
    )
    none = Decimal(0)
    return AuditLog(counted["days"] or none, counted["on_site"] or none, counted["led"], counted["audits"])


def learned(person: Any, standard: Any, since: Any, until: date) -> QuerySet[Training]:
    """The continuing education accepted between two days that counts for a standard: what is in its field, and what is in none.
    Takes values or the columns of an outer query."""
    accepted = Training.objects.filter(person=person, accepted=True, held_on__range=(since, until))
    return accepted.filter(Q(standard="") | Q(standard=standard))


def hours_of(person: Person, standard: str, since: date, until: date) -> tuple[Decimal, Decimal]:
    """Hours of continuing education accepted between two days: all, and those in the field of the standard."""
    counted = learned(person, standard, since, until).aggregate(
        all=Sum("hours"), field=Sum("hours", filter=Q(standard=standard))
    )
    return counted["all"] or Decimal(0), counted["field"] or Decimal(0)


def auditor_table(on: date) -> dict[str, dict[str, int]]:
    """人员统计表: registered auditors on a day by standard: full time, part time, both together, and trainees apart.

    ``{"QMS": {"full_time": 27, "part_time": 21, "total": 48, "trainee": 3}, …}``. A trainee is never in the total.
    """
    table = {standard.value: dict.fromkeys(COLUMNS, 0) for standard in Standard}
    for standard, column, _ in counted_persons(on, "person_id"):
        table[standard][column] += 1
        table[standard]["total"] += column in ("full_time", "part_time")
    return table


def fields_short(on: date) -> list[Objection]:
    """The fields the body works in, accredited for or with auditors of its own, that have too few full-time ones."""
    table = auditor_table(on)
    fields = {of: row["full_time"] for of, row in table.items() if row["total"] or accredited_groups(of, on)}
    return rules.fields_short(fields)


COLUMNS = ("full_time", "part_time", "total", "trainee")


def counted_persons(on: date, called: str = "person__login") -> list[tuple[str, str, str]]:
    """Standard, column of the table and login (or whatever each is `called` by) of everyone it counts."""
    full_time = engaged_on(on)
    rows = valid(on).values_list("standard", "grade", called, "person_id")
    return [
        (standard, _column(grade, full_time[key]), name)
        for standard, grade, name, key in rows
        if key in full_time
    ]


def persons_counted(on: date) -> dict[str, set[str]]:
    """The logins behind each column, whatever the standard: who is an auditor for one is no trainee in all."""
    found: dict[str, set[str]] = {column: set() for column in COLUMNS}
    for _, column, login in counted_persons(on):
        found[column].add(login)
    found["total"] = found["full_time"] | found["part_time"]
    found["trainee"] -= found["total"]
    return found


def _column(grade: str, full_time: bool) -> str:
    if grade == RegistrationGrade.TRAINEE:
        return "trainee"
    return "full_time" if full_time else "part_time"
