"""How the body deals with its clients: where each came from, who was let off part of the fees, and what it lays open and works by."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from django.db.models import F

from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.actions.enter_source import enter_source
from mingzheng.office.fees.actions.request_relief import request_relief
from mingzheng.office.fees.models import Relief
from mingzheng.office.fees.queries import accounts, clients_with_source
from mingzheng.rulebook.fees import Source
from mingzheng.rulebook.roles import Role

from ..documenting import instructions, laid_open
from ..world import SEED, Story, World
from .cohorts import YEAR

CAME = {
    Source.OWN: 38,
    Source.AGENT: 42,
    Source.PARTNER: 20,
}  # of a hundred: few are its own, as the report says
NAMES = {Source.OWN: "", Source.AGENT: "示例代理", Source.PARTNER: "示例检测研究院"}
ASKED = tuple(date(YEAR, month, 22) for month in (3, 4, 5, 6))  # who was hit by the epidemic
AT_ONCE, SHARE = 4, Decimal("0.1")  # so many on each day; of the fees to come


def dealing(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _papers(world)
    yield _sources(world)
    for day in ASKED:
        yield _let_off(world, day)


def _papers(world: World) -> Story:
    """What the public may read, and a work instruction for each group of technical areas."""
    yield world.later(20)
    laid_open(world)
    yield world.office_day(date(2018, 3, 5))
    instructions(world)


def _sources(world: World) -> Story:
    """Marketing enters once a month how those who came since were found."""
    while True:
        yield world.later(30)
        for client in clients_with_source().filter(source=None).order_by("pk"):
            source = Random(f"{SEED} {client.uscc}").choices(list(CAME), list(CAME.values()))[0]
            told = {"source": source, "name": NAMES[source]}
            enter_source(client.uscc, **told, on=world.on, by=world.by(Role.MARKET))


def _let_off(world: World, day: date) -> Story:
    """A tenth of what is to come; what the year brings in is made whole at its end."""
    yield world.office_day(day)
    told = {"reason": "疫情停工期间经营困难，申请减免。", "on": world.on, "by": world.by(Role.MARKET)}
    to_come = accounts(world.on).filter(charged__gt=F("invoiced"), due=0)
    rows = to_come.exclude(pk__in=Relief.objects.values("contract")).order_by("-pk")[:AT_ONCE]
    asked = [
        request_relief(
            row.number, amount=((row.charged - row.invoiced) * SHARE).quantize(Decimal(1)), **told
        ).number
        for row in rows
    ]
    yield world.later(3)
    for number in asked:
        by = world.by(Role.DIRECTOR)
        decide_relief(number, granted=True, remark="情况属实，同意减免。", on=world.on, by=by)
