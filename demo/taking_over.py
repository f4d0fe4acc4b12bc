"""Clients who come from another body with a valid certificate: its review, the programme, the decision, ours (IAF MD 2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from mingzheng.office.certificates.actions.take_over_certificate import take_over_certificate
from mingzheng.office.contracts.actions.review_transfer import review_transfer
from mingzheng.office.decisions.actions.decide_transfer import decide_transfer
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.rulebook.audit_cycle import expiry
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import Found, Point

from .case import Case
from .world import Story

TURN = "taken-over"
BODY, APPROVAL, PREFIX = "华夏示例认证有限公司", "CNCA-R-2002-990", "990"
BEGAN = timedelta(days=200)  # before the application: the first surveillance is still to come
SEEN = {
    Point.REASON: "所属集团统一认证机构",
    Point.CERTIFICATE: "国家平台查询有效，与原件一致",
    Point.SCOPE: "专业代码在本机构认可范围内",
    Point.REPORTS: "初审报告齐全",
    Point.NONCONFORMITIES: "初审轻微不符合均已关闭",
    Point.COMPLAINTS: "无投诉",
    Point.CYCLE: "初次认证周期，监一未到期",
    Point.LAW: "无行政处罚",
}


def declared(case: Case) -> dict[str, Any]:
    """What the applicant says of the certificates he has; nothing when he has none."""
    if case.fate.turn != TURN:
        return {"has_certificates": False}
    until = expiry(case.begins - BEGAN).isoformat()
    row = {"body": BODY, "status": Status.IN_FORCE, "expires_on": until}
    rows = [{**row, "standard": standard, "number": _number(case, standard)} for standard in case.standards]
    return {"has_certificates": True, "existing_certificates": rows}


def transfer_reviewed(case: Case) -> None:
    """Reviewed standard by standard; with a major nonconformity still open it is refused."""
    world, by = case.world, case.world.by(Role.TECHNICAL)
    issued = case.begins - BEGAN
    found = Found(Status.IN_FORCE, issued, issued, expiry(issued), APPROVAL, accredited=True)
    for standard in case.standards:
        given: dict[str, Any] = {"certificate": _number(case, standard), "points": SEEN, "by": by}
        major = replace(found, majors_open=1)
        world.try_in_vain(review_transfer, case.application, standard, found=major, **given)
        review_transfer(case.application, standard, found=found, **given, on=world.on)


def certified(case: Case) -> Story:
    """No audit comes between: the programme goes on with what is left, and the certificate keeps its days."""
    world, uscc = case.world, case.organisation.uscc
    yield world.later(2)
    open_programme(case.contract, on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    case.reached("opened")
    yield world.later(3)
    made = [
        decide_transfer(
            uscc, standard, act=DecisionAct.GRANT, on=world.on, by=world.by(Role.DECISION_MAKER)
        ).number
        for standard in case.standards
    ]
    yield world.later(2)
    for number in made:
        take_over_certificate(number, on=world.on, by=world.by(Role.CERTIFICATE_CLERK))
        world.try_in_vain(take_over_certificate, number, by=world.by(Role.CERTIFICATE_CLERK))
    yield world.later(1)


def _number(case: Case, standard: Standard) -> str:
    year = (case.begins - BEGAN).year % 100
    serial = sum(map(ord, case.organisation.uscc))
    return f"{PREFIX}{year:02}{standard.letter}{serial:05}R0M"
