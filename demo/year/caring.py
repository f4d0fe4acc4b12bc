"""How the body treats its people in these years: the union and its election, care, donations, insurance, activities, safety.

The report tells of two collections of the year, of a home that was given to, of the union elected anew, and of no accident: none
is said because it was counted and confirmed. Amounts are invented.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.queries import entries_in
from mingzheng.office.workplace.actions.close_drive import close_drive
from mingzheng.office.workplace.actions.close_grievance import close_grievance
from mingzheng.office.workplace.actions.close_incident import close_incident
from mingzheng.office.workplace.actions.enter_contributions import enter_contributions
from mingzheng.office.workplace.actions.enter_gift import enter_gift
from mingzheng.office.workplace.actions.hold_activity import hold_activity
from mingzheng.office.workplace.actions.open_drive import open_drive
from mingzheng.office.workplace.actions.post_consultation import post_consultation
from mingzheng.office.workplace.actions.raise_grievance import raise_grievance
from mingzheng.office.workplace.actions.read_notice import read_notice
from mingzheng.office.workplace.actions.record_care_visit import record_care_visit
from mingzheng.office.workplace.actions.record_election import record_election
from mingzheng.office.workplace.actions.report_incident import report_incident
from mingzheng.office.workplace.queries import drives, employed_in
from mingzheng.rulebook.own_system import CONFIRMED_BY
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.workplace import CareReason, GrievanceKind, IncidentKind

from ..using import month_before
from ..world import SEED, Story, World
from .staff import logged_in, staff

CONSULTED = (
    (date(2018, 3, 19), "考勤与调休办法", "外出审核占用休息日的，两周内补休。"),
    (date(2019, 5, 20), "审核员晋升办法", "见证计划公开报名，结果公布。"),
    (date(2020, 3, 2), "疫情期间外出审核安排", "体温异常、来自风险地区的不外出；可居家办公，报酬不变。"),
    (date(2020, 10, 12), "年度薪酬调整方案", "自次年一月起按新标准执行。"),
)
ELECTED = ((date(2017, 9, 11), 0.94), (date(2020, 9, 14), 0.97))  # every three years; the share that voted
NURSED = (  # whose turn among the staff, why, and what was brought
    (date(2018, 7, 9), 11, CareReason.ILLNESS, 500),
    (date(2019, 4, 15), 24, CareReason.BIRTH, 500),
    (date(2019, 11, 18), 37, CareReason.ILLNESS, 800),
    (date(2020, 4, 20), 8, CareReason.ILLNESS, 800),
    (date(2020, 6, 15), 31, CareReason.BEREAVEMENT, 1000),
    (date(2020, 8, 24), 19, CareReason.BIRTH, 500),
    (date(2020, 11, 16), 45, CareReason.ILLNESS, 800),
)
GIVEN = (
    (date(2018, 9, 5), "一日捐", "某慈善基金会"),
    (date(2019, 9, 5), "一日捐", "某慈善基金会"),
    (date(2020, 2, 24), "抗击疫情爱心捐款", "某红十字会"),
    (date(2020, 9, 7), "一日捐", "某慈善基金会"),
    (date(2020, 12, 14), "福利院献爱心", "某儿童福利院"),
)
GIVES, UNNAMED, AMOUNTS = 0.95, 0.2, (50, 100, 100, 200, 300)
TOGETHER = (
    (date(2018, 10, 19), "秋游", "市郊公园", 5200),
    (date(2019, 4, 12), "春游", "市郊公园", 5600),
    (date(2019, 10, 18), "乒乓球赛", "乒乓室", 900),
    (date(2020, 6, 24), "健康讲座（视频）", "会议室", 0),
    (date(2020, 9, 25), "乒乓球赛", "乒乓室", 1200),
    (date(2020, 11, 6), "健步走", "滨江步道", 2100),
)
INSURED_FROM = date(2018, 1, 1)


def caring(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _consulted(world)
    yield _elected(world)
    yield _nursed(world)
    for day, purpose, receiver in GIVEN:
        yield _given(world, day, purpose, receiver)
    yield _insured(world)
    yield _together(world)
    yield _collision(world)
    yield _grievance(world)
    yield _confirmed(world)


def _consulted(world: World) -> Story:
    """What was talked over with the union; everybody reads the notice within the week."""
    by = world.by(Role.UNION)
    for day, topic, notice in CONSULTED:
        yield world.office_day(day)
        told = {"held_on": world.on, "minutes": "工会与管理层协商一致，职工代表无异议。", "notice": notice}
        number = post_consultation(topic, **told, on=world.on, by=by).number
        yield world.later(3)
        for one in logged_in():
            read_notice(number, on=world.on, by=one)


def _elected(world: World) -> Story:
    for day, share in ELECTED:
        yield world.office_day(day)
        eligible = len(staff())
        told = {
            "eligible": eligible,
            "votes": round(eligible * share),
            "elected": ["鲍工暖", "邹综和", "骆审言"],
        }
        record_election("工会委员会", held_on=world.on, **told, on=world.on, by=world.by(Role.UNION))


def _nursed(world: World) -> Story:
    for day, turn, reason, brought in NURSED:
        yield world.office_day(day)
        people = staff()
        told = {"reason": reason, "visited_on": world.on, "amount": Decimal(brought)}
        record_care_visit(people[turn % len(people)].login, **told, on=world.on, by=world.by(Role.UNION))


def _given(world: World, day: date, purpose: str, receiver: str) -> Story:
    """Nearly everybody gives, some without their name; it is handed over to the fen, against a receipt."""
    by, chance = world.by(Role.UNION), Random(f"{SEED} {day}")
    yield world.office_day(day)
    number = open_drive(purpose, receiver=receiver, on=world.on, by=by).number
    for one in staff():
        if chance.random() < GIVES:
            login = "" if chance.random() < UNNAMED else one.login
            enter_gift(number, amount=Decimal(chance.choice(AMOUNTS)), login=login, on=world.on, by=by)
    yield world.later(10)
    given = drives().get(number=number).given
    close_drive(number, handed_over=given, receipt=f"SJ{world.on:%Y%m%d}", on=world.on, by=by)


def _insured(world: World) -> Story:
    """Every month for everybody who is employed."""
    yield world.office_day(INSURED_FROM.replace(month=2, day=8))
    while True:
        month = month_before(world.on)
        enter_contributions(month, people=employed_in(month), on=world.on, by=world.by(Role.GENERAL_OFFICE))
        yield world.office_day((world.on.replace(day=28) + timedelta(days=9)).replace(day=8))


def _together(world: World) -> Story:
    for day, title, place, spent in TOGETHER:
        yield world.office_day(day)
        chance = Random(f"{SEED} {day}")
        there = [one.login for one in staff() if chance.random() < 0.7]
        told = {"held_on": world.on, "place": place, "spent": Decimal(spent), "participants": there}
        hold_activity(title, **told, on=world.on, by=world.by(Role.UNION))


def _collision(world: World) -> Story:
    """On the way to an audit, the year before; in the year itself nobody came to harm."""
    by = world.by(Role.AUDITOR)
    yield world.office_day(date(2019, 3, 18))
    told = {"kind": IncidentKind.TRAFFIC, "happened_on": world.on, "place": "去往审核现场途中"}
    number = report_incident(by.login, **told, text="出租车被追尾，颈部挫伤。", on=world.on, by=by).number
    yield world.later(15)
    told = {"lost_days": 5, "measure": "选用合规车辆，行前安全提示。"}
    close_incident(number, **told, on=world.on, by=world.by(Role.GENERAL_OFFICE))


def _grievance(world: World) -> Story:
    """Somebody was out too long; it was heard."""
    yield world.office_day(date(2020, 10, 26))
    text = "补审期间连续三周外出，希望调整排班。"
    number = raise_grievance(GrievanceKind.HOURS, text=text, on=world.on, by=world.by(Role.REVIEWER)).number
    yield world.later(9)
    close_grievance(
        number, result="与审核管理部协商，限制连续外出天数。", on=world.on, by=world.by(Role.UNION)
    )


def _confirmed(world: World) -> Story:
    """In January who must confirms every register of the year before, so that none may be said of what had none."""
    for year in range(world.on.year + 1, world.today.year):
        yield world.office_day(date(year + 1, 1, 11))
        for register, roles in CONFIRMED_BY.items():
            for role in roles:
                entries = entries_in(register, year)
                confirm_register(register, year, entries=entries, on=world.on, by=world.by(role))
