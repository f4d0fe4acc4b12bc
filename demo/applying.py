"""From the first line of an application to the signed contract, or to a refusal."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.actions.accept_application import accept_application
from mingzheng.office.contracts.actions.answer_questions import answer_questions
from mingzheng.office.contracts.actions.answer_refusal import answer_refusal
from mingzheng.office.contracts.actions.ask_applicant import ask_applicant
from mingzheng.office.contracts.actions.begin_application import begin_application
from mingzheng.office.contracts.actions.check_applicant import check_applicant
from mingzheng.office.contracts.actions.classify_application import classify_application
from mingzheng.office.contracts.actions.confirm_market import confirm_market
from mingzheng.office.contracts.actions.confirm_programme import confirm_programme
from mingzheng.office.contracts.actions.confirm_technical import confirm_technical
from mingzheng.office.contracts.actions.determine_audit_time import determine_audit_time
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.refuse_application import refuse_application
from mingzheng.office.contracts.actions.save_draft import save_draft
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.contracts.actions.submit_application import submit_application
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.record.actors import Applicant
from mingzheng.rulebook.contract_review import POINTS, Part
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from .case import Case, Halted
from .scans import scan
from .taking_over import TURN, declared, transfer_reviewed
from .world import Story

REFUSED = {"outside": "不在本机构认可的业务范围内。", "banned": "证书被撤销未满一年。"}
DISTRICTS = [
    "310115",
    "310112",
    "310114",
    "320505",
    "320583",
    "330402",
    "330106",
    "320206",
    "340104",
    "110105",
]
ANSWER = "我方已知悉不予受理的理由，将在条件具备后重新申请。"


def applying(case: Case) -> Story:
    """The application; afterwards `case.contract` is signed, or the story is over."""
    world = case.world
    yield from _handed_in(case)
    yield world.later(3)
    yield from _reviewed(case)
    yield world.later(2)
    yield from _concluded(case)
    if case.fate.turn == TURN:
        transfer_reviewed(case)
    yield world.later(3)
    told = offer_contract(case.application, on=world.on, by=world.by(Role.MARKET))
    case.contract = told.number
    case.reached("offered")
    yield world.later(8)
    _sign(case)
    case.reached("signed")


def _handed_in(case: Case) -> Story:
    """The applicant's side: a draft over some days, the licence, and the application is in."""
    world = case.world
    facts = _facts(case)
    late = ("scope_zh", "scope_en", "personnel", "sites", "used_consultancy", "ordered_to_stop")
    first = {name: value for name, value in facts.items() if name not in late}
    case.application = begin_application(first, on=world.on, by=Applicant("new")).number
    by = Applicant(case.application)
    world.try_in_vain(submit_application, case.application, by=by)
    case.reached("draft")
    yield world.on + timedelta(days=3)
    save_draft(case.application, facts={name: facts[name] for name in late}, on=world.on, by=by)
    licence = scan("Business licence", case.organisation.uscc)
    subject = f"application:{case.application}"
    file_paper(subject, kind="licence", name="营业执照.pdf", content=licence, on=world.on, by=by)
    submit_application(case.application, on=world.on, by=by)
    case.reached("submitted")


def _facts(case: Case) -> dict[str, Any]:
    who, on = case.organisation, case.world.on
    part_time = who.people // 8
    return {
        "uscc": who.uscc,
        "name_zh": who.name_zh,
        "name_en": who.name_en,
        "address_zh": who.address_zh,
        "address_en": who.address_en,
        "legal_representative": who.contact,
        "contact_name": who.contact,
        "contact_phone": f"000-{who.uscc[-9:-1]}",
        "contact_email": "contact@example.com",
        "standards": list(case.standards),
        "scope_zh": who.trade.scope_zh,
        "scope_en": who.trade.scope_en,
        "sites": [_site(case)],
        "personnel": list(_personnel(who.people - part_time, part_time)),
        **declared(case),
        "used_consultancy": False,
        "had_incident": False,
        "ordered_to_stop": False,
        "operating_since": on - timedelta(days=400),
        "internal_audit_on": on - timedelta(days=60),
        "management_review_on": on - timedelta(days=40),
        "wished_from": on + timedelta(days=45),
    }


def _site(case: Case) -> dict[str, str]:
    who = case.organisation
    address = {"address_zh": who.address_zh, "address_en": who.address_en}
    return {"kind": "permanent", "name_zh": "总部", "activity_zh": who.trade.scope_zh, **address}


def _personnel(full_time: int, part_time: int) -> Iterator[dict[str, Any]]:
    yield {"kind": "full_time", "count": full_time, "hours": "8", "shift": "", "note": ""}
    if part_time:
        yield {"kind": "part_time", "count": part_time, "hours": "4", "shift": "", "note": "季节性用工"}


def _reviewed(case: Case) -> Story:
    """Three persons, each his part. `checked` knows what this body's own register says of the applicant."""
    world, number = case.world, case.application
    check_applicant(number, own_register=_own_register(case), on=world.on, by=world.by(Role.MARKET))
    if case.fate.halt in ("questions", "answered"):
        yield from _asked(case)
    _withdrawn_or_not(case)
    confirm_market(number, points=POINTS[Part.MARKET], on=world.on, by=world.by(Role.MARKET))
    case.reached("market-confirmed")
    _classify(case)
    world.try_in_vain(confirm_technical, number, points=["scope"], by=world.by(Role.TECHNICAL))
    confirm_technical(number, points=POINTS[Part.TECHNICAL], on=world.on, by=world.by(Role.TECHNICAL))
    case.reached("technical-confirmed")
    yield world.later(2)
    _determine(case)
    case.reached("timed")
    confirm_programme(number, points=POINTS[Part.PROGRAMME], on=world.on, by=world.by(Role.PROGRAMME_MANAGER))
    case.reached("confirmed")


def _asked(case: Case) -> Story:
    world, number = case.world, case.application
    questions = ["请补充外包过程说明。", "请说明各班次人数。"]
    ask_applicant(number, part=Part.MARKET, questions=questions, on=world.on, by=world.by(Role.MARKET))
    case.reached("questions")
    world.try_in_vain(confirm_market, number, points=POINTS[Part.MARKET], by=world.by(Role.MARKET))
    yield world.on + timedelta(days=4)
    answers = ["运输由外部承运商承担。", "均为白班，无倒班。"]
    answer_questions(number, answers=answers, on=world.on, by=Applicant(number))
    case.reached("answered")


def _withdrawn_or_not(case: Case) -> None:
    if case.fate.turn == "withdraws":
        withdraw_application(case.application, on=case.world.on, by=Applicant(case.application))
        raise Halted("withdrawn")


def _own_register(case: Case) -> list[dict[str, Any]]:
    """What this body's own register says of the applicant."""
    held = Certificate.objects.filter(certification__client__uscc=case.organisation.uscc)
    rows = held.values_list("certification__standard", "status", "ended_on")
    return [
        {"standard": s, "status": status, "ended_on": ended and ended.isoformat()}
        for s, status, ended in rows
    ]


def _classify(case: Case) -> None:
    trade, world = case.organisation.trade, case.world
    classify_application(
        case.application,
        codes={standard: [trade.code] for standard in case.standards},
        complexities={standard: trade.risk for standard in case.standards},
        on=world.on,
        by=world.by(Role.TECHNICAL),
    )


def _determine(case: Case) -> None:
    world = case.world
    several = len(case.standards) > 1
    factors = (
        {Standard.QMS: [{"reason": "过程简单、重复", "percent": -10}]}
        if case.organisation.people > 90
        else {}
    )
    determine_audit_time(
        case.application,
        factors=factors,
        integration_percent=15 if several else 0,
        integration_reason="体系文件、内审和管理评审高度整合" if several else "",
        on=world.on,
        by=world.by(Role.PROGRAMME_MANAGER),
    )


def _concluded(case: Case) -> Story:
    """Accepted; or refused, because the rulebook would not have it accepted."""
    world, number = case.world, case.application
    if case.fate.turn in REFUSED:
        world.try_in_vain(accept_application, number, by=world.by(Role.MARKET))
        reason = REFUSED[case.fate.turn]
        refuse_application(number, reason=reason, on=world.on, by=world.by(Role.DIRECTOR))
        yield world.on + timedelta(days=5)
        answer_refusal(number, answer=ANSWER, on=world.on, by=Applicant(number))
        raise Halted("refused")
    accept_application(number, on=world.on, by=world.by(Role.MARKET))
    _located(case)
    case.reached("accepted")


def _located(case: Case) -> None:
    """Where the client lies: its invented code says nothing of that. Most are near the office, a few are not."""
    world, uscc = case.world, case.organisation.uscc
    if not Client.objects.get(uscc=uscc).district:
        district = DISTRICTS[sum(map(ord, uscc)) % len(DISTRICTS)]
        change_client(uscc, facts={"district": district}, on=world.on, by=world.by(Role.MARKET))


def _sign(case: Case) -> None:
    world, number = case.world, case.contract
    signing = {"client_signatory": case.organisation.contact, "body_signatory": "尹主齐"}
    world.try_in_vain(sign_contract, number, **signing, by=world.by(Role.MARKET))
    copy = scan("Certification contract", number, case.organisation.uscc)
    name = f"{number}认证合同.pdf"
    subject = f"contract:{number}"
    file_paper(
        subject, kind="signed_contract", name=name, content=copy, on=world.on, by=world.by(Role.MARKET)
    )
    sign_contract(number, **signing, on=world.on, by=world.by(Role.MARKET))
