"""What the body learns: a seminar every quarter but one, yearly training for everybody, good cases and the votes for them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.clients.models import Client
from mingzheng.office.learning.actions.cancel_course import cancel_course
from mingzheng.office.learning.actions.hold_course import hold_course
from mingzheng.office.learning.actions.plan_course import plan_course
from mingzheng.office.learning.actions.publish_good_case import publish_good_case
from mingzheng.office.learning.actions.submit_good_case import submit_good_case
from mingzheng.office.learning.actions.vote_good_case import vote_good_case
from mingzheng.office.people.models import Person
from mingzheng.rulebook.learning import CourseKind, quarter_of
from mingzheng.rulebook.roles import Role

from .world import Story, World


def learning(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _seminars(world)
    yield _everybody(world)
    yield _planned(world)
    yield _cases(world)


def hold(kind: CourseKind, title: str, hours: Decimal, attended: Sequence[str], on: date, by: Person) -> str:
    """A course planned and held on one day; its number."""
    number = plan_course(kind, title=title, planned_on=on, hours=hours, on=on, by=by).number
    told = {"held_on": on, "hours": hours, "attended": attended, "remark": "讲解、讨论，考核合格"}
    hold_course(number, **told, on=on, by=by)
    return number


def _auditors() -> list[str]:
    return [one.login for one in Person.objects.filter(is_active=True) if Role.AUDITOR in one.roles]


def _seminars(world: World) -> Story:
    """Every quarter; of the year before one is missing."""
    by = world.by(Role.GENERAL_OFFICE)
    while True:
        yield world.later(91)
        skipped = (world.today.year - 1, 2)
        if (world.on.year, quarter_of(world.on)) != skipped:
            hold(CourseKind.SEMINAR, "评定问题讲解与专题研讨", Decimal(4), _auditors()[1:], world.on, by)


def _everybody(world: World) -> Story:
    """Training in social responsibility once a year, for everybody."""
    by = world.by(Role.GENERAL_OFFICE)
    while True:
        yield world.later(330)
        everybody = list(Person.objects.filter(is_active=True).values_list("login", flat=True))
        hold(CourseKind.RESPONSIBILITY, "社会责任全员培训", Decimal(3), everybody, world.on, by)


def _planned(world: World) -> Story:
    """One was cancelled, one is late, one is still to come."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.office_day(world.today - timedelta(days=60))
    dates = (world.on, world.today - timedelta(days=5), world.today + timedelta(days=20))
    titles = ("外部讲师专题课", "审核报告编写", "新版标准宣贯")
    plan = {"hours": Decimal(4), "on": world.on, "by": by}
    numbers = [
        plan_course(CourseKind.TRAINING, title=title, planned_on=day, **plan).number
        for title, day in zip(titles, dates, strict=True)
    ]
    world.try_in_vain(cancel_course, numbers[0], reason="", by=by)
    cancel_course(numbers[0], reason="讲师改期", on=world.on, by=by)


def _cases(world: World) -> Story:
    """One good case won and was published without its client; one is voted on."""
    auditor, technical = world.by(Role.AUDITOR), world.by(Role.TECHNICAL)
    voters = [world.by(role) for role in (Role.MARKET, Role.QUALITY, Role.REVIEWER)]
    for before, published in ((200, True), (15, False)):
        yield world.office_day(world.today - timedelta(days=before))
        client = Client.objects.order_by("pk")[0]
        story = f"在{client.name_zh}审核时，从顾客退货记录追到特殊过程确认不充分。"
        told = {"text": story, "client": client.uscc}
        number = submit_good_case("从退货记录追到过程", **told, on=world.on, by=auditor).number
        world.try_in_vain(vote_good_case, number, by=auditor)
        for voter in voters:
            vote_good_case(number, on=world.on, by=voter)
        if published:
            yield world.later(14)
            world.try_in_vain(publish_good_case, number, title="案例", text=story, by=technical)
            plain = story.replace(client.name_zh, "某制造企业")
            publish_good_case(number, title="从退货记录追到过程", text=plain, on=world.on, by=technical)
