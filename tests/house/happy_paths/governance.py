"""Stakeholders and demands, weights, objectives, memberships, honours, the chronicle, duties, pacts, commitments."""

from mingzheng.rulebook.indicators.meaning import Owner
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
from mingzheng.rulebook.shared_intake import Content, Direction
from mingzheng.rulebook.support import SupportKind
from tests import rows
from tests.office.contracts import cases
from tests.office.governance import test_governance as governance
from tests.office.governance import test_shared_intakes as intakes
from tests.office.governance import test_support as support
from tests.office.publicity.test_publicity import published
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

plainly("governance.enter_stakeholder", "general_office", Party.CLIENTS, zh="获证组织")
plainly(
    "governance.weigh_issue", "quality", "6.4.6", year=2026, stakeholders=4, body=4, reason="外出多"
)  # fmt: skip
plainly(
    "governance.set_objective", "director", "不受处罚", target="0 起", owner=Owner.QUALITY, due_on=governance.LATER
)  # fmt: skip
plainly(
    "governance.join_association", "market", "某协会", bond=Bond.ASSOCIATION, standing=Standing.MEMBER, since=DAY
)  # fmt: skip
plainly(
    "governance.enter_honour", "market", "先进单位", kind=HonourKind.HONOUR, given_by="某局", given_on=DAY
)  # fmt: skip
plainly("governance.propose_happening", "auditor", "新系统上线", happened_on=DAY)
plainly(
    "governance.enter_trade_event", "market", "交流会", organiser="协会", held_on=DAY, people=["market", "quality"]
)  # fmt: skip
plainly("governance.give_duty", "director", "受理申请", position=Role.MARKET)
plainly(
    "governance.sign_pact", "market", "公约", kind=PactKind.INTEGRITY, parties="某协会", signed_on=DAY
)  # fmt: skip

ON_ONE = {  # action: who does it, to what, with what
    "end_stakeholder": ("general_office", governance.listed, {"reason": "解散"}),
    "contact_stakeholder": ("union", governance.listed, {"channel": Channel.CALL, "held_on": DAY, "text": "回访"}),
    "raise_demand": ("market", governance.listed, {"zh": "及时出证"}),
    "answer_demand": ("director", governance.raised, {"answer_zh": "缩短周期"}),
    "tell_result": ("quality", governance.aimed, {"result": Result.MISSED, "told_zh": "有一起"}),
    "renew_membership": ("market", governance.joined, {"until": DAY.replace(year=2029), "standing": Standing.CHAIR}),
    "leave_association": ("market", governance.joined, {"reason": "调整"}),
    "enter_allies": ("market", governance.joined, {"names": ["甲", "乙"], "since": DAY}),
    "let_ally_go": ("market", governance.allied, {"left_on": DAY}),
    "take_happening": ("general_office", governance.proposed, {"of_year": True}),
    "leave_happening": ("general_office", governance.proposed, {"reason": "重复"}),
    "join_trade_event": ("auditor", governance.attended, {"people": ["auditor"]}),
    "pass_duty": ("director", governance.given, {"position": Role.QUALITY}),
    "end_duty": ("director", governance.given, {"reason": "合并"}),
    "check_pact": ("integrity", governance.signed, {"keeps": True, "text": "遵守"}),
    "end_pact": ("market", governance.signed, {"reason": "期满"}),
    "share_application": (
        "technical",
        lambda _: cases.submitted().number,
        {"laboratory": "示例检测中心", "laboratory_uscc": intakes.LABORATORY, **intakes.CONSENT},
    ),
    "enter_laboratory_order": ("market", intakes.shared, {"order": "JC-0001"}),
    "pass_on": (
        "market",
        intakes.shared,
        {"direction": Direction.FROM_LABORATORY, "content": Content.TEST_REPORT, "what": "报告", "recipient": "王", "passed_on": DAY},
    ),
    "end_consent": ("technical", intakes.shared, {"reason": "来函"}),
    "tag_support": (
        "market",
        lambda _: rows.client().uscc,
        {**support.WORK, "kind": SupportKind.EXPEDITED, "done_on": DAY},
    ),
    "take_support_back": ("programme_manager", support.supported, {"reason": "登记错误"}),
}  # fmt: skip


def _enter(name: str) -> None:
    role, scene, more = ON_ONE[name]

    @happy(f"governance.{name}")
    def _(cast: Cast) -> Call:
        return call(f"governance.{name}", scene(cast), **more, by=cast[role])


for one in ON_ONE:
    _enter(one)


@happy("governance.carry_weights")
def _(cast: Cast) -> Call:
    governance.weighed(cast, year=2025)
    return call("governance.carry_weights", 2026, by=cast["quality"])


@happy("governance.look_at_commitment")
def _(cast: Cast) -> Call:
    told = {"kept": Kept.KEPT, "zh": "按时", "evidence": "统计"}
    return call(
        "governance.look_at_commitment", published(medium="commitment").number, **told, by=cast["quality"]
    )
