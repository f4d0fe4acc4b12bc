"""Open the three-year programme of a signed contract 建立审核方案 (ISO/IEC 17021-1:2015 9.1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from mingzheng.office.contracts.models import Application, AuditTime, Contract, TransferReview
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.numbers import highest_number
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.audit_cycle import VisitKind, strictest
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_days import combined_days
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import objections_to_mixing
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..ending import end
from ..models import Certification, Cycle, Visit, VisitPart
from ..taking_over import Ahead, still_taken_over, to_come
from ..visits import INITIAL, LATER, ORDER, part, plan_visits, standards_text


@dataclass(frozen=True)
class ProgrammeOpened(Happened, kind="contract.programme-opened"):
    contract: str
    client: str
    standards: str
    visits: str
    taken_over: str  # standards whose certification another body began


def objections(contract: Contract, on: date) -> list[Objection]:
    """Why the programme of this contract cannot be opened on this day."""
    return _objections(contract, _times(contract), on)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.3")
def open_programme(contract_number: str, *, on: date, by) -> ProgrammeOpened:
    """Certifications in cycle 0 and the five visits of the cycle, each one trip for all standards of the contract.

    A certification of an earlier contract that ran out is ended and begun anew. One that is taken over goes on in the
    cycle it has, with the visits still to come; where it ran out before today, its client is a new one (IAF MD 2 2.3).
    """
    contract = (
        Contract.objects.select_for_update(of=("self",))
        .select_related("client", "application")
        .annotate(last_visit=Subquery(highest_number(Visit, "XM", on.year)[:1]))
        .get(number=contract_number)
    )
    times = _times(contract)
    refuse_if(_objections(contract, times, on))

    end([time.living for time in times if time.living], on)
    application = contract.application
    assert application  # it has auditor-days, or would have been refused
    reviews = still_taken_over([time.transfer for time in times if time.transfer], on)
    cycles, ahead = _cycles(contract, application, times, reviews, on), to_come(reviews, on)
    visits = _visits(contract, ahead, on)
    VisitPart.objects.bulk_create(_parts(visits, cycles, times, application.integration_percent, ahead))
    return ProgrammeOpened(
        contract.number,
        contract.client.name_zh,
        standards_text(contract.standards),
        " ".join(visit.number for visit in visits),
        standards_text(reviews),
    )


def _times(contract: Contract) -> list[Any]:
    """The audit time of each standard, and its certification that is `living` (a key), by `contract`, `until` a day.

    `transfer` is the key of the review that lets it be taken over from another body.
    """
    of_client = Cycle.objects.filter(certification__client=contract.client_id, certification__ended_on=None)
    latest = of_client.filter(certification__standard=OuterRef("standard")).order_by("-number")
    times = AuditTime.objects.filter(application=contract.application, standard__in=contract.standards)
    reviews = TransferReview.objects.filter(
        application=OuterRef("application"), standard=OuterRef("standard")
    )
    known = times.annotate(
        transfer=Subquery(reviews.values("pk")),
        living=Subquery(latest.values("certification")[:1]),
        contract=Subquery(latest.values("certification__contract")[:1]),
        until=Subquery(latest.values("ends_on")[:1]),
    )
    return sorted(known, key=lambda time: ORDER.index(Standard(time.standard)))


def _objections(contract: Contract, times: list[Any], on: date) -> list[Objection]:
    agreed = rules.Agreed(
        standards=[Standard(standard) for standard in contract.standards],
        timed=[Standard(time.standard) for time in times],
        signed_on=contract.signed_on,
        ended_on=contract.ended_on,
        opened=any(time.contract == contract.pk for time in times),
        certified_until={Standard(time.standard): time.until for time in times if time.living},
    )
    reviewed = [time.standard for time in times if time.transfer]
    return rules.objections_to_opening(agreed, on) + objections_to_mixing(contract.standards, reviewed)


def _cycles(
    contract: Contract,
    application: Application,
    times: list[AuditTime],
    reviews: dict[str, TransferReview],
    on: date,
) -> list[Cycle]:
    """A certification and its cycle for each standard, in the order of `times`: number 0, or the one taken over."""
    certifications = Certification.objects.bulk_create(
        Certification(
            client=contract.client,
            contract=contract,
            standard=time.standard,
            scope_zh=application.scope_zh,
            scope_en=application.scope_en,
            technical_codes=application.technical_codes.get(time.standard, []),
            complexity=time.complexity,
            personnel=time.personnel,
            transfer=reviews.get(time.standard),
            opened_on=on,
        )
        for time in times
    )
    surveillance = combined_days([t.surveillance_days for t in times], application.integration_percent)
    recertification = combined_days([t.recertification_days for t in times], application.integration_percent)
    return Cycle.objects.bulk_create(
        Cycle(
            certification=made,
            number=made.transfer.cycle_number if made.transfer else 0,
            surveillance_days=s,
            recertification_days=r,
        )
        for made, s, r in zip(certifications, surveillance, recertification, strict=True)
    )


def _visits(contract: Any, ahead: Ahead, on: date) -> list[Visit]:
    """Those still to come of a cycle taken over, within their windows; of a new one all five."""
    windows = {place: strictest(*each.values()) for place, each in ahead.items()}
    places = list(ahead) or [*INITIAL, *LATER]
    return plan_visits(contract, places, on, after=contract.last_visit or "", windows=windows)


def _parts(
    visits: list[Visit], cycles: list[Cycle], times: list[AuditTime], percent: int, ahead: Ahead
) -> Iterable[VisitPart]:
    """What each visit does for each standard; of a cycle taken over only for those that still need it."""
    for visit in visits:
        kind = VisitKind(visit.kind)
        days = {
            VisitKind.STAGE1: combined_days([time.stage1_days for time in times], percent),
            VisitKind.STAGE2: combined_days([time.stage2_days for time in times], percent),
            VisitKind.SURVEILLANCE: [cycle.surveillance_days for cycle in cycles],
            VisitKind.RECERTIFICATION: [cycle.recertification_days for cycle in cycles],
        }[kind]
        for time, cycle, d in zip(times, cycles, days, strict=True):
            if not ahead or time.standard in ahead[kind, visit.ordinal]:
                yield part(visit, cycle, d)
