"""Whom the body answers to: stakeholders and demands, weights, objectives, memberships, honours, the chronicle, duties, pacts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.governance.actions.answer_demand import answer_demand
from mingzheng.office.governance.actions.carry_weights import carry_weights
from mingzheng.office.governance.actions.check_pact import check_pact
from mingzheng.office.governance.actions.contact_stakeholder import contact_stakeholder
from mingzheng.office.governance.actions.enter_allies import enter_allies
from mingzheng.office.governance.actions.enter_honour import enter_honour
from mingzheng.office.governance.actions.enter_stakeholder import enter_stakeholder
from mingzheng.office.governance.actions.enter_trade_event import enter_trade_event
from mingzheng.office.governance.actions.give_duty import give_duty
from mingzheng.office.governance.actions.join_association import join_association
from mingzheng.office.governance.actions.join_trade_event import join_trade_event
from mingzheng.office.governance.actions.leave_happening import leave_happening
from mingzheng.office.governance.actions.let_ally_go import let_ally_go
from mingzheng.office.governance.actions.look_at_commitment import look_at_commitment
from mingzheng.office.governance.actions.pass_duty import pass_duty
from mingzheng.office.governance.actions.propose_happening import propose_happening
from mingzheng.office.governance.actions.raise_demand import raise_demand
from mingzheng.office.governance.actions.renew_membership import renew_membership
from mingzheng.office.governance.actions.set_objective import set_objective
from mingzheng.office.governance.actions.sign_pact import sign_pact
from mingzheng.office.governance.actions.take_happening import take_happening
from mingzheng.office.governance.actions.tell_result import tell_result
from mingzheng.office.governance.actions.weigh_issue import weigh_issue
from mingzheng.office.governance.models import Ally
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.publicity.actions.approve_item import approve_item
from mingzheng.office.publicity.actions.propose_item import propose_item
from mingzheng.rulebook.governance import Interest, Panel
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.proofreading.issues import ISSUES
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.responsibility import (
    Bond,
    Channel,
    HonourKind,
    Kept,
    PactKind,
    Party,
    Result,
    Standing,
)
from mingzheng.rulebook.roles import Role

from .governing import approver
from .scans import scan
from .world import Story, World

HEARD = (  # whose, name, what is required, what is hoped for, what is done; in both languages
    (Party.INVESTORS, ("上级单位", "The parent body"), ("业务稳定", "Steady business"), ("业绩增长", "Growth"),
     ("年度指标按季汇报", "The year's figures reported every quarter")),
    (Party.CLIENTS, ("获证组织", "Certified clients"), ("流程顺畅", "Smooth service"), ("高效便捷", "Quick and easy"),
     ("多体系结合审核，一次进厂", "Several systems in one visit")),
    (Party.STAFF, ("全体员工", "The staff"), ("合理的晋升机制", "Fair promotion"), ("广阔的发展空间", "Room to grow"),
     ("制订能力发展计划，公开见证机会", "Plans for everybody's competence, witnessing open to all")),
    (Party.GOVERNMENT, ("市场监管部门", "The market regulator"), ("遵守法律法规", "Keep the law"), ("发挥示范作用", "Set an example"),
     ("内部控制，按期上报", "Internal control, reports in time")),
    (Party.COMMUNITY, ("所在街道", "The neighbourhood"), ("节能减排", "Save energy"), ("参与公益", "Help out"), ("", "")),
    (Party.ASSOCIATIONS, ("行业协会", "The trade association"), ("行业自律", "Self-discipline"), ("", ""),
     ("签署并每年自查自律公约", "The pact signed and checked every year")),
)  # fmt: skip
HEAVY = {"6.2.3": (4, 5), "6.4.6": (4, 4), "6.4.7": (4, 5), "6.5.5": (3, 3), "6.6.3": (5, 5), "6.6.4": (3, 2),
         "6.7.3": (5, 5), "6.7.6": (5, 4), "6.7.7": (5, 5), "6.8.3": (3, 2), "6.8.5": (3, 3)}  # fmt: skip
AIMS = (
    (("不受行政处罚", "No administrative penalty"), "处罚 0 起", Owner.QUALITY, Result.MET),
    (("证书决定及时率", "Decisions in time"), "≥ 98 %", Owner.AUDIT, Result.PARTLY),
    (("人均培训学时", "Training per head"), "≥ 24 学时", Owner.GENERAL, Result.MISSED),
)
DUTIES = (
    (("申请评审", "Review of applications"), Role.MARKET, (Role.TECHNICAL, Role.PROGRAMME_MANAGER)),
    (("审核方案和派组", "Programmes and teams"), Role.PROGRAMME_MANAGER, (Role.COMPETENCE_EVALUATOR,)),
    (("认证决定", "Certification decisions"), Role.DECISION_MAKER, (Role.REVIEWER,)),
    (("证书状态和上报", "Status of certificates and reports"), Role.CERTIFICATE_CLERK, (Role.QUALITY,)),
    (("申投诉处理", "Complaints and appeals"), Role.QUALITY, (Role.DIRECTOR,)),
    (("廉洁监督", "Integrity"), Role.INTEGRITY, ()),
)
EVENTS = (
    (1300, ("机构成立二十五周年", "The body is twenty-five years old"), True),
    (500, ("发出首张服务认证证书", "The first certificate of a service"), True),
    (300, ("业务系统上线", "The new business system went live"), False),
    (120, ("承办行业研讨会", "Host of a seminar of the trade"), False),
)


def answering(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _stakeholders(world)
    yield weights(world)
    yield _objectives(world)
    yield _bonds(world)
    yield _honours(world)
    yield _trade(world)
    yield _chronicle(world)
    yield duties(world)
    yield pact(world)
    yield commitment(world)
    yield _board(world)


def _before(world: World, days: int) -> date:
    return world.office_day(world.today - timedelta(days=days))


def _stakeholders(world: World) -> Story:
    """Six of them; every spring each is spoken with, but this year not the last; one demand is not answered yet."""
    office, quality, numbers = world.by(Role.GENERAL_OFFICE), world.by(Role.QUALITY), []
    yield world.later(30)
    for party, (zh, en), wants, hopes, answer in HEARD:
        number = enter_stakeholder(party, zh=zh, en=en, on=world.on, by=office).number
        numbers.append(number)
        if answer[0]:
            demand = {"zh": wants[0], "en": wants[1], "expects_zh": hopes[0], "expects_en": hopes[1]}
            raised = raise_demand(number, **demand, on=world.on, by=quality).number
            world.try_in_vain(answer_demand, raised, answer_zh="", by=quality)
            answer_demand(raised, answer_zh=answer[0], answer_en=answer[1], on=world.on, by=quality)
    for year in range(world.on.year + 1, world.today.year + 1):
        spring = world.office_day(date(year, 4, 10))
        if spring > world.today:
            break
        yield max(spring, world.on)
        for number in numbers[: -1 if year == world.today.year else None]:
            told = {
                "channel": Channel.MEETING,
                "held_on": world.on,
                "text": "座谈，通报上年度报告，听取意见。",
            }
            contact_stakeholder(number, **told, on=world.on, by=office)
    yield max(world.on, _before(world, 9))
    raise_demand(numbers[4], zh="节能减排", en="Save energy", on=world.on, by=office)


def weights(world: World) -> Story:
    """The issues weighed once, taken over every year and changed where they differ."""
    by = world.by(Role.QUALITY)
    yield world.later(60)
    first = world.on.year
    for one in ISSUES:
        stakeholders, body = HEAVY.get(one.iso, (2, 2))
        told = {"stakeholders": stakeholders, "body": body, "reason": "问卷和管理层评分"}
        weigh_issue(one.iso, year=first, **told, on=world.on, by=by)
    for year in range(first + 1, world.today.year + 1):
        yield world.office_day(date(year, 1, 20))
        carry_weights(year, on=world.on, by=by)
        world.try_in_vain(carry_weights, year, by=by)
        told = {"stakeholders": 4, "body": 4, "reason": "能耗数据纳入年度目标"}
        weigh_issue("6.5.5", year=year, **told, on=world.on, by=by)


def _objectives(world: World) -> Story:
    """Three every year, with their results; of this year one is due and has none."""
    director = world.by(Role.DIRECTOR)
    for year in range(world.first_day.year, world.today.year + 1):
        this_year = year == world.today.year
        yield max(world.on, world.office_day(date(year, 1, 25)))
        due = world.office_day(world.today - timedelta(days=3)) if this_year else date(year, 12, 20)
        if due < world.on:
            continue
        numbers = [
            set_objective(zh, en=en, target=target, owner=owner, due_on=due, on=world.on, by=director).number
            for (zh, en), target, owner, _ in AIMS
        ]
        if due > world.on:
            yield due
        world.try_in_vain(tell_result, numbers[0], result=Result.MET, told_zh="无处罚", by=director)
        for number, (*_, result) in zip(numbers[: -1 if this_year else None], AIMS, strict=False):
            told = {
                "told_zh": "见年度统计",
                "told_en": "See the figures of the year",
                "evidence": "年度统计表",
            }
            tell_result(number, result=result, **told, on=world.on, by=director)


def _bonds(world: World) -> Story:
    """An association for good, an alliance with its members renewed every other year and about to run out."""
    by = world.by(Role.GENERAL_OFFICE)
    yield world.later(15)
    joining = {"since": world.on, "on": world.on, "by": by}
    join_association(
        "某认证认可协会",
        en="A certification association",
        bond=Bond.ASSOCIATION,
        standing=Standing.MEMBER,
        **joining,
    )
    told = {"bond": Bond.ALLIANCE, "standing": Standing.VICE_CHAIR, "until": world.on + timedelta(days=700)}
    number = join_association("某区质量服务联盟", en="A quality service alliance", **told, **joining).number
    names = [f"示例联盟成员{place:02d}" for place in range(1, 13)]
    enter_allies(number, names=names, since=world.on, on=world.on, by=by)
    world.try_in_vain(enter_allies, number, names=names[:1], since=world.on, by=by)
    yield world.later(690)
    ends = world.today + timedelta(days=40)
    renew_membership(number, until=ends, standing=Standing.VICE_CHAIR, on=world.on, by=by)
    let_ally_go(Ally.objects.order_by("pk")[3].number, left_on=world.on, on=world.on, by=by)


def _honours(world: World) -> Story:
    """One with its certificate, one whose certificate is not filed yet."""
    by = world.by(Role.GENERAL_OFFICE)
    for before, zh, en, kind in (
        (420, "服务标准化试点", "Pilot of service standards", HonourKind.PILOT),
        (20, "质量服务先进单位", "Exemplary quality service", HonourKind.HONOUR),
    ):
        yield _before(world, before)
        told = {"en": en, "kind": kind, "given_by": "某市场监督管理局", "given_on": world.on}
        number = enter_honour(zh, **told, on=world.on, by=by).number
        if before > 100:
            paper = scan("Certificate")
            file_paper(
                f"honour:{number}", kind="evidence", name="证书.pdf", content=paper, on=world.on, by=by
            )


def _trade(world: World) -> Story:
    """Two people at one conference: it counts once."""
    market = world.by(Role.MARKET)
    yield _before(world, 60)
    told = {"en": "Yearly conference of the association", "organiser": "某认证认可协会", "held_on": world.on}
    number = enter_trade_event("协会年会", **told, people=[market.login], on=world.on, by=market).number
    world.try_in_vain(enter_trade_event, "协会年会", **told, people=[market.login], by=market)
    technical = world.by(Role.TECHNICAL)
    join_trade_event(number, people=[technical.login], on=world.on, by=technical)


def _chronicle(world: World) -> Story:
    """What departments propose; one is left out, one waits."""
    market, office = world.by(Role.MARKET), world.by(Role.GENERAL_OFFICE)
    for before, (zh, en), milestone in EVENTS:
        yield _before(world, before)
        told = {"en": en, "happened_on": world.on, "milestone": milestone}
        number = propose_happening(zh, **told, on=world.on, by=market).number
        take_happening(number, milestone=milestone, of_year=True, on=world.on, by=office)
        world.try_in_vain(take_happening, number, of_year=True, by=office)
    yield _before(world, 30)
    number = propose_happening("部门聚餐", happened_on=world.on, on=world.on, by=market).number
    leave_happening(number, reason="不属于机构大事", on=world.on, by=office)
    yield _before(world, 5)
    propose_happening(
        "与某高校签约共建",
        en="A university as partner",
        happened_on=world.on,
        on=world.on,
        by=world.by(Role.TECHNICAL),
    )


def duties(world: World) -> Story:
    """One position for each; one was passed on."""
    by = world.by(Role.DIRECTOR)
    yield world.later(20)
    for (zh, en), position, supporting in DUTIES:
        number = give_duty(zh, en=en, position=position, supporting=supporting, on=world.on, by=by).number
        world.try_in_vain(give_duty, zh, position=Role.QUALITY, by=by)
    yield world.later(400)
    pass_duty(number, position=Role.INTEGRITY, supporting=[Role.QUALITY], on=world.on, by=by)


def pact(world: World, checked: Sequence[int] = (790, 400)) -> Story:
    """Signed, and checked so many days before the last: once a year, and due again."""
    by = world.by(Role.MARKET)
    yield _before(world, 1150)
    told = {"en": "Pact of the trade", "kind": PactKind.SELF_DISCIPLINE, "parties": "某认证认可协会"}
    number = sign_pact("认证行业自律公约", **told, signed_on=world.on, on=world.on, by=by).number
    for before in checked:
        yield _before(world, before)
        world.try_in_vain(check_pact, number, keeps=True, text="", by=by)
        check_pact(number, keeps=True, text="抽查报价记录，未发现低于底价未经批准的。", on=world.on, by=by)


def commitment(world: World, looked_at: Sequence[int] = (420,)) -> Story:
    """A public commitment, looked at so many days before the last: after a year, and due again."""
    yield _before(world, 800)
    market, head = world.by(Role.MARKET), approver(world)
    words = {
        "title_zh": "投诉及时答复承诺", "title_en": "Complaints answered in time",
        "text_zh": "收到投诉后按公布的期限答复。", "text_en": "Complaints are answered within the limits we publish.",
    }  # fmt: skip
    item = propose_item(Medium.COMMITMENT, **words, department=head.department, on=world.on, by=market)
    approve_item(item.number, on=world.on, by=head)
    approve_item(item.number, on=world.on, by=world.by(Role.DIRECTOR))
    by = world.by(Role.QUALITY)
    told = {
        "kept": Kept.KEPT,
        "zh": "全年投诉均在期限内答复。",
        "en": "Every complaint was answered in time.",
    }
    for before in looked_at:
        yield _before(world, before)
        world.try_in_vain(look_at_commitment, item.number, **told, evidence="", by=by)
        look_at_commitment(item.number, **told, evidence="申投诉登记", on=world.on, by=by)


def _board(world: World) -> Story:
    """The board is seated for a term that is about to end."""
    yield _before(world, 1060)
    term = {
        "since": world.on,
        "until": world.today + timedelta(days=35),
        "on": world.on,
        "by": world.by(Role.QUALITY),
    }
    for name, interest in (("尚理明", Interest.BODY), ("裘正宇", Interest.SCIENCE)):
        seat_member(Panel.BOARD, name=name, organisation="某单位", interest=interest, **term)
