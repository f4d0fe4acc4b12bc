"""What the body learns in these years: a seminar every quarter, training, the good cases of the year and the votes for them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from random import Random

from mingzheng.office.clients.models import Client
from mingzheng.office.learning.actions.cancel_course import cancel_course
from mingzheng.office.learning.actions.hold_course import hold_course
from mingzheng.office.learning.actions.plan_course import plan_course
from mingzheng.office.learning.actions.publish_good_case import publish_good_case
from mingzheng.office.learning.actions.submit_good_case import submit_good_case
from mingzheng.office.learning.actions.vote_good_case import vote_good_case
from mingzheng.office.learning.models import GoodCase
from mingzheng.office.people.models import Person
from mingzheng.rulebook.learning import CourseKind
from mingzheng.rulebook.roles import Role

from ..world import SEED, Story, World
from .cohorts import YEAR
from .staff import logged_in, staff, who_audit

PLANNED_ON = (1, 15)  # of January: the plan of the year
COURSES = (  # month and day, kind, title, hours
    ((3, 20), CourseKind.SEMINAR, "审核规范和审核技巧研讨", 4),
    ((4, 17), CourseKind.TRAINING, "审核员行为规范和廉洁纪律", 3),
    ((6, 19), CourseKind.SEMINAR, "评定问题讲解：审核证据和抽样", 4),
    ((7, 17), CourseKind.TRAINING, "审核报告编写", 6),
    ((9, 18), CourseKind.SEMINAR, "评定问题讲解：不符合项和验证", 4),
    ((10, 23), CourseKind.RESPONSIBILITY, "社会责任全员培训", 3),
    ((11, 13), CourseKind.TRAINING, "法律法规和标准更新", 6),
    ((12, 11), CourseKind.SEMINAR, "年度审核案例交流", 4),
)
OF_THE_EPIDEMIC = ((3, 13), CourseKind.TRAINING, "远程审核方法（视频）", 3)
CANCELLED = ((2, 14), CourseKind.TRAINING, "外部讲师专题课", 6)  # nobody met in that February
COMES = 0.9  # of those who are asked
CASES = (
    ("从退货记录追到特殊过程", "从顾客退货记录追到特殊过程确认不充分，帮助组织找到真正的原因。"),
    ("从危废台账看运行控制", "核对危险废物台账与转移联单，发现暂存超期，促使组织改进。"),
    ("在夜班现场看应急准备", "在夜班现场询问应急职责，发现演练只覆盖白班，组织随后补充。"),
    ("远程审核怎样看现场", "以视频走查代替部分现场，事先约定路线和取证方式，证据完整。"),
    ("从校准记录看测量能力", "由一张过期的校准证书追到检验能力，组织修订了管理办法。"),
)
SUBMITTED, CHOSEN, PUBLISHED = date(YEAR, 6, 8), date(YEAR, 10, 12), 3


def learning(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    for year in range(world.on.year, world.today.year):
        yield _year(world, year)
    yield _contest(world)


def _year(world: World, year: int) -> Story:
    """Planned in January; held on its day, or cancelled."""
    by = world.by(Role.GENERAL_OFFICE)
    yield max(world.on, world.office_day(date(year, *PLANNED_ON)))
    planned = sorted(
        (*COURSES, OF_THE_EPIDEMIC, CANCELLED) if year == YEAR else COURSES, key=lambda one: one[0]
    )
    numbers = [
        plan_course(
            kind,
            title=title,
            planned_on=world.office_day(date(year, *day)),
            hours=Decimal(hours),
            on=world.on,
            by=by,
        ).number
        for day, kind, title, hours in planned
    ]
    for number, (day, kind, title, hours) in zip(numbers, planned, strict=True):
        yield world.office_day(date(year, *day))
        if title == CANCELLED[2]:
            cancel_course(number, reason="疫情期间不聚集", on=world.on, by=by)
            continue
        asked = staff() if kind is CourseKind.RESPONSIBILITY else who_audit()
        told = {"hours": Decimal(hours), "attended": _came(number, asked), "remark": "讲解、讨论，考核合格"}
        hold_course(number, held_on=world.on, **told, on=world.on, by=by)


def _came(number: str, asked: Sequence[Person]) -> list[str]:
    """The logins of most: some are ill or on a visit."""
    chance = Random(f"{SEED} course {number}")
    return [one.login for one in asked if chance.random() < COMES]


def _contest(world: World) -> Story:
    """The good cases of the year: handed in by those who audit, voted for by everybody, the best published without clients."""
    yield world.office_day(SUBMITTED)
    clients = list(Client.objects.order_by("pk")[: len(CASES)])
    numbers = []
    for (title, text), author, client in zip(CASES, who_audit(), clients, strict=False):
        told = {"text": f"在{client.name_zh}审核时：{text}", "client": client.uscc}
        numbers.append((submit_good_case(title, **told, on=world.on, by=author).number, author))
    yield world.later(21)
    for place, voter in enumerate(logged_in()):
        number, author = numbers[
            Random(f"{SEED} vote {place}").choice((0, 0, 0, 1, 1, 2, 3, 4)) % len(numbers)
        ]
        if voter != author:
            vote_good_case(number, on=world.on, by=voter)
    yield world.office_day(CHOSEN)
    best = sorted(numbers, key=lambda one: -GoodCase.objects.get(number=one[0]).votes.count())[:PUBLISHED]
    for number, _ in best:
        title, text = next(one for one in CASES if one[0] == GoodCase.objects.get(number=number).title)
        publish_good_case(number, title=title, text=f"审核时{text}", on=world.on, by=world.by(Role.TECHNICAL))
