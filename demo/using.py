"""What the body uses: energy by month, temperatures, paper, travel to visits, an audit from afar, clients made aware."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.footprint.actions.check_temperature import check_temperature
from mingzheng.office.footprint.actions.correct_reading import correct_reading
from mingzheng.office.footprint.actions.count_prints import count_prints
from mingzheng.office.footprint.actions.enter_trip import enter_trip
from mingzheng.office.footprint.actions.read_meter import read_meter
from mingzheng.office.footprint.actions.record_awareness import record_awareness
from mingzheng.office.footprint.actions.record_remote_audit import record_remote_audit
from mingzheng.office.footprint.models import Reading, Trip
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.actions.decide_special_approval import decide_special_approval
from mingzheng.office.schedule.actions.request_special_approval import request_special_approval
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.footprint import Meter, Mode, Season, Topic
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import Limit

from .world import Story, World

KWH = (5200, 4800, 3900, 3100, 3000, 4200, 5600, 5800, 4300, 3000, 3200, 4900)  # January to December
WAYS = ((Mode.TRAIN, 240), (Mode.METRO, 38), (Mode.CAR, 90), (Mode.TRAIN, 310), (Mode.BUS, 25))


def using(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _months(world)
    yield _journeys(world)
    yield _from_afar(world)
    yield _asked_for(world)


def month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def enter_month(month: date, on: date, by: Person) -> None:
    """The meters, sheets and one temperature check of a month that is over."""
    read_meter(Meter.ELECTRICITY, month=month, amount=Decimal(KWH[month.month - 1]), on=on, by=by)
    read_meter(Meter.WATER, month=month, amount=Decimal(60 + month.month), on=on, by=by)
    read_meter(Meter.GAS, month=month, amount=Decimal(0), on=on, by=by)
    count_prints(month, single_sided=1500, double_sided=2600, on=on, by=by)


def enter_journeys(visit: Visit, on: date, by: Person) -> None:
    """How each of the team went there and back; every ninth does not say by what."""
    for place, member in enumerate(Assignment.objects.filter(visit=visit).select_related("person")):
        mode, km = WAYS[(visit.pk + place) % len(WAYS)]
        silent = (visit.pk + place) % 9 == 0
        told = {"login": member.person.login, "mode": "" if silent else mode, "km": Decimal(km)}
        enter_trip(visit.number, **told, travelled_on=visit.held_on or on, on=on, by=by)


def _months(world: World) -> Story:
    """Every month what was used in the last one; a reading is corrected, a room was too cold."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.later(40)
    while True:
        month = month_before(world.on)
        if month.month in (7, 1):
            season, degrees = (Season.COOLING, "26") if month.month == 7 else (Season.HEATING, "20")
            told = {"place": "三楼办公区", "checked_on": world.on, "on": world.on, "by": by}
            check_temperature(season, degrees=Decimal(degrees), **told)
            if world.today - world.on < timedelta(days=400):
                wrong = Decimal(24) if season is Season.COOLING else Decimal(22)
                check_temperature(season, degrees=wrong, **told)
        enter_month(month, world.on, by)
        if month.month == 3:
            told = {"amount": Decimal(3850), "reason": "抄表时多记一位"}
            number = _reading(month)
            world.try_in_vain(correct_reading, number, amount=Decimal(3850), reason=" ", by=by)
            correct_reading(number, **told, on=world.on, by=by)
        yield world.office_day((world.on.replace(day=28) + timedelta(days=9)).replace(day=6))


def _reading(month: date) -> str:
    return Reading.objects.get(meter=Meter.ELECTRICITY, month=month).number


def _journeys(world: World) -> Story:
    """Every fortnight the trips of the visits held since."""
    by = world.by(Role.GENERAL_OFFICE)
    while True:
        yield world.later(14)
        travelled = Trip.objects.values("visit")
        for visit in Visit.objects.filter(held_on__isnull=False).exclude(pk__in=travelled):
            enter_journeys(visit, world.on, by)
            if visit.pk % 4 == 0 and visit.begun_on:
                told = {"topic": Topic.SOCIAL_RESPONSIBILITY, "signed_by": "企业代表", "signed_on": world.on}
                record_awareness(visit.number, **told, on=world.on, by=by)


def _from_afar(world: World) -> Story:
    """Two visits of the last years were held from afar in part, one beyond the limit without approval."""
    by = world.by(Role.PROGRAMME_MANAGER)
    for before, share in ((600, 50), (120, 30)):
        yield world.office_day(world.today - timedelta(days=before))
        visit = Visit.objects.filter(held_on__isnull=False).order_by("-held_on", "-pk")[0]
        told = {
            "means": "视频会议，录屏存服务器",
            "risk": "网络和保密已评估，双方书面同意。",
            "saved_km": Decimal(620),
            "saved_mode": Mode.TRAIN,
        }
        world.try_in_vain(record_remote_audit, visit.number, share=101, **told, by=by)
        record_remote_audit(visit.number, share=share, **told, on=world.on, by=by)


def _asked_for(world: World) -> Story:
    """Two visits to come would be held from afar more than the limit allows; a director has decided on one."""
    yield world.office_day(world.today - timedelta(days=2))
    by = world.by(Role.PROGRAMME_MANAGER)
    visit, other = Visit.objects.filter(begun_on=None, dropped_on=None).order_by("-pk")[:2]
    told = {
        "limit": Limit.REMOTE,
        "share": 60,
        "reason": "客户现场封闭施工，双方同意远程审核文件与访谈部分。",
    }
    world.try_in_vain(request_special_approval, visit.number, **{**told, "reason": ""}, by=by)
    request_special_approval(visit.number, **told, on=world.on, by=by)
    approval = request_special_approval(other.number, **told, on=world.on, by=by).number
    decide_special_approval(approval, granted=True, on=world.on, by=world.by(Role.DIRECTOR))
