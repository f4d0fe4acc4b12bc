"""What befalls the seventy people themselves: declarations, insurance, registration, and three who learn to audit."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mingzheng.office.people.models import Person
from mingzheng.office.registration.actions.assign_mentor import assign_mentor
from mingzheng.office.registration.actions.confirm_registration import confirm_registration
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.registration import confirm_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..careers import declarations, educated, insured
from ..world import Story, World
from .founding import employ, engage, registered_from
from .people import Auditor

TAKEN_ON = (date(2018, 9, 3), date(2019, 7, 1), date(2020, 6, 1))  # the trainees
TERM = 36  # months of a registration


def careers(world: World, people: Sequence[Auditor]) -> Iterator[Story]:
    """Everyone declares himself every year; who is sent out is insured, goes on learning, and is registered again in time."""
    for place, login in enumerate(Person.objects.order_by("pk").values_list("login", flat=True)):
        yield declarations(world, login, 280 + place)
    experienced = [one for one in people if not one.is_trainee]
    for place, one in enumerate(experienced):
        yield insured(world, one.login, 60 + 4 * place)
        yield educated(world, one.login, 140 + place)
        yield _registered(world, one, place)
    for taken_on, one in zip(TAKEN_ON, (one for one in people if one.is_trainee), strict=False):
        yield _trained(world, one, taken_on, experienced[0])


def _registered(world: World, one: Auditor, place: int) -> Story:
    """Confirmed every year, and registered again every three years, in good time."""
    first = registered_from(place)
    while True:
        last = add_months(first, TERM) - timedelta(days=1)
        due = confirm_by(first, last, max(first, world.on))
        while due:
            yield world.from_now(due - timedelta(days=40))
            for standard in one.standards:
                confirm_registration(
                    one.login, standard, evidence="CCAA 平台年度确认截图",
                    on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
                )  # fmt: skip
            due = confirm_by(first, last, due)
        first = last + timedelta(days=1)
        yield world.from_now(first - timedelta(days=30))
        for standard in one.standards:
            _register(world, one, standard, RegistrationGrade.AUDITOR, first)


def _trained(world: World, one: Auditor, taken_on: date, mentor: Auditor) -> Story:
    """Taken on, and registered as one who learns."""
    yield taken_on
    employ(world, one.login, one.name, "审核部", full_time=True)
    engage(world, one.login)
    yield world.later(30)
    for standard in one.standards:
        _register(world, one, standard, RegistrationGrade.TRAINEE, world.on)
        assign_mentor(one.login, standard, mentor.login, on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR))
    yield from insured(world, one.login, 200)


def _register(world: World, one: Auditor, standard: Standard, grade: RegistrationGrade, first: date) -> None:
    register_auditor(
        one.login, standard, grade=grade, number=f"{first.year}-N1{standard.letter}-{one.login.upper()}",
        valid_from=first, valid_until=add_months(first, TERM) - timedelta(days=1),
        on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
    )  # fmt: skip
