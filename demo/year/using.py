"""What the body uses in these years: energy and paper by month, temperatures, travel by mode, audits from afar, clients made aware.

The report gives no amount: these are invented, less in the month in which nobody was in the office.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from mingzheng.office.footprint.actions.check_temperature import check_temperature
from mingzheng.office.footprint.actions.complete_trip import complete_trip
from mingzheng.office.footprint.actions.count_prints import count_prints
from mingzheng.office.footprint.actions.read_meter import read_meter
from mingzheng.office.footprint.actions.record_awareness import record_awareness
from mingzheng.office.footprint.actions.record_remote_audit import record_remote_audit
from mingzheng.office.footprint.queries import trips_without_mode
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.footprint import Meter, Mode, Season, Topic
from mingzheng.rulebook.roles import Role

from ..using import KWH, WAYS, enter_journeys, month_before
from ..world import SEED, Story, World

MONTHS_FROM, TRIPS_FROM = date(2018, 1, 1), date(2019, 1, 1)  # what was used before is in the earlier books
CLOSED, AT_HALF = date(2020, 2, 1), date(2020, 3, 1)  # months of the epidemic
SEASONS = {
    Season.COOLING: ((6, 7, 8, 9), ("26", "26.5", "27")),
    Season.HEATING: ((12, 1, 2), ("18", "19", "20")),
}
ROOMS = ("三楼办公区", "四楼会议室", "乒乓室")
FOUND = {  # where a room was set otherwise than the rule has it, and to what
    date(2019, 7, 1): "25",
    date(2020, 7, 1): "24.5",
}
BY_DISTANCE = {Decimal(km): mode for mode, km in WAYS}
FROM_AFAR = (date(2020, 3, 16), date(2020, 7, 31))  # when the epidemic made the body try
PARTLY_FROM_AFAR, MADE_AWARE = 7, 3  # one visit of so many
ENERGY_WEEK = (date(2020, 6, 29), date(2020, 7, 10))  # 29 June to 5 July, Low Carbon Day on 2 July
LARGE = 48  # people of a client spoken with about it


def using(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _months(world)
    yield _journeys(world)


def _months(world: World) -> Story:
    """Early in every month what was used in the last one."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.office_day(MONTHS_FROM.replace(month=2, day=6))
    while True:
        month = month_before(world.on)
        _month(month, world.on, by)
        for season, (months, degrees) in SEASONS.items():
            if month.month in months:
                _temperatures(month, season, degrees, world.on, by)
        yield world.office_day((world.on.replace(day=28) + timedelta(days=9)).replace(day=6))


def _month(month: date, on: date, by: Person) -> None:
    """The meters and the sheets of a month: there is no gas in the house."""
    chance = Random(f"{SEED} {month}")
    share = {CLOSED: 0.45, AT_HALF: 0.8}.get(month, 1) * chance.uniform(0.95, 1.05)
    read_meter(
        Meter.ELECTRICITY, month=month, amount=Decimal(round(KWH[month.month - 1] * share)), on=on, by=by
    )
    read_meter(Meter.WATER, month=month, amount=Decimal(round(72 * share)), on=on, by=by)
    read_meter(Meter.GAS, month=month, amount=Decimal(0), on=on, by=by)
    single, double = (round(sheets * share) for sheets in (2400, 5200))
    count_prints(month, single_sided=single, double_sided=double, on=on, by=by)


def _temperatures(month: date, season: Season, degrees: tuple[str, ...], on: date, by: Person) -> None:
    """Every room once in a month, as the round of the season wrote it down."""
    chance = Random(f"{SEED} {month} {season}")
    for room in ROOMS:
        found = FOUND[month] if month in FOUND and room == ROOMS[-1] else chance.choice(degrees)
        told = {"degrees": Decimal(found), "place": room, "checked_on": month.replace(day=15)}
        check_temperature(season, **told, on=on, by=by)


def _journeys(world: World) -> Story:
    """Every fortnight the trips of the visits held since; who did not say how he went is asked by the next time."""
    by, told = world.by(Role.GENERAL_OFFICE), TRIPS_FROM
    yield world.office_day(TRIPS_FROM + timedelta(days=14))
    while True:
        for trip in trips_without_mode().order_by("pk"):
            complete_trip(trip.number, mode=BY_DISTANCE[trip.km], on=world.on, by=by)
        held = Visit.objects.filter(held_on__gte=told, held_on__lt=world.on).select_related("client")
        for visit in held.order_by("pk"):
            enter_journeys(visit, world.on, by)
            _noted(world, visit)
        told = world.on
        yield world.later(14)


def _noted(world: World, visit: Visit) -> None:
    """Was the client made aware of something, and was part of the visit held from afar?"""
    assert visit.held_on
    chance = Random(f"{SEED} visit {visit.number}")
    told = {
        "signed_by": "管理者代表",
        "signed_on": visit.held_on,
        "on": world.on,
        "by": world.by(Role.GENERAL_OFFICE),
    }
    if chance.randrange(MADE_AWARE) == 0:
        record_awareness(visit.number, topic=Topic.SOCIAL_RESPONSIBILITY, **told)
    if ENERGY_WEEK[0] <= visit.held_on <= ENERGY_WEEK[1] and (visit.client.employees or 0) >= LARGE:
        record_awareness(visit.number, topic=Topic.ENERGY_WEEK, **told)
    if FROM_AFAR[0] <= visit.held_on <= FROM_AFAR[1] and chance.randrange(PARTLY_FROM_AFAR) == 0:
        record_remote_audit(
            visit.number, share=30, means="视频会议、屏幕共享，录屏存档", risk="已评估网络、保密和取证方式，双方书面同意。",
            saved_km=Decimal(240), saved_mode=Mode.TRAIN, on=world.on, by=world.by(Role.PROGRAMME_MANAGER),
        )  # fmt: skip
