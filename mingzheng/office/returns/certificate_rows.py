"""What happened to certificates in a month, as rows of the regulator's certificate file (rulebook/return_files.py).

One row an event: granted 01, a new number for an old one 02 (of ours also 05 for the old one, withdrawn by 0120), surveilled 03,
suspended, restored, withdrawn, cancelled, expired 05. Each sub-certificate 子证书 is told after its main one, which it
stands and falls with. What the record does not hold stays empty, for whoever sends it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.certificates.models import Certificate, SubCertificate
from mingzheng.office.contracts.models import Contract
from mingzheng.office.decisions.models import Decision
from mingzheng.office.library.models import Body
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.record.models import Event
from mingzheng.rulebook.identifiers import CREDIT_CODE_INNER
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.indicators.stocks import KINDS
from mingzheng.rulebook.reason_codes import ReplaceReason, WithdrawReason
from mingzheng.rulebook.return_cells import BETWEEN
from mingzheng.rulebook.return_files import CODES
from mingzheng.rulebook.standards import Standard

ITEM = 10  # characters of an item code
IN_FORCE, SUSPENDED, WITHDRAWN, CANCELLED, EXPIRED = "01", "02", "03", "04", "05"  # CERTI_STATUS
GRANTED, RENUMBERED, SURVEILLED, STATUS_CHANGED = "01", "02", "03", "05"  # REPORT_TYPE
INITIAL, RENEWAL, SURVEILLANCE, CHANGE = "01", "02", "03", "05"  # APPR_AC_CODE
OF_STATUS = "0197"  # CHG_TYP_CODE: the state changed
Row = dict[str, str]


@dataclass
class _Known:
    """What the rows of a month are made from, fetched once."""

    certificates: dict[str, Certificate]
    subs: dict[int, list[SubCertificate]]  # of a certificate
    decisions: dict[str, Decision]
    audited: dict[int, list[VisitPart]]  # what was held for a certification, the earliest first
    names: dict[str, str]
    approval: str


def events_of(month: date) -> list[Event]:
    """What moved certificates in a month, in the order of the record."""
    rows = Event.objects.filter(kind__in=KINDS, on__range=Period.of(month.year, month.month).days)
    return list(rows.order_by("on", "id"))


def certificate_rows(month: date) -> list[Row]:
    """A row for everything that is to be told of a month; seven queries, however many."""
    events = events_of(month)
    known = _fetch(events)
    rows = [row for event in events for row in _told(event, known)]
    return [_in_order(row) for row in rows]


def _in_order(row: Row) -> Row:
    return {name: value for name, value in row.items() if value != ""}


def _fetch(events: list[Event]) -> _Known:
    said = [event.facts for event in events]
    numbers = {facts["number"] for facts in said} | {facts.get("previous", "") for facts in said}
    rows = Certificate.objects.filter(number__in=numbers).select_related(
        "certification__client", "certification__contract", "certification__transfer", "decision"
    )
    certificates = {row.number: row for row in rows}
    of = {row.certification_id for row in certificates.values()}
    audited: dict[int, list[VisitPart]] = defaultdict(list)
    parts = VisitPart.objects.filter(certification__in=of, visit__held_on__isnull=False)
    for part in parts.select_related("visit").order_by("visit__held_on"):
        audited[part.certification_id].append(part)
    decisions = Decision.objects.filter(number__in={facts.get("decision", "") for facts in said})
    subs: dict[int, list[SubCertificate]] = defaultdict(list)
    for sub in SubCertificate.objects.filter(main__in=certificates.values()).order_by("number"):
        subs[sub.main_id].append(sub)
    return _Known(
        certificates,
        subs,
        {decision.number: decision for decision in decisions},
        audited,
        dict(Person.objects.values_list("login", "name_zh")),
        Body.objects.values_list("approval_number", flat=True).first() or "",
    )


def _told(event: Event, known: _Known) -> Iterator[Row]:
    """The rows of one event, oldest number first."""
    if held := known.certificates.get(event.facts["number"]):
        happened, common = event.kind.partition(".")[2], _certificate(held, event, known)
        if happened in ("renewed", "reissued"):
            yield from _renumbered(happened, event, known, common)
        elif happened == "taken-over":
            yield from _taken_over(held, event, known, common)
        else:
            row = common | _WHAT_HAPPENED[happened](event)
            yield from [row, *(row | _sub(sub, held) for sub in _living(held, event, known))]


def _renumbered(happened: str, event: Event, known: _Known, common: Row) -> Iterator[Row]:
    """The old number is told as withdrawn, where it lived; then the new one."""
    facts: Mapping[str, Any] = event.facts
    new, old = known.certificates[facts["number"]], known.certificates.get(facts["previous"])
    before = _living(old, event, known) if old else []
    if facts["previous_becomes"] == "replaced" and old:
        row = _certificate(old, event, known) | _withdrawn(event, WithdrawReason.REPLACED)
        yield from [row, *(row | _sub(sub, old) for sub in before)]
    activity, reason = (
        (RENEWAL, ReplaceReason.RECERTIFICATION) if happened == "renewed" else (CHANGE, facts["reason"])
    )
    told = common | _activity(activity, RENUMBERED, IN_FORCE) | _still_suspended(event, known)
    replacing = {
        "IS_CHG_CERTI": "1",
        "EXCHANGE_DATE": str(event.on),
        "EXCHANGE_CAUSE": str(reason),
        "O_AWARD_JG": known.approval,
        "O_CERTI_NUM": facts["previous"],
    }
    yield told | replacing
    of_site = {sub.name_zh: sub.number for sub in before}
    for sub in known.subs[new.pk]:
        earlier = of_site.get(sub.name_zh)
        yield (
            told
            | _sub(sub, new)
            | (replacing | {"O_CERTI_NUM": earlier} if earlier else {"REPORT_TYPE": GRANTED})
        )


def _taken_over(held: Certificate, event: Event, known: _Known, common: Row) -> Iterator[Row]:
    """A new number for another body's, which reports the end of its own itself; the sub-certificates are new."""
    told = common | _activity(CODES.taken_over, RENUMBERED, IN_FORCE)
    yield told | {
        "IS_CHG_CERTI": "1",
        "EXCHANGE_DATE": str(event.on),
        "EXCHANGE_CAUSE": ReplaceReason.TRANSFER,
        "O_AWARD_JG": event.facts["approval"],
        "O_CERTI_NUM": event.facts["their_number"],
    }
    yield from (told | _sub(sub, held) | {"REPORT_TYPE": GRANTED} for sub in _living(held, event, known))


def _living(main: Certificate, event: Event, known: _Known) -> list[SubCertificate]:
    """The sub-certificates that had not ended before the event."""
    return [sub for sub in known.subs[main.pk] if sub.ended_on is None or sub.ended_on >= event.on]


def _sub(sub: SubCertificate, main: Certificate) -> Row:
    """What a sub-certificate says otherwise than its main one.

    A site has no organisation code of its own, so its parent stands before its name (rule of column 3); how many people it
    has is not recorded.
    """
    parent = [main.name_zh] if main.name_zh != sub.name_zh else []
    return {
        "IS_C_CERTI": "1",
        "M_CERTI_NUM": main.number,
        "CERT_NUMBER": sub.number,
        "ORG_NAME": BETWEEN.join([*parent, sub.name_zh]),
        "ORG_NAME_EN": sub.name_en,
        "ORG_ADDRESS": sub.address_zh,
        "RELA_PEOP_NUM": "",
        "IS_MULTI_SCENE": "0",
        "PLACE_NAME_ADD": "",
        "BUSI_COVER_SCOP": sub.scope_zh,
        "AWARD_DATE": str(sub.issued_on),
        "CERTI_E_DATE": str(sub.expires_on),
    }


def _still_suspended(event: Event, known: _Known) -> Row:
    """A new version of a suspended certificate is suspended as the one before was."""
    held = known.certificates[event.facts["number"]]
    if event.facts.get("status") != "suspended":
        return {}
    days = {"PAUSE_S_DATE": str(held.suspended_on or ""), "PAUSE_E_DATE": str(held.suspended_until or "")}
    return days | {"CERTI_STATUS": SUSPENDED, "PAUSE_CAUSE": held.reason_code}


def _activity(activity: str, report: str, status: str) -> Row:
    return {"APPR_AC_CODE": activity, "REPORT_TYPE": report, "CERTI_STATUS": status}


def _changed(status: str, event: Event) -> Row:
    return {
        **_activity(CHANGE, STATUS_CHANGED, status),
        "CHG_TYP_CODE": OF_STATUS,
        "CHG_DATE": str(event.on),
        "APPR_S_DATE": "",
        "APPR_E_DATE": "",
        "CHK_PD_NUM": "",
    }


def _suspended(event: Event) -> Row:
    days = {"PAUSE_S_DATE": str(event.on), "PAUSE_E_DATE": event.facts["until"]}
    return _changed(SUSPENDED, event) | days | {"PAUSE_CAUSE": event.facts["reason"]}


def _withdrawn(event: Event, reason: str) -> Row:
    return _changed(WITHDRAWN, event) | {"CANCEL_CAUSE": str(reason), "CANCEL_DATE": str(event.on)}


_WHAT_HAPPENED: dict[str, Callable[[Event], Row]] = {
    "issued": lambda event: _activity(INITIAL, GRANTED, IN_FORCE),
    "surveillance-recorded": lambda event: _activity(SURVEILLANCE, SURVEILLED, IN_FORCE),
    "suspended": _suspended,
    "restored": lambda event: _changed(IN_FORCE, event),
    "withdrawn": lambda event: _withdrawn(event, event.facts["reason"]),
    "cancelled": lambda event: _changed(CANCELLED, event),
    "expired": lambda event: _changed(EXPIRED, event),
    "transferred": lambda event: _withdrawn(event, WithdrawReason.REPLACED),
}


def _certificate(held: Certificate, event: Event, known: _Known) -> Row:
    certification = held.certification
    client, contract = certification.client, certification.contract
    item = Standard(certification.standard).cnca_item or ""
    return {
        "RZJG_ID": known.approval,
        "ORG_NAME": held.name_zh,
        "ORG_NAME_EN": held.name_en,
        "ORG_CODE": client.uscc[CREDIT_CODE_INNER],
        "BEL_INDUSTRY": client.industry.replace(";", BETWEEN),
        "ORG_COUNTRY": CODES.country,
        "ORG_DISTRICT": client.district,
        "ORG_ADDRESS": held.address_zh,
        "LEGAL_PEOPLE": client.legal_representative,
        "ORG_PEOP_NUM": "" if client.employees is None else str(client.employees),
        "RELA_PEOP_NUM": str(certification.personnel),
        "FIRST_CERT_DATE": str(held.first_issued_on),
        "CERT_NUMBER": held.number,
        "AUTH_PROJ_CODE": item[:ITEM],
        "BUSI_SCOP_CODE": BETWEEN.join(certification.technical_codes),
        "IS_MULTI_SCENE": "1" if held.sites else "0",
        "PLACE_NAME_ADD": BETWEEN.join(f"{one['name_zh']} {one['address_zh']}".strip() for one in held.sites),
        "BUSI_COVER_SCOP": held.scope_zh,
        "A_AUTH_TIMES": str(held.cycle_number),
        "IS_C_CERTI": "0",
        "AWARD_DATE": str(held.issued_on),
        "CERTI_E_DATE": str(held.expires_on),
        "INVOICE_NUM": contract.number,
        **_decided(held, event, known),
        **_audited(held, contract, event, known),
    }


def _decided(held: Certificate, event: Event, known: _Known) -> Row:
    """Who decided what happened, and when; what needs no decision rests on that of the certificate."""
    decision = known.decisions.get(event.facts.get("decision", ""), held.decision)
    return {
        "CHK_P_LIST": known.names.get(decision.decided_by, decision.decided_by),
        "APP_ASS_DATE": str(decision.decided_on),
    }


def _surveilled_elsewhere(held: Certificate) -> int:
    """Surveillances of this cycle that another body held, from which the certification was taken over."""
    review = held.certification.transfer
    return review.surveillances if review and review.cycle_number == held.cycle_number else 0


def _audited(held: Certificate, contract: Contract, event: Event, known: _Known) -> Row:
    """The latest audit of the certification before the event."""
    before = [
        p for p in known.audited[held.certification_id] if p.visit.held_on and p.visit.held_on <= event.on
    ]
    combined = min(len(contract.standards), 4) or 1
    told = {
        "IS_COMB": f"{combined:02}",
        "SUSE_TIMES": str(_surveilled_elsewhere(held)),
        "REV_CERTI_FEE": f"{contract.total.normalize():f}" if contract.total else "",
        "REV_CERTI_FEE_CURR": "01" if contract.total else "",
    }
    if before:
        part, visit = before[-1], before[-1].visit
        told |= {"APPR_S_DATE": str(visit.begun_on or visit.held_on), "APPR_E_DATE": str(visit.held_on)}
        told["CHK_PD_NUM"] = f"{part.days.normalize():f}"
        told["SUSE_TIMES"] = str(visit.ordinal if visit.kind == "surveillance" else 0)
    return told
