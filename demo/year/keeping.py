"""From the first application through the years: what befalls each client, by its lot."""

from collections.abc import Callable
from datetime import date, timedelta

from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.certificates.queries import facts_of, open_decisions
from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.decisions.actions.decide_status import decide_status
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.reason_codes import ReplaceReason, SuspendReason, WithdrawReason
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..applying import applying
from ..case import Case, Fate
from ..world import Story, World
from .clients import client_of
from .cohorts import Life, Lot
from .crew import Crew
from .epidemic import DECLARED, RENEWED_WITHIN, SURVEILLED_WITHIN, more_time, open_day
from .visiting import ARRANGED_BEFORE, decided, visited

APPLIES_BEFORE = 55  # days before its slot
FIRST_OFFICE_DAY = 4  # of January
LOOKED_AT_BEFORE = 60  # days before a visit its last day is looked at
NOTICE = 4  # days a client has before a visit, at the least


def life(world: World, crew: Crew, told: Life) -> Story:
    """Everything that happens to one client, up to the last day of the telling."""
    if told.is_new:
        yield max(told.day(told.phase) - timedelta(days=APPLIES_BEFORE), world.on)
        yield from _certified(world, crew, told)
    for year in range(told.phase + 1 if told.is_new else world.on.year, world.today.year + 1):
        if year == told.ends and told.lot in INSTEAD:
            yield from INSTEAD[told.lot](world, crew, told)
            return
        yield from _maintained(world, crew, told, year)
        if year == told.ends and told.lot is Lot.RENAMED:
            yield from _renamed(world, told)


def _certified(world: World, crew: Crew, told: Life) -> Story:
    """The application, the contract, both stages, the decision, the certificates."""
    who = client_of(told)
    case = Case(world, who, Fate(began=0, standards=told.systems))
    yield from applying(case)
    yield world.later(2)
    open_programme(case.contract, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    stages = dict(Visit.objects.filter(contract__number=case.contract).values_list("kind", "number"))
    for kind in (VisitKind.STAGE1, VisitKind.STAGE2):
        wanted = open_day(told, world.on + timedelta(days=ARRANGED_BEFORE))
        yield world.from_now(wanted - timedelta(days=ARRANGED_BEFORE))
        yield from visited(world, crew, who, told.systems, stages[kind], wanted)
    yield from decided(world, who, told.systems, stages[VisitKind.STAGE2], DecisionAct.GRANT)
    yield world.later(2)
    _execute(world, told, DecisionAct.GRANT, issue_certificate)


def _execute(world: World, told: Life, act: DecisionAct, do: Callable[..., object]) -> None:
    waiting = open_decisions(act).filter(certification__client__uscc=client_of(told).uscc)
    for number in waiting.order_by("pk").values_list("number", flat=True):
        do(number, on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def _maintained(world: World, crew: Crew, told: Life, year: int) -> Story:
    """The visit of a year, and what follows from it; looked at early enough to see by when it must be over."""
    wanted = max(told.day(year), date(year, 1, FIRST_OFFICE_DAY))
    yield world.from_now(wanted - timedelta(days=LOOKED_AT_BEFORE))
    yield from _surveilled(world, crew, told, wanted)


def _surveilled(world: World, crew: Crew, told: Life, wanted: date) -> Story:
    who, visit = client_of(told), _next_visit(told)
    is_renewal = visit.kind == VisitKind.RECERTIFICATION
    assert visit.earliest and visit.latest
    last = visit.latest - timedelta(days=RENEWED_WITHIN if is_renewal else SURVEILLED_WITHIN)
    meant = max(min(wanted, last), visit.earliest, world.on + timedelta(days=NOTICE))
    wanted = open_day(told, meant)
    if wanted != meant:
        yield world.from_now(max(DECLARED + timedelta(days=1), meant - timedelta(days=ARRANGED_BEFORE)))
        more_time(world, told, wanted)
    yield world.from_now(wanted - timedelta(days=ARRANGED_BEFORE))
    yield from visited(world, crew, who, told.systems, visit.number, wanted)
    act = DecisionAct.RENEW if is_renewal else DecisionAct.MAINTAIN
    yield from decided(world, who, told.systems, visit.number, act)
    if is_renewal:
        yield world.later(1)
        _execute(world, told, act, renew_certificate)


def _next_visit(told: Life) -> Visit:
    to_come = Visit.objects.filter(client__uscc=client_of(told).uscc, begun_on=None, dropped_on=None)
    found = to_come.exclude(latest=None).exclude(kind=VisitKind.SPECIAL).order_by("latest").first()
    assert found, told
    return found


# --- instead of the visit ---------------------------------------------------------------------------------------------
def _lapses(world: World, crew: Crew, told: Life) -> Story:
    """It does not ask to be recertified."""
    return
    yield


def _suspended(world: World, told: Life, day: date, reason: SuspendReason) -> Story:
    yield world.from_now(day)
    for standard in _standards(told):
        _decide(world, told, standard, DecisionAct.SUSPEND, "企业暂停生产，申请暂停证书。", reason)
    yield world.later(2)
    for standard in _standards(told):
        suspend_certificate(_living(told, standard), on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def _restored(world: World, crew: Crew, told: Life) -> Story:
    year = told.ends
    yield from _suspended(world, told, told.day(year) - timedelta(days=40), SuspendReason.CLIENT_ASKED)
    yield from _surveilled(world, crew, told, told.day(year) + timedelta(days=45))
    yield world.later(1)
    for standard in _standards(told):
        _decide(world, told, standard, DecisionAct.RESTORE, "已完成监督审核，结论合格。")
    yield world.later(1)
    for standard in _standards(told):
        restore_certificate(_living(told, standard), on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def _put_off(world: World, crew: Crew, told: Life) -> Story:
    """Its surveillance is put off into the next year."""
    yield world.from_now(told.day(told.ends) - timedelta(days=ARRANGED_BEFORE))
    wanted = date(told.ends + 1, 2, 22) + timedelta(days=told.number % 20)
    more_time(world, told, wanted)
    yield world.later(1)
    yield from _surveilled(world, crew, told, wanted)


def _ran_out(world: World, crew: Crew, told: Life) -> Story:
    """Suspended in spring, and withdrawn when the time to put it right is over."""
    day = date(told.ends, 1, 6) + timedelta(days=told.number * 11 % 120)
    yield from _withdrawn_after(world, told, day)


def _ran_out_of_2019(world: World, crew: Crew, told: Life) -> Story:
    day = date(told.ends, 7, 10) + timedelta(days=told.number * 11 % 150)
    yield from _withdrawn_after(world, told, day)


def _withdrawn_after(world: World, told: Life, day: date) -> Story:
    yield from _suspended(world, told, day, SuspendReason.CONTRACT_NOT_KEPT)
    until = Certificate.objects.get(number=_living(told, _standards(told)[0])).suspended_until
    assert until
    yield world.from_now(until + timedelta(days=8))
    yield from _lost(world, told, "暂停期满未恢复。", WithdrawReason.SUSPENSION_RAN_OUT)


def _still_suspended(world: World, crew: Crew, told: Life) -> Story:
    yield from _suspended(world, told, told.day(told.ends) - timedelta(days=8), SuspendReason.CLIENT_ASKED)


def _withdrawn(world: World, crew: Crew, told: Life) -> Story:
    yield told.day(told.ends) - timedelta(days=40)
    yield from _lost(world, told, "在产品上误用认证标志，拒不改正。", WithdrawReason.MARK_MISUSED)


def _lost(world: World, told: Life, reasons: str, code: WithdrawReason) -> Story:
    yield world.later(1)
    for standard in _standards(told):
        _decide(world, told, standard, DecisionAct.WITHDRAW, reasons, code)
    yield world.later(2)
    for standard in _standards(told):
        withdraw_certificate(_living(told, standard), on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


INSTEAD: dict[Lot, Callable[[World, Crew, Life], Story]] = {
    Lot.LAPSES: _lapses,
    Lot.RESTORED: _restored,
    Lot.PUT_OFF: _put_off,
    Lot.RAN_OUT: _ran_out,
    Lot.RAN_OUT_OF_2019: _ran_out_of_2019,
    Lot.STILL_SUSPENDED: _still_suspended,
    Lot.WITHDRAWN: _withdrawn,
}


# --- after it ---------------------------------------------------------------------------------------------------------
def _renamed(world: World, told: Life) -> Story:
    """The client moved; its certificates are replaced by new versions."""
    yield world.later(5)
    who, by = client_of(told), world.by(Role.CERTIFICATE_CLERK)
    facts = {
        "address_zh": who.address_zh.replace("创新路", "明湖路"),
        "address_en": who.address_en.replace("Chuangxin", "Minghu"),
    }
    change_client(who.uscc, facts=facts, on=world.on, by=world.by(Role.MARKET))
    for standard in _standards(told):
        number = _living(told, standard)
        replace_certificate(number, reason=ReplaceReason.DATA_CHANGED, on=world.on, by=by)


def _standards(told: Life) -> list[Standard]:
    return [s for s in Standard if s.letter in told.systems]


def _decide(
    world: World, told: Life, standard: Standard, act: DecisionAct, reasons: str, code: str = ""
) -> None:
    uscc = client_of(told).uscc
    decide_status(
        uscc, standard, act=act, grounds=Grounds(reasons, code), certificate=facts_of(uscc, standard),
        on=world.on, by=world.by(Role.DECISION_MAKER),
    )  # fmt: skip


def _living(told: Life, standard: Standard) -> str:
    held = Certificate.objects.filter(certification__client__uscc=client_of(told).uscc, status__in=LIVING)
    return held.get(certification__standard=standard).number
