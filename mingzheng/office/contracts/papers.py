"""The papers from the audit time to the contract, as PDF."""

from datetime import date
from decimal import Decimal

from mingzheng.office.clients.papers import organisation
from mingzheng.office.library.papers import letterhead
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Derivation, Objection
from mingzheng.seal import facts
from mingzheng.seal.facts import Days, Form, Line, Reason, Site, TimePart, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Application, AuditTime, Contract
from .pricing import agreed_lines
from .queries import agreed_days, sorted_times
from .reckoning import integrations, steps_of

VISITS = ("stage1", "stage2", "surveillance", "recertification")
FORMS = {
    "audit_time": "HT-02",
    "acceptance": "HT-03",
    "refusal": "HT-04",
    "quotation": "HT-05",
    "contract": "HT-06",
}


def audit_time_sheet(application: Application, names: dict[str, str], language: str) -> bytes:
    """审核人日计算表: every step; `names` maps logins to the names people know."""
    times = sorted_times(application)
    sheet = facts.AuditTimeSheet(
        body=letterhead(times[0].determined_on),
        form=_form("audit_time"),
        number=f"{application.number}-RR",
        dated=times[0].determined_on,
        client=applicant(application),
        application=application.number,
        standards=_standards(application),
        scope=_scope(application),
        parts=(*_parts(times), *_integration_parts(application, times)),
        days=_days(application),
        calculated_by=names.get(times[0].determined_by, times[0].determined_by),
    )
    return render("audit_time", sheet, language)


def acceptance(application: Application, language: str) -> bytes:
    """受理通知书."""
    letter = facts.Acceptance(
        body=letterhead(_day(application.concluded_on)),
        form=_form("acceptance"),
        number=f"{application.number}-SL",
        dated=_day(application.concluded_on),
        client=applicant(application),
        application=application.number,
        applied_on=_day(application.submitted_on),
        standards=_standards(application),
        scope=_scope(application),
        days=_days(application),
    )
    return render("acceptance", letter, language)


def refusal(application: Application, language: str) -> bytes:
    """不予受理通知书, each rule with its clause, then the body's own words."""
    rules = tuple(Objection(**row) for row in application.refusal_objections)
    own = (Reason(Two(application.refusal_reason), "ISO/IEC 17021-1:2015 9.1.2.2"),)
    concluded = _day(application.concluded_on)
    letter = facts.Refusal(
        body=letterhead(concluded),
        form=_form("refusal"),
        number=f"{application.number}-BS",
        dated=concluded,
        client=applicant(application),
        application=application.number,
        applied_on=_day(application.submitted_on),
        standards=_standards(application),
        reasons=(*rules, *(own if application.refusal_reason else ())),
        appeal_until=last_day("appeal", concluded),
    )
    return render("refusal", letter, language)


def quotation(contract: Contract, language: str) -> bytes:
    """报价单."""
    application, offered = _application(contract), _day(contract.offered_on)
    offer = facts.Quotation(
        body=letterhead(offered),
        form=_form("quotation"),
        number=f"{contract.number}-BJ",
        dated=offered,
        client=applicant(application),
        standards=_standards(application),
        scope=_scope(application),
        lines=_lines(contract),
        total=contract.total,
        days=_days(application),
        steps=tuple(step for time in sorted_times(application) for step in steps_of(time, "initial")),
        valid_until=last_day("offer_stands", offered),
    )
    return render("quotation", offer, language)


def contract_original(contract: Contract, original: int, language: str) -> bytes:
    """认证合同: original 1 is the client's, 2 the body's."""
    application = _application(contract)
    agreement = facts.Contract(
        body=letterhead(_day(contract.offered_on)),  # as the client was given it to sign
        form=_form("contract"),
        number=contract.number,
        dated=contract.signed_on or _day(contract.offered_on),
        client=organisation(contract.client),
        original=original,
        standards=_standards(application),
        scope=_scope(application),
        lines=_lines(contract),
        total=contract.total,
        days=_days(application),
        sites=tuple(_site(row) for row in application.sites),
    )
    return render("contract", agreement, language)


def applicant(application: Application) -> facts.Organisation:
    """The applicant as he declared himself."""
    return facts.Organisation(
        name=Two(application.name_zh, application.name_en),
        uscc=application.uscc,
        address=Two(application.address_zh, application.address_en),
        contact=application.contact_name,
        telephone=application.contact_phone,
    )


def _parts(times: list[AuditTime]) -> list[TimePart]:
    """The personnel once, then each standard's initial audit, surveillance and recertification."""
    people = Derivation(Decimal(times[0].personnel), tuple(steps_of(times[0], "personnel")))
    parts = [TimePart(_two("audit-time-part.personnel"), people)]
    for time in times:
        values = {
            "initial": time.stage1_days + time.stage2_days,
            "surveillance": time.surveillance_days,
            "recertification": time.recertification_days,
        }
        system = WORDS[f"standard.{time.standard}"]
        for audit, days in values.items():
            kind = WORDS[f"audit-kind.{audit}"]
            title = Two(f"{system[0]}：{kind[0]}", f"{system[1]}: {kind[1]}")
            parts.append(TimePart(title, Derivation(days, tuple(steps_of(time, audit)))))
    return parts


def _integration_parts(application: Application, times: list[AuditTime]) -> list[TimePart]:
    whole = WORDS["audit-time-part.integrated"]
    return [
        TimePart(
            Two(
                *(f"{text} · {visit}" for text, visit in zip(whole, WORDS[f"visit-days.{name}"], strict=True))
            ),
            one,
        )
        for name, one in integrations(application, times).items()
    ]


def _days(application: Application) -> tuple[Days, ...]:
    agreed = agreed_days(application)
    return tuple(Days(_two(f"visit-days.{visit}"), getattr(agreed, visit)) for visit in VISITS)


def _lines(contract: Contract) -> tuple[Line, ...]:
    return tuple(
        Line(_two(line.what), line.quantity, line.price, line.amount) for line in agreed_lines(contract)
    )


def _site(row: dict[str, str]) -> Site:
    address = Two(row.get("address_zh", ""), row.get("address_en", ""))
    return Site(Two(row.get("name_zh", "")), address, Two(row.get("activity_zh", "")))


def _form(paper: str) -> Form:
    return Form(FORMS[paper], "A/0")


def _standards(application: Application) -> tuple[Standard, ...]:
    return tuple(Standard(name) for name in application.standards)


def _scope(application: Application) -> Two:
    return Two(application.scope_zh, application.scope_en)


def _two(code: str) -> Two:
    return Two(*WORDS[code])


def _day(day: date | None) -> date:
    assert day, "a paper is drawn only after what it tells has happened"
    return day


def _application(contract: Contract) -> Application:
    assert contract.application, "a contract carried over from an earlier system has papers of its own"
    return contract.application
