"""Whom the body answers to in these years, as the report's first appendix has it; its aims, honours and chronicle of the year."""

from collections.abc import Iterator
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.governance.actions.answer_demand import answer_demand
from mingzheng.office.governance.actions.contact_stakeholder import contact_stakeholder
from mingzheng.office.governance.actions.enter_honour import enter_honour
from mingzheng.office.governance.actions.enter_stakeholder import enter_stakeholder
from mingzheng.office.governance.actions.join_association import join_association
from mingzheng.office.governance.actions.propose_happening import propose_happening
from mingzheng.office.governance.actions.raise_demand import raise_demand
from mingzheng.office.governance.actions.set_objective import set_objective
from mingzheng.office.governance.actions.take_happening import take_happening
from mingzheng.office.governance.actions.tell_result import tell_result
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.responsibility import Bond, Channel, HonourKind, Party, Result, Standing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..answering import commitment, duties, pact, weights
from ..scans import scan
from ..world import Story, World
from .cohorts import YEAR

HEARD = (  # party, name, and each demand: what is required, what is hoped for, what is done about it; in both languages
    (Party.INVESTORS, ("投资方", "The investors"), (
        (("业务稳定", "Steady business"), ("业绩连续增长", "Growth every year"), ("年度业绩指标不断提升", "Higher aims every year")),
        (("内控完善", "Good internal control"), ("无投诉及行政处罚", "No complaint, no penalty"),
         ("将质量风控纳入目标管理", "Risk control is among the aims")),
        (("定期汇报", "Regular reports"), ("及时汇报", "Reports in time"), ("定期召开汇报会", "Meetings to report at"))),
    ),
    (Party.CLIENTS, ("顾客", "The clients"), (
        (("价格合理", "Fair prices"), ("价廉物美", "Value for money"), ("制定合适的价格体系", "A schedule of prices")),
        (("服务流程顺畅", "Smooth service"), ("服务高效便捷", "Quick and easy"), ("提供多体系结合审核", "Several systems in one visit")),
        (("实际品质与宣传相符", "As promised"), ("实际品质优于宣传", "Better than promised"),
         ("提供培训等增值服务", "Training beside certification")),
        (("信息保密", "Confidentiality"), ("", ""), ("签订保密承诺书", "Undertakings signed by everybody"))),
    ),
    (Party.STAFF, ("员工", "The staff"), (
        (("合理的薪酬制定", "Fair pay"), ("较优越的薪酬制度", "Good pay"), ("制定合适的薪酬制度", "A scheme of pay")),
        (("舒适的工作环境、畅通的沟通平台", "Good offices, an open ear"), ("广阔的发展空间", "Room to grow"),
         ("制定人员晋升制度", "Rules of promotion")),
        (("提供培训机会", "Training"), ("能力培养提升计划", "A plan for everybody"),
         ("制定年度培训发展计划及审核员能力发展计划", "Yearly plans of training and competence"))),
    ),
    (Party.GOVERNMENT, ("政府", "The authorities"), (
        (("积极配合政府工作", "Cooperation"), ("发挥示范作用", "Set an example"), ("通过认证服务标准化示范", "A pilot of service standards")),
        (("遵守相关法律法规", "Keep the law"), ("遵纪守法", "Be beyond reproach"),
         ("加强内控，年内未受行政处罚", "Internal control; no penalty in the year"))),
    ),
    (Party.COMMUNITY, ("社区", "The community"), (
        (("环境达标排放", "Emissions within limits"), ("节能减排", "Save energy"),
         ("节能减排，并通过审核对获证组织施加影响", "Save energy, and speak of it at audits")),
        (("公益事业", "Good causes"), ("积极参与社会公益", "Take part"), ("开展一日捐、福利院献爱心等活动", "A day's giving, gifts to a home"))),
    ),
    (Party.ASSOCIATIONS, ("协会", "The associations"), (
        (("参加各项活动", "Take part"), ("发挥示范作用", "Set an example"), ("积极参加协会活动", "At every event")),
        (("行业自律", "Self-discipline"), ("发挥示范作用", "Set an example"), ("遵守相关自律要求", "The pact is kept"))),
    ),
)  # fmt: skip
SPOKEN = (4, 16)  # of April, with every one of them
AIMS = (
    (("不受行政处罚", "No administrative penalty"), "处罚 0 起", Owner.QUALITY, Result.MET, "年内未受行政处罚"),
    (("审核员专题研讨每季度一次", "A seminar every quarter"), "4 次", Owner.AUDIT, Result.MET, "四个季度均已举办"),
)  # fmt: skip
AIMS_OF_THE_YEAR = (
    (("服务认证证书零的突破", "First certificates of a service"), "≥ 1 张", Owner.TECHNICAL, Result.MET, "7 月起已颁发"),
    (("自愿性产品认证规则换版", "A new rule for products"), "备案", Owner.TECHNICAL, Result.MET, "新版规则已备案"),
    (("监督审核按期实施", "Surveillance in its window"), "100 %", Owner.PROGRAMME, Result.PARTLY, "受疫情影响，部分延期"),
    (("业务收入增长", "Growth of income"), "≥ 1100 万元", Owner.MARKET, Result.MISSED, "1056 万元，受疫情影响"),
)  # fmt: skip
CHECKED, LOOKED_AT = (790, 400, 45), (420, 55)  # days before the last: the pact, the commitment
HONOURS = (
    (date(2018, 11, 12), "服务标准化示范试点", "Pilot of service standards", HonourKind.PILOT),
    (date(YEAR, 11, 23), "服务标准化示范项目验收合格", "The pilot passed", HonourKind.HONOUR),
)
EVENTS = (
    (date(YEAR, 2, 24), ("抗击疫情爱心捐款", "Gifts in the epidemic")),
    (date(YEAR, 4, 7), ("全面复工复产", "Back at work")),
    (date(YEAR, 9, 14), ("工会换届选举", "The union elected anew")),
    (date(YEAR, 10, 12), ("认证审核良好案例评选揭晓", "The good cases of the year")),
    (date(YEAR, 11, 2), ("新业务系统试运行", "The new business system on trial")),
)
FIRST_OF_A_SERVICE = ("发出第一张服务认证证书", "The first certificate of a service")


def answering(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _heard(world)
    yield weights(world)
    for year in range(2018, YEAR + 1):
        yield _aims(world, year)
    yield _joined(world)
    for day, zh, en, kind in HONOURS:
        yield _honoured(world, day, zh, en, kind)
    for day, words in EVENTS:
        yield _happened(world, day, words)
    yield _first_of_a_service(world)
    yield duties(world)
    yield pact(world, CHECKED)
    yield commitment(world, LOOKED_AT)


def _heard(world: World) -> Story:
    """Every demand is answered; every spring each is spoken with, in the epidemic in writing."""
    office, quality, numbers = world.by(Role.GENERAL_OFFICE), world.by(Role.QUALITY), []
    yield world.later(30)
    for party, (zh, en), demands in HEARD:
        number = enter_stakeholder(party, zh=zh, en=en, on=world.on, by=office).number
        numbers.append(number)
        for wants, hopes, answer in demands:
            demand = {"zh": wants[0], "en": wants[1], "expects_zh": hopes[0], "expects_en": hopes[1]}
            raised = raise_demand(number, **demand, on=world.on, by=quality).number
            answer_demand(raised, answer_zh=answer[0], answer_en=answer[1], on=world.on, by=quality)
    for year in range(world.on.year, YEAR + 1):
        yield world.office_day(date(year, *SPOKEN))
        channel = Channel.WRITING if year == YEAR else Channel.MEETING
        told = {"channel": channel, "held_on": world.on, "text": "通报上年度报告，听取意见。"}
        for number in numbers:
            contact_stakeholder(number, **told, on=world.on, by=office)


def _aims(world: World, year: int) -> Story:
    """Set in January, with what came of each in December."""
    director = world.by(Role.DIRECTOR)
    yield world.office_day(date(year, 1, 22))
    aims = (*AIMS, *AIMS_OF_THE_YEAR) if year == YEAR else AIMS
    told = {"due_on": date(year, 12, 18), "on": world.on, "by": director}
    numbers = [
        set_objective(zh, en=en, target=target, owner=owner, **told).number
        for (zh, en), target, owner, *_ in aims
    ]
    yield world.office_day(date(year, 12, 18))
    for number, (*_, result, said) in zip(numbers, aims, strict=True):
        tell_result(number, result=result, told_zh=said, evidence="年度统计表", on=world.on, by=director)


def _joined(world: World) -> Story:
    """The trade association; the alliance is told of with its members."""
    yield world.later(15)
    join_association(
        "某认证认可协会", en="A certification association", bond=Bond.ASSOCIATION, standing=Standing.MEMBER,
        since=world.on, on=world.on, by=world.by(Role.GENERAL_OFFICE),
    )  # fmt: skip


def _honoured(world: World, day: date, zh: str, en: str, kind: HonourKind) -> Story:
    yield world.office_day(day)
    by = world.by(Role.GENERAL_OFFICE)
    told = {"en": en, "kind": kind, "given_by": "某市场监督管理局", "given_on": world.on}
    number = enter_honour(zh, **told, on=world.on, by=by).number
    paper = scan("Certificate")
    file_paper(f"honour:{number}", kind="evidence", name="证书.pdf", content=paper, on=world.on, by=by)


def _happened(world: World, day: date, words: tuple[str, str], milestone: bool = False) -> Story:
    """Proposed and taken into the chronicle the working day after."""
    yield world.office_day(day)
    zh, en = words
    told = {"en": en, "happened_on": day, "milestone": milestone, "on": world.on}
    number = propose_happening(zh, **told, by=world.by(Role.TECHNICAL)).number
    yield world.later(1)
    by = world.by(Role.GENERAL_OFFICE)
    take_happening(number, milestone=milestone, of_year=True, on=world.on, by=by)


def _first_of_a_service(world: World) -> Story:
    """Told of when it was really issued."""
    yield world.office_day(date(YEAR, 8, 3))
    first = Certificate.objects.filter(certification__standard=Standard.SERVICE).order_by("issued_on")[0]
    yield from _happened(world, first.issued_on, FIRST_OF_A_SERVICE, milestone=True)
