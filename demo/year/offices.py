"""What the offices of the body do beside certifying: the shelves, call-backs, inspections received, and the fees of visits."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q

from mingzheng.office.fees.actions.add_charge import add_charge
from mingzheng.office.fees.models import Invoice
from mingzheng.office.governance.actions.enter_allies import enter_allies
from mingzheng.office.governance.actions.join_association import join_association
from mingzheng.office.prices.actions.classify_service import classify_service
from mingzheng.office.prices.actions.enter_service import enter_service
from mingzheng.office.programmes.models import Visit
from mingzheng.office.quality.actions.conclude_inspection import conclude_inspection
from mingzheng.office.quality.actions.receive_inspection import receive_inspection
from mingzheng.office.voices.actions.draw_call_backs import draw_call_backs
from mingzheng.office.voices.actions.record_call import record_call
from mingzheng.office.voices.frames import Stratum, frame
from mingzheng.office.voices.models import CallBack
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.own_system import InspectionKind, InspectionResult
from mingzheng.rulebook.prices import ImpartialityClass, IncomeKind
from mingzheng.rulebook.questionnaires import CallOutcome
from mingzheng.rulebook.responsibility import Bond, Standing
from mingzheng.rulebook.roles import Role

from ..collecting import bring_income_to, collect, invoice_what_is_due
from ..names import invent
from ..shelves import stock
from ..world import SEED, Story, World
from .cohorts import YEAR
from .seed import ALLIES, CALL_BACKS, FILES_CHECKED, INCOME, INSPECTED_ON_SITE, LAWS, OWN_STANDARDS, STANDARDS

DRAWN = (date(2020, 6, 22), date(2020, 9, 21), date(2020, 12, 7))  # a third of the call-backs each
JOINED = date(2018, 6, 4)
CHARGED_FROM = 2019  # what was charged for visits before is in the earlier books
FEE = Decimal(2850)  # for a day of a visit that no signed offer has a price for
TRAINED = 3399  # the organisation whose staff was trained


def offices(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _shelves(world)
    for place, day in enumerate(DRAWN):
        yield _called(world, day, SEED + place)
    for place in range(INSPECTED_ON_SITE):
        yield _inspected(world, InspectionKind.ON_SITE, date(2020, 4, 14) + timedelta(days=23 * place), 1)
    yield _inspected(world, InspectionKind.FILE_CHECK, date(2020, 10, 15), FILES_CHECKED)
    yield _allied(world)
    yield _collected(world)


def _allied(world: World) -> Story:
    """Vice chair of an alliance of so many members."""
    yield JOINED
    told = {"since": world.on, "on": world.on, "by": world.by(Role.GENERAL_OFFICE)}
    number = join_association(
        "示例区质量服务联盟", en="A quality service alliance", bond=Bond.ALLIANCE, standing=Standing.VICE_CHAIR,
        until=date(YEAR + 2, 6, 30), **told,
    ).number  # fmt: skip
    enter_allies(number, names=[f"示例联盟成员{place:02d}" for place in range(1, ALLIES + 1)], **told)


def _shelves(world: World) -> Story:
    """Laws, standards and the body's own standards as they stand from the first day."""
    national, industry = STANDARDS * 3 // 5, STANDARDS // 4
    stock(
        laws_in_force=LAWS, national=national, industry=industry, local=STANDARDS - national - industry, own=OWN_STANDARDS,
        since=world.on, on=world.on, technical=world.by(Role.TECHNICAL), quality=world.by(Role.QUALITY),
    )  # fmt: skip
    return
    yield


def _called(world: World, day: date, seed: int) -> Story:
    """Clients drawn at random among those visited in the half-year before, and called in the two weeks after."""
    yield world.office_day(day)
    by, count = world.by(Role.QUALITY), CALL_BACKS // len(DRAWN)
    period = {"first_day": world.on - timedelta(days=180), "last_day": world.on - timedelta(days=1)}
    strata = (Stratum.STANDARD,)
    count = min(count, len(frame(*period.values(), strata)[0]))  # a small body has not so many
    if not count:
        return
    told = draw_call_backs(**period, strata=strata, count=count, seed=seed, on=world.on, by=by)
    rows = CallBack.objects.filter(draw__number=told.number).select_related("draw", "visit", "questionnaire")
    for place, call in enumerate(rows.order_by("pk")):
        if place % 2 == 0:
            yield world.later(1)
        replies = {question.code: question.expected for question in call.questions}
        record_call(
            call.key,
            outcome=CallOutcome.COMPLETED,
            replies=replies,
            spoke_to="管理者代表",
            on=world.on,
            by=by,
        )


def _inspected(world: World, kind: InspectionKind, day: date, count: int) -> Story:
    """An authority looks at visits held lately, and finds them in order."""
    yield world.office_day(day)
    by, lately = world.by(Role.QUALITY), Visit.objects.filter(held_on__lt=world.on).order_by("-held_on", "pk")
    seen = list(lately.values_list("number", flat=True)[:count])
    where = {"authority": "示例市市场监督管理局", "place": "受审核方现场", "basis": "年度监督检查计划"}
    number = receive_inspection(kind, **where, inspected_on=world.on, visits=seen, on=world.on, by=by).number
    yield world.later(6)
    told = {"result": InspectionResult.CONFORMING, "evidence": "检查记录表", "findings": "未发现问题"}
    conclude_inspection(number, **told, on=world.on, by=by)


def _collected(world: World) -> Story:
    """At the end of every month what was held is charged, what is due invoiced, and last month's invoices are paid."""
    finance = world.by(Role.FINANCE)
    service = _service(world)
    charged = date(CHARGED_FROM - 1, 12, 31)
    earlier: list[str] = []
    while world.on < world.today:
        yield _last_office_day(world)
        collect(earlier, world.on, finance)
        if world.on.year >= CHARGED_FROM:
            _charge(world, charged)
            charged = world.on
        earlier = invoice_what_is_due(world.on, finance)
        if (world.on.year, world.on.month) == (YEAR, 12):
            customer = invent(TRAINED)
            bring_income_to(
                INCOME, world.on, service, (customer.uscc, customer.name_zh), world.by(Role.MARKET), finance
            )
            earlier += (
                Invoice.objects.filter(issued_on=world.on)
                .exclude(number__in=earlier)
                .values_list("number", flat=True)
            )


def _last_office_day(world: World) -> date:
    """The last working day of this month, or of the next when that is past."""
    first = (world.on.replace(day=1) + timedelta(days=32)).replace(day=1)
    while True:
        day = first - timedelta(days=1)
        while not world.works(day):
            day -= timedelta(days=1)
        if day > world.on:
            return day
        first = (first + timedelta(days=32)).replace(day=1)


def _service(world: World) -> str:
    told = {"name_zh": "内审员培训（公开班）", "name_en": "Internal auditor training, public course"}
    number = enter_service(IncomeKind.TRAINING, **told, on=world.on, by=world.by(Role.MARKET)).number
    classify_service(
        number, impartiality=ImpartialityClass.OPEN, analysis="公开课，内容通用。",
        on=world.on, by=world.by(Role.QUALITY),
    )  # fmt: skip
    return number


def _charge(world: World, since: date) -> None:
    """The visits held since, under contracts of the earlier system, and recertifications; other fees were planned."""
    unplanned = Q(contract__application=None) | Q(kind=VisitKind.RECERTIFICATION)
    held = Visit.objects.filter(unplanned, held_on__gt=since, held_on__lte=world.on)
    rows = held.prefetch_related("parts").select_related("contract").order_by("pk")
    for visit in rows:
        what = "recertification" if visit.kind == VisitKind.RECERTIFICATION else "surveillance-1"
        add_charge(
            visit.contract.number, what=what, amount=FEE * visit.days, due_on=world.on, on=world.on, by=world.by(Role.FINANCE)
        )  # fmt: skip
