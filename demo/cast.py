"""Found the body: what it is called and accredited for, who works there, and with which competence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.enter_former_profile import enter_former_profile
from mingzheng.office.library.actions.enter_holiday import enter_holiday
from mingzheng.office.library.actions.keep_mark import keep_mark
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.rulebook.competence import AuthorisationKind
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS, Standard

from .logins import LOGINS, PASSWORD
from .names import NO_REGION, TRADES, invent
from .world import World

AUDITORS = (
    ("shao", "邵昀川", "QES"), ("chi", "池砚秋", "QES"), ("li", "黎舒晚", "QES"), ("jian", "简宁一", "QES"),
    ("lu", "路遥珩", "QES"), ("ling", "凌霁远", "QES"), ("bai", "柏舟行", "QES"), ("qin", "秦言川", "QE"),
    ("yue", "岳屹衡", "QE"), ("pan", "潘砺行", "QES"), ("tao", "陶沅之", "QES"), ("xian", "冼澈明", "Q"),
)  # fmt: skip
LAPSED, EXPIRING, ON_LEAVE, TIED = "xian", "yue", "pan", "tao"  # auditors with something to show
HOMES = ("310113", "320508", "330106")  # where they live
SPEAK_ENGLISH = ("chi", "lu", "shenhe")
GROUPS = tuple(sorted({trade.code[:2] for trade in TRADES}))
MARK = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect x="1" y="1" width="58" height="38" rx="5" fill="none"
stroke="#1f3a5f" stroke-width="2"/><path d="M12 30V10l9 13 9-13v20M38 10h12M38 20h10M38 30h12" fill="none" stroke="#1f3a5f"
stroke-width="3.5"/></svg>"""  # of an accreditation body that never was
THIN = ((Standard.EMS, "10"), (Standard.QMS, "38"))  # accredited for: one person there, nobody here
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
        let_in(world, login, name, department, role)
        set_password(login, PASSWORD, on=world.on, by=Installer())
        world.people[role] = Person.objects.get(login=login)
    describe(world)
    for login, name, standards in AUDITORS:
        let_in(world, login, name, "审核部", Role.AUDITOR)
        _qualify(world, login, standards)
    _qualify(world, LOGINS[Role.AUDITOR][0], "QES")
    recognise_competence(
        "li", Standard.EMS, "10", basis="化工专业，炼化企业环保工程师五年", evidence="毕业证、任职证明",
        on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
    )  # fmt: skip
    grant_role("ling", Role.REVIEWER, on=world.on, by=world.by(Role.ADMINISTRATOR))
    for role, kind in ((Role.REVIEWER, "reviewer"), (Role.DECISION_MAKER, "decision_maker")):
        login, by = LOGINS[role][0], world.by(Role.COMPETENCE_EVALUATOR)
        authorise_person(
            login, AuthorisationKind(kind), basis="认证评定培训合格，考核通过", on=world.on, by=by
        )
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


def let_in(world: World, login: str, name: str, department: str, role: Role) -> None:
    by = Installer()
    employ_person(
        login,
        name_zh=name,
        email=f"{login}@example.org",
        department=department,
        full_time=login != TIED,
        main_employer="砚泽理工学院" if login == TIED else "",
        home=HOMES[len(login) % len(HOMES)],
        languages=["en"] if login in SPEAK_ENGLISH else [],
        on=world.on,
        by=by,
    )
    grant_role(login, role, on=world.on, by=by)


def describe(world: World) -> None:
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
    _was_before(on, by)
    for standard in SYSTEMS:
        for group in GROUPS:
            accredit_scope(standard, group, valid_from=on, on=on, by=world.by(Role.QUALITY))
        told = {"name": "mark.svg", "content": MARK.encode(), "valid_from": on}
        keep_mark(standard, **told, on=on, by=world.by(Role.QUALITY))
    for standard, group in THIN:
        accredit_scope(standard, group, valid_from=on, on=on, by=world.by(Role.QUALITY))
    for day, name in world.holidays.items():
        enter_holiday(day, working=world.overrides[day], name=name, on=on, by=by)


def _was_before(on: date, by: Person) -> None:
    """What the body was called of old; papers of those days print it, and the report tells it."""
    enter_former_profile(
        name_zh="示例电子仪表质量审核所",
        name_en="Sample Audit Office for Electronic Instruments",
        approval_number="示编(1992)213号",
        valid_from=date(1992, 5, 1),
        valid_until=date(2002, 12, 31),
        because_zh="改制更名，经认证认可监督管理部门批准",
        because_en="Reformed and renamed with the approval of the authority",
        on=on,
        by=by,
    )


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
