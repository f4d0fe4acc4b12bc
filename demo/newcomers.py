"""People on their way: trainees, one of whom became auditor, one who moved here, one who has his days, and who wants to become senior."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.sign_contract import sign_contract
from mingzheng.office.registration.actions.assign_mentor import assign_mentor
from mingzheng.office.registration.actions.complete_candidacy import complete_candidacy
from mingzheng.office.registration.actions.conclude_candidacy import conclude_candidacy
from mingzheng.office.registration.actions.confirm_registration import confirm_registration
from mingzheng.office.registration.actions.enter_experience import enter_experience
from mingzheng.office.registration.actions.open_candidacy import open_candidacy
from mingzheng.office.registration.actions.submit_candidacy import submit_candidacy
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.candidacy import EVIDENCE, CandidacyKind, Outcome
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.registration import AuditLog
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from .careers import declarations, insured
from .cast import AUDITORS, EXPIRING
from .scans import scan
from .world import Story, World

TRAINEE, PROMOTED, MOVED = ("wei", "韦青禾"), ("zuo", "左知微"), ("gu", "顾南乔")
READY = ("yin", "殷若谷")
CAME = {TRAINEE: 260, PROMOTED: 800, MOVED: 60, READY: 380}  # so many days ago
AMBITIOUS = "shao"  # applies to become senior auditor
Q = Standard.QMS


def newcomers(world: World) -> Iterator[Story]:
    """What each of them goes through."""
    for who in CAME:
        yield _looked_after(world, declarations, who)
        yield _looked_after(world, insured, who)
    yield _trainee(world)
    yield _promoted(world)
    yield _moved(world)
    yield _ready(world)
    yield _under_way(world)


def _came(world: World, who: tuple[str, str]) -> date:
    return world.office_day(world.today - timedelta(days=CAME[who]))


def _looked_after(world: World, tell: Callable[[World, str, int], Story], who: tuple[str, str]) -> Story:
    """What everybody signs and is insured by, soon after the day he came."""
    yield _came(world, who)
    yield world.later(5)  # never the same day, though holidays lie between
    yield from tell(world, who[0], 340)


def _take_on(world: World, login: str, name: str) -> None:
    by = world.by(Role.COMPETENCE_EVALUATOR)
    employ_person(
        login, name_zh=name, email=f"{login}@example.org", department="审核部", home="320583",
        languages=["en"], on=world.on, by=by,
    )  # fmt: skip
    grant_role(login, Role.AUDITOR, on=world.on, by=world.by(Role.ADMINISTRATOR))
    number = f"LD-{world.on.year}-{login.upper()}"
    sign_contract(login, number=number, full_time=True, first_day=world.on, on=world.on, by=by)


def _bid(world: World, login: str, kind: CandidacyKind, grade: RegistrationGrade, **more: object) -> None:
    told = {"work_years": 6, "field_years": 3, **more}
    open_candidacy(
        login, Q, kind=kind, grade=grade, **told, on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR)
    )  # type: ignore[arg-type]


def _submitted(world: World, login: str, kind: CandidacyKind) -> Story:
    """The papers come in, the evidence is complete, CCAA has it."""
    by = world.by(Role.COMPETENCE_EVALUATOR)
    yield world.later(9)
    for paper in EVIDENCE[kind]:
        content = scan(paper, login, f"{world.on}")
        file_paper(f"person:{login}", kind=paper, name=f"{paper}.pdf", content=content, on=world.on, by=by)
    complete_candidacy(login, Q, held_here=AuditLog(), on=world.on, by=by)
    yield world.later(3)
    submit_candidacy(login, Q, on=world.on, by=by)


def _granted(world: World, login: str, grade: str) -> None:
    first = world.on + timedelta(days=5)
    conclude_candidacy(
        login, Q, outcome=Outcome.GRANTED, number=f"{first.year}-{grade}Q-{login.upper()}", valid_from=first,
        valid_until=add_months(first, 36) - timedelta(days=1), on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
    )  # fmt: skip


def _registered_as_trainee(world: World, login: str) -> Story:
    _bid(world, login, CandidacyKind.ENTER, RegistrationGrade.TRAINEE)
    yield from _submitted(world, login, CandidacyKind.ENTER)
    yield world.later(30)
    _granted(world, login, "N0")
    yield world.later(10)
    assign_mentor(login, Q, "ling", on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR))


def _accompanied(world: World, login: str, place: int) -> None:
    """An audit at another certification body, as a trainee."""
    last = world.on - timedelta(days=2)
    enter_experience(
        login, Q, role=TeamRole.TRAINEE, organisation=f"示例第{place}制造有限公司", body="示例联合认证公司",
        first_day=last - timedelta(days=2), last_day=last, audit_days=Decimal(3), on_site_days=Decimal(2),
        evidence=f"审核经历记录表第 {place} 项", on=world.on, by=world.by(Role.COMPETENCE_EVALUATOR),
    )  # fmt: skip


def _trainee(world: World) -> Story:
    """Registered this year, with some of the days behind him; his promotion still lacks days."""
    yield _came(world, TRAINEE)
    _take_on(world, *TRAINEE)
    yield from _registered_as_trainee(world, TRAINEE[0])
    for place in range(1, 5):
        yield world.later(20)
        _accompanied(world, TRAINEE[0], place)
    yield world.later(10)
    _bid(world, TRAINEE[0], CandidacyKind.PROMOTE, RegistrationGrade.AUDITOR)


def _promoted(world: World) -> Story:
    """A trainee two years ago, an auditor since last year."""
    login, by = PROMOTED[0], world.by(Role.COMPETENCE_EVALUATOR)
    yield _came(world, PROMOTED)
    _take_on(world, *PROMOTED)
    yield from _registered_as_trainee(world, login)
    for place in range(11, 19):
        yield world.later(25)
        _accompanied(world, login, place)
    _bid(world, login, CandidacyKind.PROMOTE, RegistrationGrade.AUDITOR)
    yield from _submitted(world, login, CandidacyKind.PROMOTE)
    yield world.later(40)
    _granted(world, login, "N1")
    recognise_competence(
        login, Q, "17.12", basis="紧固件企业质量工程师六年", evidence="劳动合同、职称证书", on=world.on, by=by
    )
    yield world.later(340)
    confirm_registration(login, Q, evidence="CCAA 平台年度确认截图", on=world.on, by=by)


def _moved(world: World) -> Story:
    """Came from another body; CCAA has not answered yet."""
    yield _came(world, MOVED)
    _take_on(world, *MOVED)
    former = {"former_body": "示例联合认证公司"}
    _bid(world, MOVED[0], CandidacyKind.TRANSFER, RegistrationGrade.AUDITOR, **former)
    yield from _submitted(world, MOVED[0], CandidacyKind.TRANSFER)


def _ready(world: World) -> Story:
    """Has the days of his traineeship, and nobody has applied for him yet."""
    login = READY[0]
    yield _came(world, READY)
    _take_on(world, *READY)
    yield from _registered_as_trainee(world, login)
    for place in range(21, 29):
        yield world.later(20)
        _accompanied(world, login, place)


def _under_way(world: World) -> Story:
    """One is to be registered again, one wants to become senior, one gave it up."""
    by = world.by(Role.COMPETENCE_EVALUATOR)
    given_up = AUDITORS[1][0]
    yield world.office_day(world.today - timedelta(days=90))
    _bid(world, given_up, CandidacyKind.PROMOTE, RegistrationGrade.SENIOR)
    yield world.office_day(world.today - timedelta(days=25))
    _bid(world, EXPIRING, CandidacyKind.RENEW, RegistrationGrade.AUDITOR)
    _bid(world, AMBITIOUS, CandidacyKind.PROMOTE, RegistrationGrade.SENIOR)
    conclude_candidacy(given_up, Q, outcome=Outcome.WITHDRAWN, reason="本人暂缓申请", on=world.on, by=by)
