"""How the body treats its people: consultations and their notices, elections, care, gifts, insurance, activities, incidents."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from mingzheng.office.people.actions.join_union import join_union
from mingzheng.office.people.models import Person
from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.queries import entries_in
from mingzheng.office.record.actors import Outsider
from mingzheng.office.workplace.actions.answer_staff_survey import answer_staff_survey
from mingzheng.office.workplace.actions.answer_suggestion import answer_suggestion
from mingzheng.office.workplace.actions.approve_day_fees import approve_day_fees
from mingzheng.office.workplace.actions.check_day_fees import check_day_fees
from mingzheng.office.workplace.actions.claim_day_fees import claim_day_fees
from mingzheng.office.workplace.actions.close_drive import close_drive
from mingzheng.office.workplace.actions.close_grievance import close_grievance
from mingzheng.office.workplace.actions.close_incident import close_incident
from mingzheng.office.workplace.actions.close_staff_survey import close_staff_survey
from mingzheng.office.workplace.actions.enter_contributions import enter_contributions
from mingzheng.office.workplace.actions.enter_gift import enter_gift
from mingzheng.office.workplace.actions.hold_activity import hold_activity
from mingzheng.office.workplace.actions.list_hazard import list_hazard
from mingzheng.office.workplace.actions.make_suggestion import make_suggestion
from mingzheng.office.workplace.actions.open_drive import open_drive
from mingzheng.office.workplace.actions.open_staff_survey import open_staff_survey
from mingzheng.office.workplace.actions.pay_day_fees import pay_day_fees
from mingzheng.office.workplace.actions.post_consultation import post_consultation
from mingzheng.office.workplace.actions.raise_grievance import raise_grievance
from mingzheng.office.workplace.actions.read_notice import read_notice
from mingzheng.office.workplace.actions.record_care_visit import record_care_visit
from mingzheng.office.workplace.actions.record_election import record_election
from mingzheng.office.workplace.actions.report_incident import report_incident
from mingzheng.office.workplace.actions.review_hazard import review_hazard
from mingzheng.office.workplace.actions.set_day_rate import set_day_rate
from mingzheng.office.workplace.day_fees import booked_in, unsettled_in
from mingzheng.office.workplace.queries import employed_in
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.own_system import CONFIRMED_BY, Register
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.staff_survey import QUESTIONS
from mingzheng.rulebook.workplace import CareReason, GrievanceKind, IncidentKind

from .using import month_before
from .world import Story, World

TOPICS = (
    (760, "考勤与调休办法", "外出审核占用休息日的，两周内补休。"),
    (400, "年度薪酬调整方案", "自下季度起按新标准执行。"),
    (12, "外出审核连续天数限制", "连续外出不超过十个工作日，超过的须先休息。"),
)
DAY_RATES = ((TeamRole.LEADER, 900), (TeamRole.AUDITOR, 700), (TeamRole.EXPERT, 600), (TeamRole.TRAINEE, 300))
HAZARDS = (
    ("外出审核", "途中交通意外", 3, 4, "选用合规车辆，行前安全提示。", Owner.PROGRAMME),
    ("外出审核", "长期外出劳累", 3, 3, "限制连续外出天数，外出后安排休息。", Owner.PROGRAMME),
    ("办公", "雨天楼梯滑倒", 2, 3, "楼梯铺防滑垫。", Owner.GENERAL),
)
ACTIVITIES = (("乒乓球赛", "活动室", 300), ("春游", "市郊公园", 2600), ("健康讲座", "会议室", 0))


def caring(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _consulted(world)
    yield _union(world)
    yield _drives(world)
    yield _insured(world)
    yield _together(world)
    yield _asked(world)
    yield _suggested(world)
    yield _day_fees(world)
    yield _incidents(world)
    yield _hazards(world)
    yield _grievances(world)
    yield _confirmed(world)


def _before(world: World, days: int) -> date:
    return world.office_day(world.today - timedelta(days=days))


def _staff() -> list[Person]:
    return list(Person.objects.filter(is_active=True).order_by("login"))


def _consulted(world: World) -> Story:
    """Everybody reads the notices, but for the last: a third has not, and more than a week is over."""
    by = world.by(Role.UNION)
    for before, topic, notice in TOPICS:
        yield _before(world, before)
        told = {"held_on": world.on, "minutes": "工会与管理层协商一致，职工代表无异议。", "notice": notice}
        number = post_consultation(topic, **told, on=world.on, by=by).number
        yield world.later(2)
        readers = _staff() if before > 100 else _staff()[::3]
        for one in readers:
            read_notice(number, on=world.on, by=one)
        world.try_in_vain(read_notice, number, by=readers[0])


def _union(world: World) -> Story:
    """An election three years ago; somebody is visited every half year."""
    by = world.by(Role.UNION)
    yield _before(world, 1000)
    ballot = {"held_on": world.on, "elected": ["鲍工暖", "邹综和", "单写定"]}
    eligible = len(_staff())
    world.try_in_vain(record_election, "工会委员会", eligible=eligible, votes=eligible + 1, **ballot, by=by)
    record_election("工会委员会", eligible=eligible, votes=eligible - 2, **ballot, on=world.on, by=by)
    for one in _staff()[1:]:
        join_union(one.login, joined_on=world.on, on=world.on, by=by)
    for before, role, reason in (
        (500, Role.AUDITOR, CareReason.ILLNESS),
        (200, Role.MARKET, CareReason.BIRTH),
    ):
        yield _before(world, before)
        told = {"reason": reason, "visited_on": world.on, "amount": Decimal(500)}
        record_care_visit(world.by(role).login, **told, on=world.on, by=by)


def _drives(world: World) -> Story:
    """One day's giving every year; what was given this year waits to be handed over."""
    by = world.by(Role.UNION)
    for before in (745, 380, 15):
        yield _before(world, before)
        number = open_drive("一日捐", receiver="某福利院", on=world.on, by=by).number
        for place, one in enumerate(_staff()):
            login = "" if place % 4 == 0 else one.login
            enter_gift(number, amount=Decimal(50 + 10 * (place % 3)), login=login, on=world.on, by=by)
        if before > 100:
            yield world.later(10)
            given = sum(Decimal(50 + 10 * (place % 3)) for place in range(len(_staff())))
            world.try_in_vain(close_drive, number, handed_over=given + 1, receipt="", by=by)
            told = {"handed_over": given, "receipt": f"SJ{world.on:%Y%m%d}"}
            close_drive(number, **told, on=world.on, by=by)


def _insured(world: World) -> Story:
    """Every month for everybody who is employed; one month is still missing, in one somebody was forgotten."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.later(40)
    while True:
        month = month_before(world.on)
        months_ago = (world.today.year - month.year) * 12 + world.today.month - month.month
        people = employed_in(month)
        if people and months_ago != 4:
            paid_for = people[1:] if months_ago == 7 else people
            enter_contributions(month, people=paid_for, on=world.on, by=by)
        yield world.office_day((world.on.replace(day=28) + timedelta(days=9)).replace(day=8))


def _together(world: World) -> Story:
    """Something every half year."""
    by, turn = world.by(Role.UNION), 0
    while True:
        yield world.later(180)
        title, place, spent = ACTIVITIES[turn % len(ACTIVITIES)]
        turn += 1
        there = [one.login for one in _staff()][turn % 2 :]
        told = {"held_on": world.on, "place": place, "spent": Decimal(spent), "participants": there}
        hold_activity(title, **told, on=world.on, by=by)


def _asked(world: World) -> Story:
    """Each autumn the staff are asked; of nine in ten an answer comes back. Last year's survey was never closed, this
    year's is open."""
    by, chance = world.by(Role.UNION), Random("staff survey")
    for year in range(world.first_day.year, world.today.year):
        asked = world.office_day(date(year, 11, 3))
        if asked > world.on:
            yield asked
            number = open_staff_survey(ends_on=world.on + timedelta(days=14), on=world.on, by=by).number
            _answered(world, number, chance, of_ten=9)
            yield world.later(20)
            if year < world.today.year - 1:
                close_staff_survey(number, on=world.on, by=by)
    yield _before(world, 8)
    if world.on.year == world.today.year:
        number = open_staff_survey(ends_on=world.today + timedelta(days=10), on=world.on, by=by).number
        _answered(world, number, chance, of_ten=4)


def _answered(world: World, number: str, chance: Random, *, of_ten: int) -> None:
    for one in _staff():
        if chance.randrange(10) < of_ten:
            answers = {question.code: chance.choice((2, 3, 4, 4, 5, 5)) for question in QUESTIONS}
            answer_staff_survey(number, answers=answers, on=world.on, by=one)


def _suggested(world: World) -> Story:
    """One with a name was adopted; one without waits for its answer."""
    office = world.by(Role.GENERAL_OFFICE)
    yield _before(world, 300)
    number = make_suggestion(
        "外出审核建议统一配发便携打印机。", on=world.on, by=world.by(Role.AUDITOR)
    ).number
    yield world.later(10)
    told = {"adopted": True, "answer": "已列入本季度采购。"}
    answer_suggestion(number, **told, on=world.on, by=office)
    world.try_in_vain(answer_suggestion, number, **told, by=office)
    yield _before(world, 5)
    make_suggestion("午休时间会议室能否开放休息？", on=world.on, by=Outsider("suggestion-box"))


def _day_fees(world: World) -> Story:
    """Part-timers are paid month by month; of the last month claims are on their way, one with a half-day nobody booked."""
    for role, per_day in DAY_RATES:
        told = {"per_day": Decimal(per_day), "valid_from": world.on}
        set_day_rate(role, **told, on=world.on, by=world.by(Role.DIRECTOR))
    while True:
        day = world.office_day((world.on.replace(day=28) + timedelta(days=9)).replace(day=6))
        yield day
        month = month_before(world.on)
        last = world.office_day((day.replace(day=28) + timedelta(days=9)).replace(day=6)) > world.today
        for person in unsettled_in(month):
            _settled(world, person, month, ALL_STEPS if not last else ())
        if last:
            yield from _on_their_way(world, month)


ALL_STEPS = ("check", "approve", "pay")


def _on_their_way(world: World, month: date) -> Story:
    away = [one for one in _staff() if one.full_time and _audited(one, month)]
    for one, steps in zip(away, (ALL_STEPS[:1], ALL_STEPS[:2], ()), strict=False):
        _settled(world, one, month, steps, forgotten=not steps)
    yield world.today + timedelta(days=1)  # it is over for this telling


def _audited(person: Person, month: date) -> list[HalfDay]:
    return [at for at, booked in booked_in(person, month).items() if booked.audited]


def _settled(
    world: World, person: Person, month: date, steps: Collection[str], *, forgotten: bool = False
) -> None:
    """Claimed, and taken as many steps further; `forgotten`: with a half-day that nobody booked."""
    half_days = _audited(person, month)
    if forgotten:
        half_days.append(HalfDay(month.replace(day=28), Half.AFTERNOON))
    claimed = {"month": month, "half_days": half_days}
    number = claim_day_fees(person.login, **claimed, on=world.on, by=world.by(Role.GENERAL_OFFICE)).number
    if "check" in steps:
        check_day_fees(number, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    if "approve" in steps:
        approve_day_fees(number, granted=True, on=world.on, by=world.by(Role.DIRECTOR))
    if "pay" in steps:
        transfer = {"paid_on": world.on, "reference": f"YH{world.on:%Y%m%d}{person.login}"}
        pay_day_fees(number, **transfer, on=world.on, by=world.by(Role.FINANCE))


def _incidents(world: World) -> Story:
    """A collision on the way to an audit two years ago; a fall of last week is not settled yet."""
    office, auditor = world.by(Role.GENERAL_OFFICE), world.by(Role.AUDITOR)
    for before, kind, place, text in (
        (620, IncidentKind.TRAFFIC, "去往审核现场途中", "出租车被追尾，颈部挫伤。"),
        (6, IncidentKind.OFFICE, "三楼楼梯", "雨天滑倒，脚踝扭伤。"),
    ):
        yield _before(world, before)
        told = {"kind": kind, "happened_on": world.on, "place": place, "text": text}
        number = report_incident(auditor.login, **told, on=world.on, by=auditor).number
        if before > 100:
            yield world.later(15)
            world.try_in_vain(close_incident, number, lost_days=5, measure="", by=office)
            close_incident(
                number, lost_days=5, measure="选用合规车辆，行前安全提示。", on=world.on, by=office
            )


def _hazards(world: World) -> Story:
    """Three hazards listed two years ago and looked at again last year; one of them not since."""
    office = world.by(Role.GENERAL_OFFICE)
    numbers = []
    yield _before(world, 730)
    for activity, hazard, likelihood, severity, measure, owner in HAZARDS:
        told = {"hazard": hazard, "likelihood": likelihood, "severity": severity, "measure": measure}
        world.try_in_vain(list_hazard, activity, **{**told, "measure": ""}, owner=owner, by=office)
        numbers.append(list_hazard(activity, **told, owner=owner, on=world.on, by=office).number)
    for number, before in ((numbers[0], 350), (numbers[1], 200)):
        yield _before(world, before)
        told = {"likelihood": 2, "severity": 4, "measure": "行前安全提示，高铁优先，限制连续外出天数。"}
        review_hazard(number, **told, on=world.on, by=office)
    yield _before(world, 190)
    told = {"likelihood": 1, "severity": 3, "measure": "楼梯加装防滑条。"}
    review_hazard(numbers[2], **told, on=world.on, by=office)


def _grievances(world: World) -> Story:
    """One about days away was met; one about pay is open."""
    union, auditor = world.by(Role.UNION), world.by(Role.AUDITOR)
    yield _before(world, 430)
    text = "连续三周外出审核，希望调整排班。"
    number = raise_grievance(GrievanceKind.HOURS, text=text, on=world.on, by=auditor).number
    yield world.later(9)
    close_grievance(number, result="与审核管理部协商，已限制连续外出天数。", on=world.on, by=union)
    yield _before(world, 7)
    raise_grievance(
        GrievanceKind.PAY, text="休息日外出的补助未随上月工资发放。", on=world.on, by=world.by(Role.REVIEWER)
    )


def _confirmed(world: World) -> Story:
    """After each year who must confirms incidents and grievances, but for the last year's grievances."""
    for year in range(world.first_day.year, world.today.year):
        ends = world.office_day(date(year + 1, 1, 12))
        if ends > world.on:
            yield ends
        for register in (Register.INCIDENTS, Register.GRIEVANCES):
            if register is Register.GRIEVANCES and year == world.today.year - 1:
                continue
            for role in CONFIRMED_BY[register]:
                entries = entries_in(register, year)
                confirm_register(register, year, entries=entries, on=world.on, by=world.by(role))
