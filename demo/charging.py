"""What the body charges: its floor, services beside certification."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from mingzheng.office.contracts.models import Application
from mingzheng.office.prices.actions.classify_service import classify_service
from mingzheng.office.prices.actions.decide_below_floor import decide_below_floor
from mingzheng.office.prices.actions.enter_service import enter_service
from mingzheng.office.prices.actions.request_below_floor import request_below_floor
from mingzheng.office.prices.actions.set_fee_floor import set_fee_floor
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from mingzheng.rulebook.roles import Role

from .world import Story, World

OFFERED = (
    (IncomeKind.TRAINING, "内审员培训（公开班）", "Internal auditor training, public course", ImpartialityClass.OPEN),
    (IncomeKind.TRAINING, "内审员培训（企业内训）", "Internal auditor training in house", ImpartialityClass.GUARDED),
    (IncomeKind.TECHNICAL_SERVICE, "顾客满意度测评", "Customer satisfaction measurement", ImpartialityClass.GUARDED),
    (IncomeKind.TECHNICAL_SERVICE, "体系文件编写", "Writing of system documents", ImpartialityClass.FORBIDDEN),
)  # fmt: skip


def charging(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _floor(world)
    yield _services(world)


def _floor(world: World) -> Story:
    """The floor is set on the first day; quotations below it are asked for, one granted, one refused, one waiting."""
    director, market = world.by(Role.DIRECTOR), world.by(Role.MARKET)
    told = {"valid_from": world.on, "reason": "行业自律公约"}
    world.try_in_vain(set_fee_floor, Decimal(2400), **told, by=market)
    set_fee_floor(Decimal(2400), **told, on=world.on, by=director)
    for before, granted in ((500, True), (200, False), (2, None)):
        yield world.office_day(world.today - timedelta(days=before))
        rows = Application.objects.filter(status=ApplicationStatus.ACCEPTED).order_by("-concluded_on", "-pk")
        application = rows.values("number", "name_zh")[0]
        asked = {"applicant": application["name_zh"], "reason": "公益机构，规模小"}
        world.try_in_vain(
            request_below_floor, application["number"], **asked, per_day=Decimal(2600), by=market
        )
        number = request_below_floor(
            application["number"], **asked, per_day=Decimal(2200), on=world.on, by=market
        ).number
        if granted is not None:
            yield world.later(1)
            decide_below_floor(
                number, granted=granted, remark="同意" if granted else "不低于底价", on=world.on, by=director
            )


def _services(world: World) -> Story:
    """What is offered beside certification; of the last nobody has said yet what it means for impartiality."""
    yield world.later(20)
    market, quality = world.by(Role.MARKET), world.by(Role.QUALITY)
    for kind, zh, en, held in OFFERED:
        number = enter_service(kind, name_zh=zh, name_en=en, on=world.on, by=market).number
        analysis = {"analysis": "内容通用、不针对单个组织的体系；讲师按类别回避。"}
        world.try_in_vain(classify_service, number, impartiality=held, **analysis, by=market)
        classify_service(number, impartiality=held, **analysis, on=world.on, by=quality)
    yield world.office_day(world.today - timedelta(days=9))
    names = {"name_zh": "卓越绩效自评培训", "name_en": "Performance excellence training"}
    enter_service(IncomeKind.TRAINING, **names, on=world.on, by=market)
