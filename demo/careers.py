"""What happens to the body's persons over the years: contracts, declarations, registrations, education, witnessing."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from mingzheng.office.competence.actions.answer_step_request import answer_step_request
from mingzheng.office.competence.actions.authorise_person import authorise_person
from mingzheng.office.competence.actions.conclude_development import conclude_development
from mingzheng.office.competence.actions.confirm_authorisation import confirm_authorisation
from mingzheng.office.competence.actions.plan_development import plan_development
from mingzheng.office.competence.actions.plan_witnessing import plan_witnessing
from mingzheng.office.competence.actions.recognise_competence import recognise_competence
from mingzheng.office.competence.actions.record_witnessing import record_witnessing
from mingzheng.office.competence.actions.request_step import request_step
from mingzheng.office.competence.actions.review_competence import review_competence
from mingzheng.office.competence.models import Authorisation
from mingzheng.office.people.actions.agree_availability import agree_availability
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.actions.insure_person import insure_person
from mingzheng.office.people.actions.sign_contract import sign_contract
from mingzheng.office.people.actions.sign_declaration import sign_declaration
from mingzheng.office.people.models import Person
from mingzheng.office.registration.actions.confirm_registration import confirm_registration
from mingzheng.office.registration.actions.enter_training import enter_training
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.office.registration.actions.review_training import review_training
from mingzheng.office.schedule.models import Booking
from mingzheng.rulebook.calendar import add_months
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.development import RequestKind
from mingzheng.rulebook.engagement import DeclarationKind, InsuranceKind
from mingzheng.rulebook.registration import TrainingKind, confirm_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.technical_areas import technical_areas
from mingzheng.rulebook.witnessing import Outcome

from .cast import AUDITORS, EXPIRING, GROUPS, LAPSED, ON_LEAVE, TIED
from .logins import LOGINS
from .world import Story, World

SENIOR = LOGINS[Role.AUDITOR][0]
WITNESSES = (SENIOR, "ling")
SEEN_TO_FAIL, TO_BE_SEEN = "bai", "li"
COURSES = (
    ("抽样审核方法", TrainingKind.COURSE, None, 6),
    ("质量工具应用", TrainingKind.COURSE, Standard.QMS, 8),
    ("排污许可新规", TrainingKind.SEMINAR, Standard.EMS, 4),
    ("危险源辨识", TrainingKind.COURSE, Standard.OHSMS, 4),
    ("认证案例研讨", TrainingKind.SEMINAR, None, 4),
)
REVIEWED_IN = 3  # the year
GAP = "38"  # nobody here covers it for QMS
SHORT = 700  # days between two courses of who has too few hours
KNOWN_BEFORE = 180  # days before today, of leave
YEAR = timedelta(days=365)


def careers(world: World) -> Iterator[Story]:
    """One story after another of everybody who works here."""
    chance = Random("careers")
    everyone = [login for login, _, _ in LOGINS.values()] + [login for login, _, _ in AUDITORS]
    for login in everyone:
        yield _contracts(world, login)
        yield declarations(world, login, chance.randrange(280, 364))
    for login, _, letters in (*AUDITORS, (SENIOR, "", "QES")):
        standards = [s for s in Standard if s.letter in letters]
        yield _registered(world, login, standards)
        yield insured(world, login, chance.randrange(30, 330))
        days = chance.randrange(20, 120)
        yield educated(world, login, SHORT if login == EXPIRING else days)
        yield _judged(world, login, standards)
        yield _witnessed(world, login, standards[0], chance.randrange(100, 700))
    for role in (Role.REVIEWER, Role.DECISION_MAKER):
        yield _judged(world, LOGINS[role][0], [])
    yield _leave(world)
    yield _developed(world)
    yield _asked_for(world)


def _developed(world: World) -> Story:
    """Of three entries of the plan one was achieved, one left without a result, and one is under way."""
    by = world.by(Role.TECHNICAL)
    spare = next(code for code in technical_areas() if len(code) == 2 and code not in (*GROUPS, GAP))
    told = {"standard": Standard.QMS, "measure": "参加行业培训，随专家跟组见习三次"}
    yield world.office_day(world.today - timedelta(days=400))
    plan_development("chi", code=GAP, due_on=date(world.on.year, 12, 31), **told, on=world.on, by=by)
    yield world.office_day(world.today - timedelta(days=300))
    due = world.on + timedelta(days=200)
    number = plan_development("jian", code=spare, due_on=due, **told, on=world.on, by=by).number
    world.try_in_vain(conclude_development, number, achieved=True, by=by)
    yield world.office_day(world.today - timedelta(days=150))
    basis = {"basis": "行业培训合格，跟组见习三次", "evidence": "见习记录"}
    recognise_competence("jian", Standard.QMS, spare, **basis, on=world.on, by=_evaluator(world))
    conclude_development(number, achieved=True, on=world.on, by=by)
    yield world.office_day(world.today - timedelta(days=60))
    plan_development("lu", code=GAP, due_on=world.today + timedelta(days=90), **told, on=world.on, by=by)


def _asked_for(world: World) -> Story:
    """An auditor was answered; one waits for more than thirty days, one for less."""
    asks = RequestKind.WITNESSING, RequestKind.WITNESSING, RequestKind.PROMOTION
    for before, login, kind in zip((200, 45, 12), ("jian", "qin", "bai"), asks, strict=True):
        yield world.office_day(world.today - timedelta(days=before))
        told = {"standard": Standard.QMS, "reason": "拟申报高级审核员，需要见证评价"}
        number = request_step(kind, **told, on=world.on, by=_person(login)).number
        if before == 200:
            yield world.later(10)
            answer = {"agreed": True, "answer": "下季度安排见证。"}
            answer_step_request(number, **answer, on=world.on, by=_evaluator(world))


def _evaluator(world: World) -> Person:
    return world.by(Role.COMPETENCE_EVALUATOR)


def _person(login: str) -> Person:
    return Person.objects.get(login=login)


def _contracts(world: World, login: str) -> Story:
    """Most have no term; the part-timer signs again every year, and one contract ends soon."""
    by, first = _evaluator(world), world.on
    if login == TIED:
        agree_availability(login, weekdays=[0, 4], days_a_year=80, on=first, by=by)
        while first < world.today:
            last = add_months(first, 12) - timedelta(days=1)
            _sign(world, login, f"PY-{first.year}-{login.upper()}", first, last)
            yield world.office_day(last - timedelta(days=10))
            first = last + timedelta(days=1)
    else:
        last = world.today + timedelta(days=50) if login == EXPIRING else None
        _sign(world, login, f"LD-{first.year}-{login.upper()}", first, last)


def _sign(world: World, login: str, number: str, first: date, last: date | None) -> None:
    sign_contract(
        login,
        number=number,
        full_time=login != TIED,
        main_employer="砚泽理工学院" if login == TIED else "",
        first_day=first,
        last_day=last,
        on=world.on,
        by=_evaluator(world),
    )


def declarations(world: World, login: str, days: int) -> Story:
    """Signed on the first day, then every year at everyone's own time; one forgets."""
    began = signs = world.on
    while signs < world.today:
        for kind in DeclarationKind:
            sign_declaration(login, kind, on=world.on, by=_person(login))
        signs = world.office_day(signs + timedelta(days=days if signs == began else 330))
        days = 330
        if login == LAPSED and signs > world.today - YEAR:
            return
        yield signs


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
        yield from _confirmed(world, login, standards, first, until)


def _register(world: World, login: str, standard: Standard, first: date, until: date) -> None:
    register_auditor(
        login,
        standard,
        grade=RegistrationGrade.SENIOR if login == SENIOR else RegistrationGrade.AUDITOR,
        number=f"{first.year}-N1{standard.letter}-{login.upper()}",
        valid_from=first,
        valid_until=until,
        on=world.on,
        by=_evaluator(world),
    )


def _confirmed(world: World, login: str, standards: list[Standard], first: date, until: date) -> Story:
    """Every year a few weeks before it is due, but for the one that is due now."""
    due = confirm_by(first, until, world.on)
    while due and (day := world.office_day(due - timedelta(days=30))) <= world.today:
        yield day
        for standard in standards:
            confirm_registration(
                login, standard, evidence="CCAA 平台年度确认截图", on=world.on, by=_evaluator(world)
            )
        due = confirm_by(first, until, due)


def insured(world: World, login: str, days: int) -> Story:
    """Accident and medical insurance, a policy a year."""
    began = first = world.on
    while first < world.today:
        last = add_months(first, 12) - timedelta(days=1) if first > began else first + timedelta(days=days)
        for kind, letter in ((InsuranceKind.ACCIDENT, "YW"), (InsuranceKind.MEDICAL, "YL")):
            insure_person(
                login, kind, insurer="示例财产保险", number=f"{letter}{first:%Y%m%d}-{login.upper()}",
                first_day=first, last_day=last, on=world.on, by=_evaluator(world),
            )  # fmt: skip
        first = last + timedelta(days=1)
        yield world.office_day(last - timedelta(days=5))


def educated(world: World, login: str, days: int) -> Story:
    """Two or three courses a year; the competence evaluator accepts them, all but the last weeks' and one."""
    number = 0
    day = world.office_day(world.on + timedelta(days=days))
    while day < world.today:
        yield day
        title, kind, standard, hours = COURSES[(number + days) % len(COURSES)]
        number += 1
        enter_training(
            login, title=title, kind=kind, standard=standard, hours=Decimal(hours), held_on=day,
            evidence=f"结业证书 {day:%Y}-{number:03d}", on=day, by=_person(login),
        )  # fmt: skip
        if day < world.today - timedelta(days=40):
            fine = (number + days) % 11 > 0
            reason = "" if fine else "证书未载明学时"
            review_training(login, number, accepted=fine, reason=reason, on=day, by=_evaluator(world))
        day = world.office_day(day + timedelta(days=95 + days))


def _judged(world: World, login: str, standards: list[Standard]) -> Story:
    """Authorisations are confirmed every year, competence is reviewed before three years are over."""
    year, began = 1, world.on
    for kind in (AuthorisationKind.WITNESS, AuthorisationKind.REVIEWER) if login in WITNESSES else ():
        authorise_person(login, kind, basis="十年审核经历，评价培训合格", on=began, by=_evaluator(world))
    while (day := world.office_day(add_months(began, 12 * year) - timedelta(days=25))) < world.today:
        yield day
        for kind in Authorisation.objects.filter(person__login=login).values_list("kind", flat=True):
            confirm_authorisation(
                login, AuthorisationKind(kind), basis="本年履职评价合格", on=day, by=_evaluator(world)
            )
        if year == REVIEWED_IN:
            for standard in standards:
                review_competence(
                    login, standard, basis="三年审核表现、见证和继续教育", on=day, by=_evaluator(world)
                )
        year += 1


def _witnessed(world: World, login: str, standard: Standard, days: int) -> Story:
    """Seen at work once in these years; one did not pass, one is to be seen next month."""
    witness = WITNESSES[login == WITNESSES[0]]
    if login == LAPSED:
        return
    day = world.office_day(world.on + timedelta(days=days))
    yield day - timedelta(days=14)
    plan_witnessing(login, standard, witness, planned_for=day, on=world.on, by=_evaluator(world))
    yield day
    outcome = Outcome.TO_IMPROVE if days % 5 == 0 else Outcome.PASSED
    seen = {"outcome": outcome, "remarks": "按计划实施，抽样有代表性，提问和记录得当，末次会议表述清楚。"}
    record_witnessing(login, standard, held_on=day, **seen, on=world.on, by=_person(witness))
    if login in (SEEN_TO_FAIL, TO_BE_SEEN):
        yield world.today - timedelta(days=30)
        next_day = world.office_day(world.today - timedelta(days=3 if login == SEEN_TO_FAIL else -20))
        plan_witnessing(login, standard, witness, planned_for=next_day, on=world.on, by=_evaluator(world))
    if login == SEEN_TO_FAIL:
        yield next_day
        record_witnessing(
            login, standard, held_on=next_day, outcome=Outcome.FAILED,
            remarks="两个过程未按计划抽样，记录不能支持结论，须三个月内再次见证。", on=world.on, by=_person(witness),
        )  # fmt: skip


def _leave(world: World) -> Story:
    """Two said in time when they are away, before anybody was booked; a third says so when he is, and waits in the queue."""
    by = world.by(Role.PROGRAMME_MANAGER)
    yield world.today - timedelta(days=KNOWN_BEFORE)
    first, last = world.today - timedelta(days=9), world.today + timedelta(days=26)
    enter_leave(ON_LEAVE, first_day=first, last_day=last, reason="产假", on=world.on, by=by)
    first = world.today + timedelta(days=40)
    enter_leave(
        "shao", first_day=first, last_day=first + timedelta(days=6), reason="年休假", on=world.on, by=by
    )
    yield world.today
    booked = Booking.objects.filter(day__gt=world.on, visit__dropped_on=None).order_by("-day", "pk")
    if taken := booked.select_related(
        "person"
    ).first():  # an operation that cannot wait: the office finds somebody else
        enter_leave(
            taken.person.login, first_day=taken.day, last_day=taken.day, reason="手术", on=world.on, by=by
        )
