"""What the body charges and collects: its floor, services, invoices and payments, relief, where clients come from."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from django.db.models import F

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Application
from mingzheng.office.fees.actions.credit_invoice import credit_invoice
from mingzheng.office.fees.actions.decide_relief import decide_relief
from mingzheng.office.fees.actions.deliver_service import deliver_service
from mingzheng.office.fees.actions.enter_source import enter_source
from mingzheng.office.fees.actions.invoice_order import invoice_order
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.office.fees.actions.request_relief import request_relief
from mingzheng.office.fees.actions.withdraw_order import withdraw_order
from mingzheng.office.fees.queries import accounts, clients_with_source
from mingzheng.office.prices.actions.classify_service import classify_service
from mingzheng.office.prices.actions.decide_below_floor import decide_below_floor
from mingzheng.office.prices.actions.enter_service import enter_service
from mingzheng.office.prices.actions.request_below_floor import request_below_floor
from mingzheng.office.prices.actions.set_fee_floor import set_fee_floor
from mingzheng.office.prices.models import Service
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.fees import Source
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from mingzheng.rulebook.roles import Role

from .collecting import collect, fiscal_number, invoice_what_is_due
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
    yield _collected(world)
    yield _sources(world)
    yield _relieved(world)
    yield _trained(world)
    yield _measured(world)


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


REMINDED = 4  # months until who paid a part has paid the rest


def _collected(world: World) -> Story:
    """Every month what is due is invoiced; most is paid a month later, some in part, some late, one invoice is wrong."""
    finance = world.by(Role.FINANCE)
    earlier: list[str] = []
    halves: list[list[str]] = []
    while (next_month := world.later(30)) < world.today - timedelta(days=4):
        yield next_month
        halves.append(earlier[::11])
        collect([number for number in earlier if number not in halves[-1]], world.on, finance)
        collect(halves[-1], world.on, finance, Decimal("0.5"))
        if len(halves) > REMINDED:
            collect(halves.pop(0), world.on, finance)
        last = earlier
        earlier = invoice_what_is_due(world.on, finance)
    yield world.office_day(world.today - timedelta(days=4))
    paid, unpaid = last[1:2] or last[:1], earlier[:1]
    wrong = {"amount": Decimal(500), "reason": "多开一个场所"}
    for number in (*paid, *unpaid):
        world.try_in_vain(credit_invoice, number, **wrong, fiscal_number="0", by=world.by(Role.MARKET))
        credit_invoice(number, **wrong, fiscal_number=fiscal_number(world.on), on=world.on, by=finance)


def _sources(world: World) -> Story:
    """Marketing enters how clients came, a month later; those of the last month wait."""
    market, ways = (
        world.by(Role.MARKET),
        ((Source.OWN, ""), (Source.AGENT, "示例代理"), (Source.PARTNER, "示例检测研究院")),
    )
    while world.on < world.today - timedelta(days=40):
        yield world.later(30)
        for client in clients_with_source().filter(source=None):
            source, name = ways[min(client.pk % 5, 2)]
            world.try_in_vain(enter_source, client.uscc, source=Source.AGENT, name="", by=market)
            enter_source(client.uscc, source=source, name=name, on=world.on, by=market)


def _relieved(world: World) -> Story:
    """Three ask to be let off: granted, refused, waiting for a director since it leads below the floor."""
    market, finance, director = (world.by(role) for role in (Role.MARKET, Role.FINANCE, Role.DIRECTOR))
    for before, share, granted in ((300, 10, True), (150, 10, False), (3, 2, None)):
        yield world.office_day(world.today - timedelta(days=before))
        later = accounts(world.on).filter(charged__gt=F("invoiced"), due=0).order_by("-pk")
        row = later[0]
        amount = ((row.charged - row.invoiced) / share).quantize(Decimal(1))
        number = request_relief(
            row.number, amount=amount, reason="停产期间申请减免", on=world.on, by=market
        ).number
        world.try_in_vain(decide_relief, number, granted=True, remark="", by=market)
        if granted is not None:
            yield world.later(2)
            by = director if granted else finance
            decide_relief(
                number, granted=granted, remark="情况属实" if granted else "条件不符", on=world.on, by=by
            )


def _trained(world: World) -> Story:
    """Courses for the public and one in house; one to come, one to invoice."""
    market, finance = world.by(Role.MARKET), world.by(Role.FINANCE)
    yield world.office_day(world.today - timedelta(days=800))
    public, in_house = Service.objects.filter(kind=IncomeKind.TRAINING).order_by("pk")[:2]
    for before, service, invoiced in (
        (700, public, True),
        (380, in_house, True),
        (90, public, True),
        (12, public, False),
    ):
        yield world.office_day(world.today - timedelta(days=before))
        number = _ordered(world, service)
        yield world.later(5)
        told = {"held_on": world.on, "people": 18, "certificates": 17, "trainer": "lu", "on": world.on}
        deliver_service(number, **told, by=market)
        world.try_in_vain(withdraw_order, number, reason="改期", by=market)
        if invoiced:
            invoice_order(number, fiscal_number=fiscal_number(world.on), on=world.on, by=finance)
    yield world.office_day(world.today - timedelta(days=2))
    _ordered(world, public)
    withdraw_order(_ordered(world, in_house), reason="客户取消", on=world.on, by=market)


def _ordered(world: World, service: Service) -> str:
    client = Client.objects.order_by("-pk")[0]
    told = {"uscc": client.uscc, "customer": client.name_zh, "amount": Decimal(12000)}
    return quote_service(service.number, **told, on=world.on, by=world.by(Role.MARKET)).number


def _measured(world: World) -> Story:
    """A certified client orders a technical service: whether that threatens impartiality is to be reviewed."""
    yield world.office_day(world.today - timedelta(days=6))
    service = Service.objects.filter(
        kind=IncomeKind.TECHNICAL_SERVICE, impartiality=ImpartialityClass.GUARDED
    )[0]
    client = Certificate.objects.filter(status="in_force").order_by("pk")[0].certification.client
    told = {"uscc": client.uscc, "customer": client.name_zh, "amount": Decimal(18000)}
    quote_service(service.number, **told, on=world.on, by=world.by(Role.MARKET))
