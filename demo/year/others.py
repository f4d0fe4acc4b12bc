"""The rows beside the three systems: products, services and social responsibility, case by case.

Products: eight were certified in 2019. The rule was revised in 2020: six of them are withdrawn and certified anew by it, two
new ones come, and the surveillance of the other two is put off in the epidemic: 10 = 8 + 2 valid, 8 first, 6 withdrawn.
Services: six in the months the report tells of, the sixth in December: 1 + 2 + 2 + 1. Social responsibility: one of 2019,
surveilled in 2020, and two new ones.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mingzheng.office.certificates.actions.put_off_surveillance import put_off_surveillance
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.certificates.queries import facts_of
from mingzheng.office.clients.actions.open_client import open_client
from mingzheng.office.clients.models import Client
from mingzheng.office.decisions.actions.decide_status import decide_status
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.library.actions.adopt_rule import adopt_rule
from mingzheng.office.library.actions.file_rule import file_rule
from mingzheng.office.library.actions.obtain_qualification import obtain_qualification
from mingzheng.office.library.models import Scheme
from mingzheng.office.quality.queries import windows_on
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.reason_codes import WithdrawReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import QualificationKind, SchemeKind
from mingzheng.rulebook.standards import Standard

from ..documenting import live
from ..evaluating import granted, ordered, surveilled
from ..logins import LOGINS
from ..names import invent
from ..world import Story, World
from .epidemic import REASON
from .people import Auditor

FIRST_NUMBER = 3401  # of the organisations: none of them is certified to a management system
SCHEMES = {
    Standard.PRODUCT: (SchemeKind.PRODUCT, "自愿性工业产品认证", "Industrial products", "B0101"),
    Standard.SERVICE: (SchemeKind.SERVICE, "不动产服务认证", "Real estate services", "C0201"),
    Standard.CSR: (SchemeKind.SYSTEM, "企业社会责任管理体系认证", "Social responsibility management systems", "A0901"),
}  # fmt: skip
OPENED, REVISED = date(2019, 3, 4), date(2020, 4, 20)
OLD_PRODUCTS = tuple(date(2019, 9, 2) + timedelta(days=7 * n) for n in range(8))  # ordered
OVERDUE = 2  # of them
BY_THE_NEW_RULE = tuple(date(2020, 5, 11) + timedelta(days=9 * n) for n in range(6))
NEW_PRODUCTS = (date(2020, 8, 3), date(2020, 9, 7))
NEW_SERVICES = tuple(
    date(2020, month, 1) - timedelta(days=5) for month in (7, 9, 9, 11, 11, 12)
)  # issued within the month
OLD_CSR, CSR_SURVEILLED, NEW_CSR = (
    date(2019, 8, 5),
    date(2020, 8, 10),
    (date(2020, 5, 18), date(2020, 10, 12)),
)
PUT_OFF_UNTIL = date(2021, 3, 15)


def others(world: World, people: Sequence[Auditor]) -> Iterator[Story]:
    """Every case; who evaluates is registered for it, and does not decide."""
    people = [one for one in people if one.login != LOGINS[Role.DECISION_MAKER][0]]
    who = {
        Standard.PRODUCT: [one.login for one in people if one.products],
        Standard.SERVICE: [one.login for one in people if one.services],
        Standard.CSR: [one.login for one in people if one.systems and not one.is_trainee],
    }
    told: list[tuple[Standard, date]] = [
        *((Standard.PRODUCT, day) for day in (*OLD_PRODUCTS, *NEW_PRODUCTS)),
        *((Standard.SERVICE, day) for day in NEW_SERVICES),
        *((Standard.CSR, day) for day in (OLD_CSR, *NEW_CSR)),
    ]
    yield _opened(world)
    yield _revised(world)
    for place, (standard, day) in enumerate(told):
        able = who[standard]
        yield _case(world, standard, place, day, [able[place % len(able)]])


def _opened(world: World) -> Story:
    """The approval, and the three schemes."""
    yield OPENED
    categories = [category for _, _, _, category in SCHEMES.values()]
    obtain_qualification(
        QualificationKind.APPROVAL, authority="示例认证认可主管部门", certificate="示例批〔2019〕3号",
        scope="产品、服务、社会责任认证", categories=categories, valid_from=world.on,
        on=world.on, by=world.by(Role.DIRECTOR),
    )  # fmt: skip
    for standard, (kind, zh, en, category) in SCHEMES.items():
        live(world, kind, zh, en, category, standard if kind is SchemeKind.SYSTEM else None)


def _scheme(standard: Standard) -> str:
    return Scheme.objects.get(name_zh=SCHEMES[standard][1]).number


def _revised(world: World) -> Story:
    """The rule for products in its second version, filed the same week."""
    yield REVISED
    told = {"on": world.on, "by": world.by(Role.TECHNICAL)}
    promise = "公开收费标准；七个工作日内答复申请。"
    adopt_rule(_scheme(Standard.PRODUCT), version="2.0", promise=promise, adopted_on=world.on, **told)
    yield world.later(3)
    told = {"on": world.on, "by": world.by(Role.TECHNICAL)}
    number = f"BA-{world.on.year}-B0101-2"
    file_rule(_scheme(Standard.PRODUCT), filing_number=number, filed_on=world.on, **told)


def _case(world: World, standard: Standard, place: int, day: date, people: list[str]) -> Story:
    yield world.office_day(day)
    client = _client(world, place)
    number = ordered(world, _scheme(standard), client)
    yield from granted(world, number, people)
    if standard is Standard.CSR and day == OLD_CSR:
        yield world.office_day(CSR_SURVEILLED)
        yield from surveilled(world, number, people)
    if standard is Standard.PRODUCT and place < len(OLD_PRODUCTS):
        again = place - OVERDUE
        yield from (
            _put_off(world, client) if again < 0 else _anew(world, client, BY_THE_NEW_RULE[again], people)
        )


def _client(world: World, place: int) -> Client:
    who = invent(FIRST_NUMBER + place)
    facts = {
        "name_zh": who.name_zh, "name_en": who.name_en, "address_zh": who.address_zh, "address_en": who.address_en,
        "legal_representative": who.contact, "employees": who.people,
    }  # fmt: skip
    open_client(who.uscc, facts=facts, on=world.on, by=world.by(Role.MARKET))
    return Client.objects.get(uscc=who.uscc)


def _put_off(world: World, client: Client) -> Story:
    """Its surveillance is put off into the next year."""
    yield world.office_day(date(2020, 9, 1))
    put_off_surveillance(
        _living(client).number, until=PUT_OFF_UNTIL, reason=REASON, events=windows_on(world.on),
        on=world.on, by=world.by(Role.PROGRAMME_MANAGER),
    )  # fmt: skip


def _anew(world: World, client: Client, day: date, people: list[str]) -> Story:
    """The certificate by the old rule is withdrawn, and one by the new rule takes its place."""
    yield world.office_day(day)
    decide_status(
        client.uscc, Standard.PRODUCT, act=DecisionAct.WITHDRAW, certificate=facts_of(client.uscc, Standard.PRODUCT),
        grounds=Grounds("认证规则换版，按新规则重新认证。", WithdrawReason.OTHER),
        on=world.on, by=world.by(Role.DECISION_MAKER),
    )  # fmt: skip
    withdraw_certificate(_living(client).number, on=world.on, by=world.by(Role.CERTIFICATE_CLERK))
    yield world.later(1)
    yield from granted(world, ordered(world, _scheme(Standard.PRODUCT), client), people)


def _living(client: Client) -> Certificate:
    return Certificate.objects.get(certification__client=client, status__in=LIVING)
