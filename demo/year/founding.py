"""The body on its first day in the system, 1 January 2017: who works there, and whom it certifies already."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.import_auditors import import_auditors
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.actions.sign_contract import sign_contract
from mingzheng.office.people.models import Person
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.carried_auditors import CarriedAuditor
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.roles import Role

from ..cast import GROUPS, HOMES, Installer, describe
from ..logins import LOGINS, PASSWORD
from ..world import World
from .people import MANAGERS_ONLY, Auditor

WORKED = "调休上班"
HOLIDAYS_OF_2017 = {
    "元旦": ((1, 2),), "春节": ((1, 27), (1, 30), (1, 31), (2, 1), (2, 2)), "清明节": ((4, 3), (4, 4)),
    "劳动节": ((5, 1),), "端午节": ((5, 29), (5, 30)), "国庆节、中秋节": tuple((10, day) for day in range(2, 7)),
    WORKED: ((1, 22), (2, 4), (4, 1), (5, 27), (9, 30)),
}  # fmt: skip
LEADERS = 30


def world_of(year: int) -> World:
    """The world from the first working day of 2017 to the middle of the January after the year."""
    world = World(date(year + 1, 1, 15))
    world.on = world.first_day = date(2017, 1, 3)
    for name, days in HOLIDAYS_OF_2017.items():
        for month, day in days:
            world.holidays[date(2017, month, day)] = name
            world.overrides[date(2017, month, day)] = name == WORKED
    return world


def found(world: World, auditors: Sequence[Auditor]) -> None:
    """The offices, the body's own facts, and its auditors as the register before this one had them."""
    installer = Installer()
    for role, (login, name, department) in LOGINS.items():
        employ(world, login, name, department, full_time=True)
        grant_role(login, role, on=world.on, by=installer)
        set_password(login, PASSWORD, on=world.on, by=installer)
        world.people[role] = Person.objects.get(login=login)
    for role in MANAGERS_ONLY:
        engage(world, LOGINS[role][0])
    describe(world)
    by = world.by(Role.COMPETENCE_EVALUATOR)
    here = [one for one in auditors if not one.is_trainee]
    import_auditors(
        [entry for n, one in enumerate(here) for entry in _entries(one, n)],
        on=world.on,
        by=world.by(Role.ADMINISTRATOR),
    )
    for one in leaders(here):
        authorise_person(
            one.login, AuthorisationKind.LEADER, basis="组长培训合格，见证领审三次", on=world.on, by=by
        )
    for role, kind in ((Role.REVIEWER, "reviewer"), (Role.DECISION_MAKER, "decision_maker")):
        authorise_person(
            LOGINS[role][0], AuthorisationKind(kind), basis="认证评定培训合格，考核通过", on=world.on, by=by
        )
    world.people = {role: Person.objects.get(pk=person.pk) for role, person in world.people.items()}


def employ(world: World, login: str, name: str, department: str, *, full_time: bool) -> None:
    employ_person(
        login,
        name_zh=name,
        email=f"{login}@example.org",
        department=department,
        full_time=full_time,
        main_employer="" if full_time else "砚泽理工学院",
        home=HOMES[len(login) % len(HOMES)],
        languages=[],
        on=world.on,
        by=Installer(),
    )


def engage(world: World, login: str) -> None:
    """A contract without term."""
    sign_contract(
        login, number=f"LD-{world.on.year}-{login.upper()}", full_time=True, main_employer="",
        first_day=world.on, last_day=None, on=world.on, by=world.by(Role.ADMINISTRATOR),
    )  # fmt: skip


def leaders(auditors: Sequence[Auditor]) -> list[Auditor]:
    return [one for one in auditors if len(one.systems) > 1][:LEADERS]


def groups_of(place: int) -> tuple[str, ...]:
    """The technical areas an auditor is competent for: all but three, others for everyone."""
    left_out = {(place * 3 + n) % len(GROUPS) for n in range(3)}
    return tuple(group for n, group in enumerate(GROUPS) if n not in left_out)


def registered_from(place: int) -> date:
    """The first day of an auditor's registration as the earlier system had it."""
    return date(2014, 2, 1) + timedelta(days=place * 17)


def _entries(one: Auditor, place: int) -> Iterator[CarriedAuditor]:
    """His registrations; each runs out on another day before 2020, and is renewed every three years."""
    first = registered_from(place)
    for standard in one.standards:
        yield CarriedAuditor(
            login=one.login,
            name_zh=one.name,
            standard=standard,
            grade=RegistrationGrade.AUDITOR,
            number=f"{first.year}-N1{standard.letter}-{one.login.upper()}",
            valid_from=first,
            valid_until=add_months(first, 36) - timedelta(days=1),
            technical_codes=groups_of(place),
            basis="专业学历、从业经历和见证评价",
            evaluated_on=first,
            full_time=one.full_time,
            main_employer="" if one.full_time else "砚泽理工学院",
            department="审核部",
            email=f"{one.login}@example.org",
            home=HOMES[place % len(HOMES)],
            contract_number=f"LD-{first.year}-{one.login.upper()}",
            contract_from=first,
        )
