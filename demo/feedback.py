"""What others say about the body: surveys that come back, calls that are made, and cases in every state."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import Outsider
from mingzheng.office.schedule.queries import team_of
from mingzheng.office.voices.actions.acknowledge_case import acknowledge_case
from mingzheng.office.voices.actions.answer_case import answer_case
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.actions.assign_case import assign_case
from mingzheng.office.voices.actions.close_case import close_case
from mingzheng.office.voices.actions.decide_case import decide_case
from mingzheng.office.voices.actions.draw_call_backs import draw_call_backs
from mingzheng.office.voices.actions.investigate_case import investigate_case
from mingzheng.office.voices.actions.publish_limits import publish_limits
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.actions.record_call import record_call
from mingzheng.office.voices.frames import Stratum
from mingzheng.office.voices.models import CallBack, Draw, Survey
from mingzheng.rulebook.questionnaires import CallOutcome
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import CaseKind, Means, Outcome, Topic

from .world import SEED, Story, World

DRAWS = (400, 210, 25)  # days before the end on which call-backs are drawn
STEPS = ("received", "acknowledged", "assigned", "investigated", "decided", "answered", "closed")


@dataclass(frozen=True)
class Matter:
    """One case: so many days before the end it comes in, and how far it gets."""

    before: int
    kind: CaseKind
    topic: Topic
    text: str
    until: str = "closed"
    outcome: Outcome = Outcome.NOT_UPHELD
    named: str = ""
    decided: dict[str, Any] = field(default_factory=dict)


MATTERS = (
    Matter(420, CaseKind.COMPLAINT, Topic.AUDIT, "审核员下午提前离场，末次会议草草结束。", outcome=Outcome.PARTLY,
           named="某获证组织", decided={"corrective_action": "约谈审核组长，补充末次会议内容。"}),
    Matter(300, CaseKind.APPEAL, Topic.DECISION, "对缩小认证范围的决定不服，请求复核。", named="某获证组织"),
    Matter(260, CaseKind.COMPLAINT, Topic.SERVICE, "证书寄送地址写错，三周没有收到。", outcome=Outcome.UPHELD,
           named="某申请组织", decided={"corrective_action": "更正地址并补寄，寄送前由两人核对。"}),
    Matter(200, CaseKind.COMPLAINT, Topic.OTHER, "快递员态度不好。", until="not ours"),
    Matter(70, CaseKind.COMPLAINT, Topic.AUDIT, "审核员没有进车间就写了记录。", until="assigned"),
    Matter(40, CaseKind.COMPLAINT, Topic.CLIENT, "这家企业的产品没有经过检验就出厂。", until="decided",
           outcome=Outcome.UPHELD, decided={"corrective_action": "增加特殊审核核查检验过程。", "calls_for_visit": True}),
    Matter(30, CaseKind.COMPLAINT, Topic.SERVICE, "电话多次无人接听。", until="answered", outcome=Outcome.UPHELD,
           decided={"corrective_action": "增加一条值班电话。"}),
    Matter(20, CaseKind.APPEAL, Topic.DECISION, "对不予认证的决定不服。", until="investigated", named="某申请组织"),
    Matter(12, CaseKind.REPORT, Topic.INTEGRITY, "有人说审核员收了购物卡。", until="acknowledged"),
    Matter(2, CaseKind.COMPLAINT, Topic.AUDIT, "审核计划前一天才收到。", until="received"),
)  # fmt: skip


def feedback(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    chance = Random(SEED + 1)
    yield _limits(world)
    yield _surveys(world, chance)
    for before in DRAWS:
        yield _calls(world, world.today - timedelta(days=before), chance)
    for matter in MATTERS:
        yield _case(world, matter)


def _limits(world: World) -> Story:
    """The body promises thirty days at first, and more once it knows better."""
    by = world.by(Role.QUALITY)
    publish_limits(acknowledge=3, complaint=30, appeal=45, on=world.on, by=by)
    yield world.office_day(world.today - timedelta(days=365))
    publish_limits(acknowledge=5, complaint=60, appeal=60, on=world.on, by=by)


def _surveys(world: World, chance: Random) -> Story:
    """Three of four clients answer, most by the link, some on paper; most are satisfied."""
    asked = 0
    while True:
        yield world.later(14)
        waiting = Survey.objects.filter(pk__gt=asked).select_related("visit", "questionnaire").order_by("pk")
        for survey in waiting:
            asked = survey.pk
            if chance.random() < 0.75:
                marks = {q.code: chance.choices((2, 3, 4, 5), (1, 4, 35, 60))[0] for q in survey.questions}
                number, by = survey.visit.number, Outsider(survey.visit.number)
                paper = chance.random() < 0.2
                sent = {"on": world.on, "by": world.by(Role.QUALITY) if paper else by}
                answer_survey(number, marks, comment="审核很专业。" if marks["overall"] == 5 else "", **sent)


def _calls(world: World, drawn_on: date, chance: Random) -> Story:
    """Six clients are drawn and called one after the other; of the last draw two still wait."""
    yield world.office_day(drawn_on)
    period = {"first_day": world.on - timedelta(days=180), "last_day": world.on}
    by = world.by(Role.QUALITY)
    told = draw_call_backs(
        **period, strata=(Stratum.STANDARD,), count=6, seed=chance.randrange(10**9), on=world.on, by=by
    )
    is_last = drawn_on > world.today - timedelta(days=60)
    calls = list(Draw.objects.get(number=told.number).calls.order_by("pk"))
    for place, row in enumerate(calls[: 4 if is_last else 6]):
        yield world.later(1)
        call = CallBack.objects.select_related("draw", "visit", "questionnaire").get(pk=row.pk)
        replies = {question.code: question.expected for question in call.questions}
        if place == 1:
            record_call(call.key, outcome=CallOutcome.NOT_REACHED, replies={}, on=world.on, by=by)
            yield world.later(1)
        if place == 3:
            replies["full_time"] = "no"
        record_call(
            call.key,
            outcome=CallOutcome.COMPLETED,
            replies=replies,
            spoke_to="管理者代表",
            on=world.on,
            by=by,
        )
        if place == 3 and not is_last:
            text, more = "回访反映现场审核时间少于计划。", {"means": Means.CALL_BACK, "call": call.key}
            receive_case(CaseKind.COMPLAINT, topic=Topic.AUDIT, text=text, **more, on=world.on, by=by)


def _case(world: World, matter: Matter) -> Story:
    """Received, and step by step as far as it gets."""
    yield world.office_day(world.today - timedelta(days=matter.before))
    visit = (
        Visit.objects.filter(held_on__lt=world.on).select_related("client").order_by("-held_on", "pk").first()
    )
    assert visit, "there is no visit to complain about yet"
    reference = visit.number if matter.kind is CaseKind.APPEAL else ""
    told = {"topic": matter.topic, "text": matter.text, "name": matter.named, "reference": reference}
    number = receive_case(matter.kind, **told, on=world.on, by=Outsider()).number
    quality = world.by(Role.QUALITY)
    yield world.later(2)
    if matter.until == "not ours":
        acknowledge_case(number, ours=False, reason="与本机构认证活动无关。", on=world.on, by=quality)
        answer_case(number, on=world.on, by=quality)
        close_case(number, on=world.on, by=quality)
        return
    for wait, step in steps(world, matter, number, visit)[: STEPS.index(matter.until)]:
        yield world.later(wait)
        step()


def steps(world: World, matter: Matter, number: str, visit: Visit) -> list[tuple[int, Any]]:
    """What is done about a case once it was received, each after so many days."""
    quality, director = world.by(Role.QUALITY), world.by(Role.DIRECTOR)
    about = {"client": visit.client.uscc} if matter.topic is Topic.CLIENT else {"visit": visit.number}
    one_of_team = team_of(visit)[0].person
    decided = {
        "outcome": matter.outcome,
        "reasons": "经查阅签到、照片和记录，并与双方核实。",
        **matter.decided,
    }

    def assign() -> None:
        world.try_in_vain(assign_case, number, one_of_team.login, by=quality)
        assign_case(number, quality.login, on=world.on, by=director)

    return [
        (0, lambda: acknowledge_case(number, **about, on=world.on, by=quality)),
        (1, assign),
        (4, lambda: investigate_case(number, found="已调阅该次审核的全部记录。", on=world.on, by=quality)),
        (3, lambda: decide_case(number, **decided, on=world.on, by=director)),
        (2, lambda: answer_case(number, client_told=True, on=world.on, by=quality)),
        (20, lambda: close_case(number, followed_up="已落实，效果已验证。", on=world.on, by=quality)),
    ]
