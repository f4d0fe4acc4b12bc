"""From the signed contract through the certificate's life: cycle after cycle, and what may happen to it."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.actions.transfer_certificate import transfer_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.certificates.queries import facts_of, open_decisions
from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.decisions.actions.decide_status import decide_status
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.programmes.actions.add_special_visit import add_special_visit
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.reason_codes import ReplaceReason, SuspendReason, WithdrawReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from . import taking_over
from .applying import applying
from .case import Case, Halted
from .visiting import decided, reviewed, visited
from .world import Story

SURVEILLED_BEFORE, RECERTIFIED_BEFORE = 60, 75  # days between the visit and the last day of its window
WIDER = {"scope_zh": "及相关技术服务", "scope_en": " and related technical services"}


def life(case: Case) -> Story:
    """Everything that happens to one organisation."""
    try:
        yield case.begins
        yield from applying(case)
        yield from taking_over.certified(case) if case.fate.turn == taking_over.TURN else _certified(case)
        yield from _kept(case)
    except Halted:
        return


def _certified(case: Case) -> Story:
    """The programme, both stages, the decision, the certificates."""
    world = case.world
    yield world.later(2)
    world.try_in_vain(open_programme, case.contract, by=world.by(Role.AUDITOR))
    open_programme(case.contract, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    case.reached("opened")
    stage1, stage2 = (
        Visit.objects.get(contract__number=case.contract, kind=kind).number
        for kind in (VisitKind.STAGE1, VisitKind.STAGE2)
    )
    yield from visited(case, stage1, world.on + timedelta(days=20))
    yield from visited(case, stage2, world.on + timedelta(days=20))
    yield from reviewed(case, stage2)
    yield from decided(case, stage2, DecisionAct.GRANT)
    yield world.later(2)
    _execute(case, DecisionAct.GRANT, issue_certificate)
    yield world.later(1)


def _execute(case: Case, act: DecisionAct, do: Callable[..., object]) -> None:
    """Turn the decisions that wait into certificates; no decision serves twice."""
    world, by = case.world, case.world.by(Role.CERTIFICATE_CLERK)
    waiting = open_decisions(act).filter(certification__client__uscc=case.organisation.uscc)
    for number in waiting.order_by("pk").values_list("number", flat=True):
        do(number, on=world.on, by=by)
        world.try_in_vain(do, number, by=by)


def _kept(case: Case) -> Story:
    """Visit after visit, until the certification ends or the last day comes."""
    while visit := _next_visit(case):
        case.visits += 1
        if case.is_at and case.fate.turn in INSTEAD:
            yield from INSTEAD[case.fate.turn](case, visit)
        else:
            yield from _maintained(case, visit)
        if case.is_at and case.fate.turn in AFTERWARDS:
            yield from AFTERWARDS[case.fate.turn](case)


def _next_visit(case: Case) -> Visit | None:
    """The surveillance or recertification that comes next."""
    to_come = Visit.objects.filter(client__uscc=case.organisation.uscc, begun_on=None, dropped_on=None)
    return to_come.exclude(latest=None).exclude(kind=VisitKind.SPECIAL).order_by("latest").first()


def _maintained(case: Case, visit: Visit) -> Story:
    """A visit in time, and what follows from it."""
    assert visit.earliest and visit.latest
    is_renewal = visit.kind == VisitKind.RECERTIFICATION
    wanted = visit.latest - timedelta(days=RECERTIFIED_BEFORE if is_renewal else SURVEILLED_BEFORE)
    if is_renewal and case.fate.turn == "early":
        wanted = visit.earliest + timedelta(days=4)
    if not is_renewal and case.visits == 1:
        _appoint_too_early(case, visit)
    yield from visited(case, visit.number, max(wanted, visit.earliest))
    yield from reviewed(case, visit.number)
    yield from _concluded(case, visit)


def _appoint_too_early(case: Case, visit: Visit) -> None:
    soon = case.world.later(5)
    by = case.world.by(Role.PROGRAMME_MANAGER)
    case.world.try_in_vain(appoint_visit, visit.number, starts_on=soon, ends_on=soon, by=by)


def _concluded(case: Case, visit: Visit) -> Story:
    """Maintained, or renewed with new certificates."""
    is_renewal = visit.kind == VisitKind.RECERTIFICATION
    yield from decided(case, visit.number, DecisionAct.RENEW if is_renewal else DecisionAct.MAINTAIN)
    yield case.world.later(2)
    if is_renewal:
        _execute(case, DecisionAct.RENEW, renew_certificate)
        yield case.world.later(1)


# --- instead of the visit ---------------------------------------------------------------------------------------------
def _slow(case: Case, visit: Visit) -> Story:
    """Nobody does anything about it."""
    raise Halted("slow")
    yield


def _suspended(case: Case, visit: Visit) -> Story:
    """The surveillance did not take place in time."""
    world = case.world
    assert visit.latest
    yield world.office_day(visit.latest + timedelta(days=20))
    by = world.by(Role.CERTIFICATE_CLERK)
    for standard in case.standards:
        world.try_in_vain(suspend_certificate, _living(case, standard), by=by)
        _decide(case, standard, DecisionAct.SUSPEND, "未按期接受监督审核。", SuspendReason.CONTRACT_NOT_KEPT)
    case.reached("suspension-decided")
    yield world.later(2)
    for standard in case.standards:
        suspend_certificate(_living(case, standard), on=world.on, by=by)


def _stays_suspended(case: Case, visit: Visit) -> Story:
    yield from _suspended(case, visit)
    raise Halted("suspended")


def _withdrawn(case: Case, visit: Visit) -> Story:
    """Suspended, and the time to put it right ran out."""
    yield from _suspended(case, visit)
    until = Certificate.objects.get(number=_living(case, case.standards[0])).suspended_until
    assert until
    yield case.world.office_day(until + timedelta(days=8))
    yield from _lose(case, "暂停期满未恢复。", WithdrawReason.SUSPENSION_RAN_OUT)


def _restored(case: Case, visit: Visit) -> Story:
    """Suspended, audited late, restored."""
    world = case.world
    yield from _suspended(case, visit)
    yield from visited(case, visit.number, world.on + timedelta(days=35))
    yield from reviewed(case, visit.number)
    yield from decided(case, visit.number, DecisionAct.MAINTAIN)
    yield world.later(1)
    for standard in case.standards:
        _decide(case, standard, DecisionAct.RESTORE, "已补充监督审核，结论合格。")
    yield world.later(1)
    for standard in case.standards:
        restore_certificate(_living(case, standard), on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def _late(case: Case, visit: Visit) -> Story:
    """Audited before the certificate's last day, decided after it."""
    assert visit.latest
    yield from visited(case, visit.number, visit.latest - timedelta(days=15))
    yield from reviewed(case, visit.number)
    yield max(case.world.later(1), case.world.office_day(visit.latest + timedelta(days=25)))
    yield from _concluded(case, visit)


def _reapplies(case: Case, visit: Visit) -> Story:
    """Lets it expire, and comes again as a new applicant."""
    assert visit.latest
    yield case.world.office_day(visit.latest + timedelta(days=30))
    yield from applying(case)
    yield from _certified(case)


# --- after the visit --------------------------------------------------------------------------------------------------
def _cancelled(case: Case) -> Story:
    """The client gives one of its certificates up, in writing."""
    world, by = case.world, case.world.by(Role.CERTIFICATE_CLERK)
    yield world.later(90)
    number = _living(case, case.standards.pop())
    world.try_in_vain(cancel_certificate, number, asked_on=world.on, by=by)
    request = f"注销申请函 {world.on:%Y%m%d}"
    cancel_certificate(number, asked_on=world.on, request=request, on=world.on, by=by)
    if not case.standards:
        raise Halted("cancelled")


def _transferred(case: Case) -> Story:
    """The client goes to another body with one of its certificates."""
    world, by = case.world, case.world.by(Role.CERTIFICATE_CLERK)
    yield world.later(70)
    number = _living(case, case.standards.pop())
    taken = {"taken_over_on": world.on, "to": "另一家认证机构", "by": by}
    world.try_in_vain(transfer_certificate, number, notice="", **taken)
    transfer_certificate(number, notice=f"接收通知 {world.on:%Y%m%d}", on=world.on, **taken)


def _renamed(case: Case) -> Story:
    """The client moved; its certificates are replaced by new versions."""
    world = case.world
    yield world.later(45)
    zh, en = case.organisation.address_zh, case.organisation.address_en
    facts = {"address_zh": zh.replace("创新路", "明湖路"), "address_en": en.replace("Chuangxin", "Minghu")}
    number = _living(case, case.standards[0])
    replacing = {"reason": ReplaceReason.DATA_CHANGED, "by": world.by(Role.CERTIFICATE_CLERK)}
    world.try_in_vain(replace_certificate, number, **replacing)
    change_client(case.organisation.uscc, facts=facts, on=world.on, by=world.by(Role.MARKET))
    yield world.later(3)
    for standard in case.standards:
        replace_certificate(_living(case, standard), **replacing, on=world.on)


def _extended(case: Case) -> Story:
    """A special audit, a wider scope, a new version."""
    world = case.world
    yield world.later(40)
    latest = world.on + timedelta(days=90)
    days = {standard: Decimal(1) for standard in case.standards}
    manager = world.by(Role.PROGRAMME_MANAGER)
    added = add_special_visit(
        case.contract, days=days, reason="扩大认证范围", latest=latest, on=world.on, by=manager
    )
    yield from visited(case, added.visit, world.on + timedelta(days=35))
    yield from reviewed(case, added.visit)
    yield from decided(
        case, added.visit, DecisionAct.EXTEND, Grounds("审核符合要求。", **_scope(case, wider=True))
    )
    yield from _new_versions(case)


def _reduced(case: Case) -> Story:
    """Part of the scope is given up."""
    yield case.world.later(60)
    for standard in case.standards:
        _decide(case, standard, DecisionAct.REDUCE, "部分产品已停产。", **_scope(case, wider=False))
    yield from _new_versions(case)


def _new_versions(case: Case) -> Story:
    world = case.world
    yield world.later(3)
    for standard in case.standards:
        replace_certificate(
            _living(case, standard),
            reason=ReplaceReason.OTHER,
            on=world.on,
            by=world.by(Role.CERTIFICATE_CLERK),
        )


def _scope(case: Case, *, wider: bool) -> dict[str, str]:
    trade = case.organisation.trade
    if wider:
        return {
            "scope_zh": trade.scope_zh + WIDER["scope_zh"],
            "scope_en": trade.scope_en + WIDER["scope_en"],
        }
    return {
        "scope_zh": f"{trade.scope_zh}（不含定制产品）",
        "scope_en": f"{trade.scope_en} (no custom products)",
    }


def _misused(case: Case) -> Story:
    """The mark was misused: withdrawn at once."""
    yield case.world.later(60)
    yield from _lose(case, "在产品上误用认证标志，拒不改正。", WithdrawReason.MARK_MISUSED)


def _lose(case: Case, reasons: str, code: WithdrawReason) -> Story:
    world = case.world
    for standard in case.standards:
        _decide(case, standard, DecisionAct.WITHDRAW, reasons, code)
    yield world.later(2)
    for standard in case.standards:
        withdraw_certificate(_living(case, standard), on=world.on, by=world.by(Role.CERTIFICATE_CLERK))
    raise Halted("withdrawn")


def _decide(
    case: Case, standard: Standard, act: DecisionAct, reasons: str, code: str = "", **scope: str
) -> None:
    """Decide on other grounds than an audit."""
    world, uscc = case.world, case.organisation.uscc
    decide_status(
        uscc,
        standard,
        act=act,
        grounds=Grounds(reasons, code, **scope),
        certificate=facts_of(uscc, standard),
        on=world.on,
        by=world.by(Role.DECISION_MAKER),
    )


def _living(case: Case, standard: Standard) -> str:
    """The number of the living certificate."""
    held = Certificate.objects.filter(certification__client__uscc=case.organisation.uscc, status__in=LIVING)
    return held.get(certification__standard=standard).number


INSTEAD: dict[str, Callable[[Case, Visit], Story]] = {
    "slow": _slow,
    "suspended": _stays_suspended,
    "withdrawn": _withdrawn,
    "restored": _restored,
    "late": _late,
    "reapplies": _reapplies,
}
AFTERWARDS: dict[str, Callable[[Case], Story]] = {
    "cancelled": _cancelled,
    "transferred": _transferred,
    "renamed": _renamed,
    "extended": _extended,
    "reduced": _reduced,
    "misused": _misused,
}
