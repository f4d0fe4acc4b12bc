"""How the body governs itself: risks, committee, publicity, inspections, internal audits, management reviews, gifts."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.impartiality.actions.declare_gift import declare_gift
from mingzheng.office.impartiality.actions.enter_risk import enter_risk
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.register_related_body import register_related_body
from mingzheng.office.impartiality.actions.review_risk import review_risk
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.impartiality.actions.settle_gift import settle_gift
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.publicity.actions.approve_item import approve_item
from mingzheng.office.publicity.actions.compare_page import compare_page
from mingzheng.office.publicity.actions.propose_item import propose_item
from mingzheng.office.publicity.actions.record_links import record_links
from mingzheng.office.quality.actions.answer_inspection import answer_inspection
from mingzheng.office.quality.actions.close_internal_finding import close_internal_finding
from mingzheng.office.quality.actions.conclude_inspection import conclude_inspection
from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.actions.declare_event import declare_event
from mingzheng.office.quality.actions.end_event import end_event
from mingzheng.office.quality.actions.finish_review_action import finish_review_action
from mingzheng.office.quality.actions.hold_internal_audit import hold_internal_audit
from mingzheng.office.quality.actions.hold_management_review import hold_management_review
from mingzheng.office.quality.actions.plan_internal_audit import plan_internal_audit
from mingzheng.office.quality.actions.raise_internal_finding import raise_internal_finding
from mingzheng.office.quality.actions.receive_inspection import receive_inspection
from mingzheng.office.quality.outputs import Output
from mingzheng.office.quality.queries import entries_in
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.governance import Activity, Interest, Panel, Relation, RiskKind, Settlement, Threat
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.own_system import Deviation, InspectionKind, InspectionResult, Register, ReviewInput
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.roles import Role

from .inspecting import looked_into
from .mailing import mailed
from .moving_in import trial_run
from .names import NO_REGION
from .world import Story, World

STATUS_PAGE = "https://www.example.org/status"  # it was moved
DEPARTMENTS = ["市场部", "审核管理部", "证书部"]
MEMBERS = (
    ("邬明允", "某行业协会", Interest.TRADE),
    ("谷衡之", "某高校", Interest.SCIENCE),
    ("丛允中", "某获证组织", Interest.CLIENTS),
    ("贡正言", "某消费者组织", Interest.CONSUMERS),
)
RISKS = (
    (RiskKind.IMPARTIALITY, Threat.SELF_REVIEW, "上级单位同时从事检测，其客户申请认证。", 3, 4),
    (RiskKind.IMPARTIALITY, Threat.FAMILIARITY, "同一组长连续多年审核同一客户。", 3, 3),
    (RiskKind.OPERATION, None, "审核高峰期人员不足，审核推迟。", 4, 3),
    (RiskKind.LEGAL, None, "证书状态上报超期。", 2, 4),
)


def governing(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield committee(world)
    yield risks(world)
    yield publicity(world)
    yield _inspections(world)
    yield _audited(world)
    yield reviewed(world)
    yield _honest(world)
    yield _event(world)
    yield trial_run(world)
    yield mailed(world)


def _before(world: World, days: int) -> date:
    """So many days before the end, or the next working day."""
    return world.office_day(world.today - timedelta(days=days))


def committee(world: World) -> Story:
    """The committee is seated for four years, meets every year, and last met more than a year ago."""
    by, seats = world.by(Role.QUALITY), []
    term = {"since": world.on, "until": world.on + timedelta(days=4 * 365)}
    for name, organisation, interest in MEMBERS:
        told = seat_member(
            Panel.COMMITTEE,
            name=name,
            organisation=organisation,
            interest=interest,
            **term,
            on=world.on,
            by=by,
        )
        seats.append(told.number)
    for before in (1100, 740, 380):
        yield _before(world, before)
        meeting = {
            "held_on": world.on,
            "subject": "年度公正性会议",
            "minutes": "听取公正性风险分析，无异议。",
        }
        world.try_in_vain(record_meeting, Panel.COMMITTEE, present=seats[:1], **meeting, by=by)
        record_meeting(Panel.COMMITTEE, present=seats, **meeting, on=world.on, by=by)


def risks(world: World) -> Story:
    quality, director = world.by(Role.QUALITY), world.by(Role.DIRECTOR)
    uscc = complete_social_credit_code(f"91{NO_REGION}{complete_organisation_code('MAMY0009')}")
    analysis = "检测与认证的人员、决策和收入分开，检测结果不作为认证结论的依据。"
    register_related_body(
        uscc, name="示例检测研究院", relation=Relation.PARENT, activities=[Activity.TESTING], analysis=analysis,
        since=world.on, on=world.on, by=quality,
    )  # fmt: skip
    numbers = [
        enter_risk(kind, threat=threat, source=source, likelihood=likelihood, impact=impact, owner="质量部",
                   on=world.on, by=quality).number
        for kind, threat, source, likelihood, impact in RISKS
    ]  # fmt: skip
    for before in (700, 330):
        yield _before(world, before)
        for number in numbers[:3]:
            now = {"likelihood": 2, "impact": 3, "treatment": "已采取措施并跟踪。", "accepted": True}
            world.try_in_vain(review_risk, numbers[0], **now, by=quality)
            review_risk(number, **now, on=world.on, by=director)


def approver(world: World) -> Person:
    """Who approves for the audit department."""
    people = Person.objects.exclude(pk=world.by(Role.MARKET).pk).filter(department="审核部")
    return people.order_by("pk")[0]


def publicity(world: World) -> Story:
    """A promise approved by two and put in other words later; last week a brochure that says too much."""
    market, director = world.by(Role.MARKET), world.by(Role.DIRECTOR)
    head = approver(world)
    promise = {
        "title_zh": "公正性承诺",
        "title_en": "Commitment to impartiality",
        "department": head.department,
    }
    texts = (
        (
            "我们独立、公正地作出每一项认证决定。",
            "We make every certification decision independently and impartially.",
        ),
        (
            f"我们独立、公正地作出每一项认证决定，并公开证书状态：{STATUS_PAGE}",
            f"Every decision is impartial, and every certificate's status is public: {STATUS_PAGE}",
        ),
    )
    replaced = ""
    for before, (zh, en) in zip((1000, 300), texts, strict=True):
        yield _before(world, before)
        told = {**promise, "text_zh": zh, "text_en": en, "replaces": replaced, "on": world.on}
        number = propose_item(Medium.COMMITMENT, **told, by=market).number
        world.try_in_vain(approve_item, number, by=director)
        approve_item(number, on=world.on, by=head)
        approve_item(number, on=world.on, by=director)
        replaced = number
    yield _before(world, 20)
    record_links([(replaced, STATUS_PAGE, 404)], on=world.on, by=CLOCK)
    yield _before(world, 6)
    _proposed_last_week(world, head)
    yield _before(world, 3)
    page = f"公正性承诺\n{texts[1][0].replace('公正地', '公正、快速地')}\nCommitment to impartiality\n{texts[1][1]}"
    compare_page(replaced, where="https://www.example.org/promise", page=page, on=world.on, by=market)
    record_links([(replaced, STATUS_PAGE, 404)], on=world.on, by=CLOCK)


def _proposed_last_week(world: World, head: Person) -> None:
    """A brochure flagged for its wording, which waits for the direction; and the director's own greeting."""
    market, director = world.by(Role.MARKET), world.by(Role.DIRECTOR)
    brochure = {
        "title_zh": "宣传册",
        "title_en": "Brochure",
        "text_en": "We help organisations.",
        "on": world.on,
    }
    flagged = propose_item(
        Medium.BROCHURE,
        **brochure,
        text_zh="帮助企业建立体系，手续简便。",
        department=head.department,
        by=market,
    )
    world.try_in_vain(approve_item, flagged.number, by=head)
    approve_item(flagged.number, reason="引自旧版，待管理层定夺", on=world.on, by=head)
    article = {
        "title_zh": "新年寄语",
        "title_en": "New year",
        "text_zh": "感谢信任。",
        "text_en": "Thank you.",
    }
    propose_item(Medium.ARTICLE, **article, department=market.department, on=world.on, by=director)


def _inspections(world: World) -> Story:
    """Two of files, three on site over the years; one to answer, one with no result yet."""
    by = world.by(Role.QUALITY)
    plan = (
        (600, InspectionKind.FILE_CHECK, InspectionResult.CONFORMING),
        (420, InspectionKind.ON_SITE, InspectionResult.CONFORMING),
        (240, InspectionKind.ON_SITE, InspectionResult.TO_RECTIFY),
        (25, InspectionKind.FILE_CHECK, InspectionResult.TO_RECTIFY),
        (3, InspectionKind.ON_SITE, None),
    )
    for before, kind, result in plan:
        yield _before(world, before)
        visits = list(
            Visit.objects.filter(held_on__lt=world.on)
            .order_by("-held_on", "pk")
            .values_list("number", flat=True)[:2]
        )
        where = {
            "authority": "某市场监督管理局",
            "place": "示例市",
            "basis": "双随机抽查",
            "inspected_on": world.on,
        }
        number = receive_inspection(kind, **where, visits=visits, on=world.on, by=by).number
        if result is None:
            looked_into(world, number, visits)
            return
        told = {
            "evidence": "检查记录表",
            "findings": "一份签到表缺日期",
            "answer_due": world.on + timedelta(days=40),
        }
        conclude_inspection(number, result=result, **told, on=world.on, by=by)
        if result is InspectionResult.TO_RECTIFY and before > 100:
            yield world.later(10)
            answer_inspection(number, answer="已补签并培训。", on=world.on, by=by)


def _audited(world: World) -> Story:
    """The own system is audited every year; of the last one a finding is open, and the next is planned."""
    by, owner = world.by(Role.QUALITY), world.by(Role.MARKET)
    auditors = [world.by(Role.TECHNICAL).login, world.by(Role.REVIEWER).login]
    for before in (1000, 650, 290):
        yield _before(world, before)
        planned = {
            "scope": "年度内部审核",
            "departments": DEPARTMENTS,
            "planned_on": world.on,
            "on": world.on,
            "by": by,
        }
        world.try_in_vain(
            plan_internal_audit, scope="年度内部审核", departments=DEPARTMENTS, auditors=[owner.login],
            planned_on=world.on, by=by,
        )  # fmt: skip
        number = plan_internal_audit(**planned, auditors=auditors).number
        hold_internal_audit(number, held_on=world.on, report="体系运行基本有效。", on=world.on, by=by)
        found = {
            "clause": "9.1.2",
            "department": "市场部",
            "statement": "两份申请评审缺日期。",
            "owner": owner.login,
        }
        raise_internal_finding(number, **found, due_on=world.on + timedelta(days=60), on=world.on, by=by)
        if before > 300:
            yield world.later(20)
            close_internal_finding(number, 1, correction="已补充并修订表单。", on=world.on, by=by)
    yield _before(world, 10)
    planned_on = world.today + timedelta(days=30)
    plan_internal_audit(
        scope="年度内部审核",
        departments=DEPARTMENTS,
        auditors=auditors,
        planned_on=planned_on,
        on=world.on,
        by=by,
    )


def reviewed(world: World) -> Story:
    """Top management reviews the system every year; the last review left something to do."""
    by = world.by(Role.DIRECTOR)
    inputs = {one.value: "已评审，见附件材料。" for one in ReviewInput}
    for before in (960, 610, 260):
        yield _before(world, before)
        outputs = [
            Output(
                "补充两名环境专业审核员",
                world.by(Role.COMPETENCE_EVALUATOR).login,
                world.on + timedelta(days=300),
            )
        ]
        told = {"held_on": world.on, "present": "管理层及各部门负责人", "on": world.on, "by": by}
        world.try_in_vain(
            hold_management_review, held_on=world.on, present="", inputs={}, outputs=outputs, by=by
        )
        number = hold_management_review(**told, inputs=inputs, outputs=outputs).number
        if before > 300:
            yield world.later(100)
            finish_review_action(number, 1, result="已引进两名。", on=world.on, by=by)


def _honest(world: World) -> Story:
    """Gifts are declared and settled; after each year the registers are confirmed, but for the last one's."""
    quality, integrity = world.by(Role.QUALITY), world.by(Role.INTEGRITY)
    gift = {"giver": "某获证组织", "what": "茶叶一盒", "value": Decimal(180)}
    yield _before(world, 500)
    number = declare_gift(
        "shenhe", **gift, received_on=world.on, on=world.on, by=world.by(Role.AUDITOR)
    ).number
    settle_gift(number, settlement=Settlement.RETURNED, evidence="快递单号存档", on=world.on, by=integrity)
    last = world.today.year - 1
    for year in range(world.first_day.year, last):
        ends = world.office_day(date(year + 1, 1, 10))
        if ends > world.on:
            yield ends
        for register, by in (
            (Register.PENALTIES, quality),
            (Register.INTEGRITY, quality),
            (Register.INTEGRITY, integrity),
        ):
            confirm_register(register, year, entries=entries_in(register, year), on=world.on, by=by)
    yield max(world.on, _before(world, 4))
    declare_gift("shao", **gift, received_on=world.on, on=world.on, by=integrity)


def _event(world: World) -> Story:
    """A flood some time ago: audits by remote means while it lasted."""
    by = world.by(Role.QUALITY)
    yield _before(world, 450)
    told = {"name": "区域洪涝", "notice": "机构应急通知", "scope": "受灾地区获证组织", "first_day": world.on}
    number = declare_event(**told, allowed=[Deviation.REMOTE, Deviation.POSTPONED], on=world.on, by=by).number
    yield world.later(45)
    end_event(number, last_day=world.on, on=world.on, by=by)
