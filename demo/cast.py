"""Found the body: what it is called and accredited for, who works there, and with which competence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.enter_holiday import enter_holiday
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from .logins import LOGINS, PASSWORD
from .names import NO_REGION, TRADES, invent
from .world import Story, World

AUDITORS = (
    ("shao", "邵昀川", "QES"), ("chi", "池砚秋", "QES"), ("li", "黎舒晚", "QES"), ("jian", "简宁一", "QES"),
    ("lu", "路遥珩", "QES"), ("ling", "凌霁远", "QES"), ("bai", "柏舟行", "QES"), ("qin", "秦言川", "QE"),
    ("yue", "岳屹衡", "QE"), ("pan", "潘砺行", "QES"), ("tao", "陶沅之", "QES"), ("xian", "冼澈明", "Q"),
)  # fmt: skip
LAPSED, EXPIRING, ON_LEAVE, TIED = "xian", "yue", "pan", "tao"  # auditors with something to show
GROUPS = tuple(sorted({trade.code[:2] for trade in TRADES}))
TIED_TO = 2  # the number of the organisation in which a relative of TIED works


@dataclass(frozen=True)
class Installer:
    """Who sets the system up before there is an administrator."""

    login: str = "installation"

    def holds(self, role: Role) -> bool:
        return role is Role.ADMINISTRATOR


def found(world: World) -> None:
    """Everything that stands on the first day."""
    for role, (login, name, department) in LOGINS.items():
        _let_in(world, login, name, department, role)
        set_password(login, PASSWORD, on=world.on, by=Installer())
        world.people[role] = Person.objects.get(login=login)
    _describe(world)
    for login, name, standards in AUDITORS:
        _let_in(world, login, name, "审核部", Role.AUDITOR)
        _qualify(world, login, standards)
    _qualify(world, LOGINS[Role.AUDITOR][0], "QES")
    grant_role("ling", Role.REVIEWER, on=world.on, by=world.by(Role.ADMINISTRATOR))
    client = invent(TIED_TO)
    declare_tie(
        TIED,
        client.uscc,
        organisation=client.name_zh,
        kind=TieKind.KINSHIP,
        ended_on=None,
        on=world.on,
        by=world.by(Role.QUALITY),
    )


def _let_in(world: World, login: str, name: str, department: str, role: Role) -> None:
    by = Installer()
    employ_person(
        login,
        name_zh=name,
        email=f"{login}@example.org",
        department=department,
        full_time=login != TIED,
        main_employer="砚泽理工学院" if login == TIED else "",
        on=world.on,
        by=by,
    )
    grant_role(login, role, on=world.on, by=by)


def _describe(world: World) -> None:
    on, by = world.on, world.by(Role.ADMINISTRATOR)
    describe_body(
        name_zh="示例质量认证中心",
        name_en="Sample Quality Certification Centre",
        short_name_zh="示例认证",
        short_name_en="SQCC",
        uscc=complete_social_credit_code(f"91{NO_REGION}{complete_organisation_code('MAMY0001')}"),
        approval_number="CNCA-R-2002-999",
        accreditation_number="CNAS C999-M",
        address_zh="砚泽市示例区明证路1号",
        address_en="1 Mingzheng Road, Sample District, Yanze",
        phone="000-99990000",
        email="office@example.org",
        complaints_phone="000-99990001",
        complaints_email="complaints@example.org",
        certificate_prefix="999",
        day_rate=Decimal(3000),
        application_fee=Decimal(1000),
        registration_fee=Decimal(2000),
        on=on,
        by=by,
    )
    for standard in Standard:
        for group in GROUPS:
            accredit_scope(standard, group, valid_from=on, on=on, by=world.by(Role.QUALITY))
    for day, name in world.holidays.items():
        enter_holiday(day, working=False, name=name, on=on, by=by)


def _qualify(world: World, login: str, letters: str) -> None:
    """Competence for what the body's clients do; each auditor leaves out a group or two, so that teams differ."""
    evaluator = world.by(Role.COMPETENCE_EVALUATOR)
    authorise_person(
        login, AuthorisationKind.LEADER, basis="组长培训合格，见证领审三次", on=world.on, by=evaluator
    )
    left_out = [] if login == "shenhe" else world.chance.sample(GROUPS, 2)
    for standard in (s for s in Standard if s.letter in letters):
        for group in GROUPS:
            if group not in left_out:
                recognise_competence(
                    login, standard, group, basis="专业学历、从业经历和见证评价", on=world.on, by=evaluator
                )


def careers(world: World) -> Iterator[Story]:
    """What happens to the auditors over the years: registrations come and go, leave is taken."""
    for login, _, letters in (*AUDITORS, ("shenhe", "", "QES")):
        yield _registered(world, login, [s for s in Standard if s.letter in letters])
    yield _leave(world)


def _registered(world: World, login: str, standards: list[Standard]) -> Story:
    """Registered for three years, and again before they are over; one forgets to, for another it is nearly time."""
    last = {LAPSED: world.today - timedelta(days=40), EXPIRING: world.today + timedelta(days=35)}
    ends = last.get(login) or world.today + timedelta(days=world.chance.randrange(200, 900))
    begins = [
        first
        for years in (6, 3)
        if (first := add_months(ends + timedelta(days=1), -12 * years)) < world.today
    ]
    for first in begins:
        if first > world.on:
            yield max(world.office_day(first - timedelta(days=20)), world.on)
        until = add_months(first, 36) - timedelta(days=1)
        for standard in standards:
            _register(world, login, standard, first, until)


def _register(world: World, login: str, standard: Standard, first: date, until: date) -> None:
    register_auditor(
        login,
        standard,
        grade=RegistrationGrade.SENIOR if login == "shenhe" else RegistrationGrade.AUDITOR,
        number=f"{first.year}-N1{standard.letter}-{login.upper()}",
        valid_from=first,
        valid_until=until,
        on=world.on,
        by=world.by(Role.COMPETENCE_EVALUATOR),
    )


def _leave(world: World) -> Story:
    """One auditor is away these weeks, another will be."""
    by = world.by(Role.PROGRAMME_MANAGER)
    yield world.today - timedelta(days=20)
    first, last = world.today - timedelta(days=9), world.today + timedelta(days=26)
    enter_leave(ON_LEAVE, first_day=first, last_day=last, reason="产假", on=world.on, by=by)
    first = world.today + timedelta(days=40)
    enter_leave(
        "shao", first_day=first, last_day=first + timedelta(days=6), reason="年休假", on=world.on, by=by
    )
