"""Whom the body serves how: clients in two tiers, a sector it has made itself ready for, applications shared with a
laboratory, support in hard times."""

from collections.abc import Iterator
from datetime import timedelta

from mingzheng.office.clients.actions.open_sector import open_sector
from mingzheng.office.clients.actions.record_sector_step import record_sector_step
from mingzheng.office.clients.actions.set_tier import set_tier
from mingzheng.office.clients.actions.tag_client import tag_client
from mingzheng.office.clients.actions.untag_client import untag_client
from mingzheng.office.clients.models import Client
from mingzheng.office.fees.models import Relief
from mingzheng.office.governance.actions.enter_laboratory_order import enter_laboratory_order
from mingzheng.office.governance.actions.pass_on import pass_on
from mingzheng.office.governance.actions.share_application import share_application
from mingzheng.office.governance.actions.tag_support import tag_support
from mingzheng.office.governance.queries import intakes_to_take
from mingzheng.office.impartiality.models import RelatedBody
from mingzheng.office.people.actions.close_account import close_account
from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.schedule.actions.give_account import give_account
from mingzheng.rulebook.client_sectors import SectorStep
from mingzheng.rulebook.client_tiers import Tier
from mingzheng.rulebook.fees import Decided
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import Content, Direction
from mingzheng.rulebook.support import SupportKind

from .world import Story, World

LEAVER = "zhan"
STEPS = (
    (20, SectorStep.SURVEY, "走访五家企业，形成调研报告"),
    (60, SectorStep.TRAINING, "两名专职审核员完成专业培训"),
    (30, SectorStep.PREPARATION, "专业审核作业指导书定稿"),
)


def serving(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _tiers(world)
    yield _sector(world)
    yield _accounts(world)
    yield _shared(world)
    yield _supported(world)


def _tiers(world: World) -> Story:
    """Three clients are served as premium ones, and one of them no longer is."""
    market = world.by(Role.MARKET)
    yield world.office_day(world.today - timedelta(days=420))
    chosen = list(Client.objects.order_by("uscc").values_list("uscc", flat=True)[:3])
    for uscc in chosen:
        set_tier(uscc, Tier.PREMIUM, reason="多体系，连续保持认证", on=world.on, by=market)
    world.try_in_vain(set_tier, chosen[0], Tier.PREMIUM, reason="再次评价", by=market)
    yield world.office_day(world.today - timedelta(days=100))
    set_tier(chosen[2], Tier.STANDARD, reason="缩减认证范围", on=world.on, by=market)


def _sector(world: World) -> Story:
    """A sector is studied and prepared; of three clients tagged one turns out to be of another trade."""
    market = world.by(Role.MARKET)
    yield world.office_day(world.today - timedelta(days=400))
    named = {"name_zh": "智能制造装备", "name_en": "Smart manufacturing equipment"}
    world.try_in_vain(open_sector, **named, purpose=" ", by=market)
    told = {"on": world.on, "by": market}
    number = open_sector(**named, purpose="客户中装备企业增多，先培养专职审核员", **told).number
    for days, step, what in STEPS:
        yield world.later(days)
        record_sector_step(number, step=step, done_on=world.on, what=what, on=world.on, by=market)
    chosen = list(Client.objects.order_by("uscc").values_list("uscc", flat=True)[3:6])
    for uscc in chosen:
        tag_client(uscc, number, on=world.on, by=market)
    yield world.later(30)
    untag_client(chosen[2], number, on=world.on, by=market)


def _shared(world: World) -> Story:
    """Two applications are taken in with the related laboratory; for the second its order is still to come."""
    market = world.by(Role.MARKET)
    for before, order in ((330, "JC-0147"), (25, "")):
        yield world.office_day(world.today - timedelta(days=before))
        laboratory = RelatedBody.objects.values("uscc", "name").get()
        told = {
            "laboratory": laboratory["name"],
            "laboratory_uscc": laboratory["uscc"],
            "consent_by": "单位联系人",
            "consented_on": world.on,
        }
        application = intakes_to_take().values_list("number", flat=True)[0]
        world.try_in_vain(share_application, application, **told, by=market)  # nothing said of impartiality
        safeguard = "检测人员不参加审核，检测结果不作为认证结论的依据"
        number = share_application(application, **told, safeguard=safeguard, on=world.on, by=market).number
        if order:
            yield world.later(3)
            enter_laboratory_order(number, order=order, on=world.on, by=market)
            passed = {"content": Content.SCHEDULE, "what": "取样与现场审核日期", "recipient": "业务受理室"}
            pass_on(
                number,
                direction=Direction.TO_LABORATORY,
                **passed,
                passed_on=world.on,
                on=world.on,
                by=market,
            )


def _supported(world: World) -> Story:
    """The relief granted counts as support of its client; two others were helped in ways the record has no number for."""
    market = world.by(Role.MARKET)
    yield world.office_day(world.today - timedelta(days=140))
    granted = (
        Relief.objects.filter(state=Decided.GRANTED).select_related("contract__client").order_by("pk")[0]
    )
    let_off = {"occasion": "复工复产", "what": "停产期间减免费用", "proof": granted.number}
    chosen = list(Client.objects.order_by("uscc").values_list("uscc", flat=True)[:2])
    told = {"kind": SupportKind.FEE_RELIEF, **let_off}
    world.try_in_vain(
        tag_support, granted.contract.client.uscc, **{**told, "proof": "JM0000-0000"}, by=market
    )
    tag_support(granted.contract.client.uscc, **told, on=world.on, by=market)
    for uscc, kind, what in zip(
        chosen,
        (SupportKind.TRAINING, SupportKind.EXPEDITED),
        ("线上免费培训，主题为过程方法", "急需投标，当天受理、优先安排"),
        strict=True,
    ):
        given = {"kind": kind, "occasion": "复工复产", "what": what, "done_on": world.on}
        tag_support(uscc, **given, on=world.on, by=market)


def _accounts(world: World) -> Story:
    """Two clients have somebody of marketing who looks after them; who looked after a third has left."""
    market = world.by(Role.MARKET)
    yield world.office_day(world.today - timedelta(days=410))
    *kept, orphan = Client.objects.order_by("uscc").values_list("uscc", flat=True)[:3]
    for uscc in kept:
        give_account(uscc, owner=market.login, on=world.on, by=market)
        world.try_in_vain(give_account, uscc, owner=market.login, by=market)
    yield world.office_day(world.today - timedelta(days=70))
    hired = {"name_zh": "詹远行", "department": "市场部", "on": world.on}
    employ_person(LEAVER, **hired, by=world.by(Role.COMPETENCE_EVALUATOR))
    give_account(orphan, owner=LEAVER, on=world.on, by=market)
    yield world.office_day(world.today - timedelta(days=12))
    close_account(LEAVER, on=world.on, by=world.by(Role.ADMINISTRATOR))
