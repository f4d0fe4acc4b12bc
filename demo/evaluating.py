"""Products, services and social responsibility: from the order to the certificate, and its surveillance."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.evaluations.actions.begin_evaluation import begin_evaluation
from mingzheng.office.evaluations.actions.decide_evaluation import decide_evaluation
from mingzheng.office.evaluations.actions.drop_evaluation import drop_evaluation
from mingzheng.office.evaluations.actions.evaluate_again import evaluate_again
from mingzheng.office.evaluations.actions.order_evaluation import order_evaluation
from mingzheng.office.evaluations.actions.record_activity import record_activity
from mingzheng.office.evaluations.models import Evaluation
from mingzheng.office.library.actions.obtain_qualification import obtain_qualification
from mingzheng.office.library.models import Scheme
from mingzheng.office.people.models import Person
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.evaluations import Activity, Purpose
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import QualificationKind, SchemeKind
from mingzheng.rulebook.standards import Standard

from .documenting import live
from .logins import LOGINS
from .world import Story, World

FOUND = {
    Activity.TYPE_TEST: "按规则抽样三件，全部项目符合。",
    Activity.FACTORY_INSPECTION: "生产条件、检验设备和质量保证能力满足要求。",
    Activity.SERVICE_EVALUATION: "暗访与体验各三次，服务特性得分满足要求。",
    Activity.MANAGEMENT_AUDIT: "服务设计、提供与改进受控。",
    Activity.SYSTEM_AUDIT: "社会责任管理体系运行有效。",
}
LABORATORY = "示例检测研究院"
AMOUNT = Decimal(18000)
SCHEME = ("企业社会责任管理体系认证", "Social responsibility management systems", "A0901")


def evaluating(world: World) -> Iterator[Story]:
    """One at every step, one given up, one whose surveillance is due."""
    yield _certified(world)
    yield _due(world)
    for step, (before, last) in enumerate(((30, "done"), (24, "begun"), (12, "ordered"), (60, "dropped")), 2):
        yield _halted(world, step, before, last)


def ordered(world: World, scheme: str, client: Client, amount: Decimal = AMOUNT) -> str:
    """An order with its signed contract; its number."""
    told = {
        "client_signatory": client.legal_representative or "法定代表人",
        "body_signatory": LOGINS[Role.DIRECTOR][1],
    }
    scope = {"scope_zh": client_scope(client), "scope_en": ""}
    event = order_evaluation(
        scheme, client.uscc, **scope, amount=amount, **told, on=world.on, by=world.by(Role.MARKET)
    )
    return event.number


def client_scope(client: Client) -> str:
    return f"{client.name_zh}的产品与服务"


def carried_out(world: World, number: str, people: list[str]) -> Story:
    """Everything that is asked, one after the other."""
    for kind in Evaluation.objects.get(number=number).facts.missing:
        yield world.later(9)
        who = {"laboratory": LABORATORY} if kind is Activity.TYPE_TEST else {"people": people}
        record_activity(
            number, kind=kind, first_day=world.on, last_day=world.on, **who, report=FOUND[kind], conforms=True,
            on=world.on, by=world.by(Role.TECHNICAL),
        )  # fmt: skip


def granted(world: World, number: str, people: list[str]) -> Story:
    """From the order to the certificate."""
    yield world.later(2)
    begin_evaluation(number, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    yield from carried_out(world, number, people)
    yield world.later(4)
    told = {"act": DecisionAct.GRANT, "on": world.on, "by": world.by(Role.DECISION_MAKER)}
    decision = decide_evaluation(number, **told).number
    yield world.later(1)
    issue_certificate(decision, on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def surveilled(world: World, number: str, people: list[str]) -> Story:
    """The surveillance of what was granted on an evaluation."""
    again = evaluate_again(
        number, purpose=Purpose.SURVEILLANCE, on=world.on, by=world.by(Role.PROGRAMME_MANAGER)
    ).number
    yield from carried_out(world, again, people)
    yield world.later(4)
    decide_evaluation(again, act=DecisionAct.MAINTAIN, on=world.on, by=world.by(Role.DECISION_MAKER))


def _certified(world: World) -> Story:
    yield world.office_day(world.today - timedelta(days=600))
    zh, en, category = SCHEME
    obtain_qualification(
        QualificationKind.APPROVAL, authority="示例认证认可主管部门", certificate="示例批〔5〕号", scope=zh, categories=[category],
        valid_from=world.on, on=world.on, by=world.by(Role.DIRECTOR),
    )  # fmt: skip
    scheme = live(world, SchemeKind.SYSTEM, zh, en, category, Standard.CSR)
    world.try_in_vain(
        order_evaluation, scheme, _client(1).uscc, scope_zh="", amount=AMOUNT, client_signatory="", body_signatory="",
        by=world.by(Role.MARKET),
    )  # fmt: skip
    yield world.office_day(world.today - timedelta(days=420))
    number = ordered(world, scheme, _client(1))
    yield from granted(world, number, _auditors())
    yield world.office_day(world.today - timedelta(days=70))
    yield from surveilled(world, number, _auditors())


def _due(world: World) -> Story:
    """Certified nearly a year ago: its first surveillance is due in some weeks, and nobody has begun it."""
    yield world.office_day(world.today - timedelta(days=330))
    number = ordered(world, Scheme.objects.get(standard=Standard.CSR).number, _client(6))
    yield from granted(world, number, _auditors())


def _halted(world: World, step: int, before: int, last: str) -> Story:
    """Begun some days before the last one, and left at a step."""
    yield world.office_day(world.today - timedelta(days=before))
    number = ordered(world, Scheme.objects.get(standard=Standard.CSR).number, _client(step))
    if last == "ordered":
        return
    yield world.later(2)
    begin_evaluation(number, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    if last == "done":
        yield from carried_out(world, number, _auditors())
    if last == "dropped":
        yield world.later(5)
        manager = world.by(Role.PROGRAMME_MANAGER)
        drop_evaluation(number, reason="客户撤回申请", on=world.on, by=manager)


def _client(place: int) -> Client:
    return Client.objects.order_by("pk")[place]


def _auditors() -> list[str]:
    return [Person.objects.get(login=LOGINS[Role.AUDITOR][0]).login]
