"""Open the three-year programme of a signed contract 建立审核方案 (ISO/IEC 17021-1:2015 9.1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.contracts.models import Application, AuditTime, Contract
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_days import combined_days
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..ending import end
from ..models import Certification, Cycle, Visit, VisitPart
from ..visits import INITIAL, LATER, ORDER, part, plan_visits, standards_text


@dataclass(frozen=True)
class ProgrammeOpened(Happened, kind="contract.programme-opened"):
    contract: str
    client: str
    standards: str
    visits: str


def objections(contract: Contract, on: date) -> list[Objection]:
    """Why the programme of this contract cannot be opened on this day."""
    return _objections(contract, _times(contract), _living(contract), on)


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.3")
def open_programme(contract_number: str, *, on: date, by) -> ProgrammeOpened:
    """Certifications in cycle 0 and the five visits of the cycle, each one trip for all standards of the contract.

    A certification of an earlier contract that ran out is ended and begun anew.
    """
    contract = (
        Contract.objects.select_for_update(of=("self",))
        .select_related("client", "application")
        .get(number=contract_number)
    )
    times, living = _times(contract), _living(contract)
    refuse_if(_objections(contract, times, living, on))

    ran_out = [c.certification_id for c in living if c.certification.standard in contract.standards]
    end(ran_out, on)
    application = contract.application
    assert application  # it has auditor-days, or would have been refused
    cycles = _cycles(contract, application, times, on)
    visits = plan_visits(contract, [*INITIAL, *LATER], on)
    VisitPart.objects.bulk_create(_parts(visits, cycles, times, application.integration_percent))
    return ProgrammeOpened(
        contract.number,
        contract.client.name_zh,
        standards_text(contract.standards),
        " ".join(visit.number for visit in visits),
    )


def _times(contract: Contract) -> list[AuditTime]:
    times = AuditTime.objects.filter(application=contract.application, standard__in=contract.standards)
    return sorted(times, key=lambda time: ORDER.index(Standard(time.standard)))


def _living(contract: Contract) -> list[Cycle]:
    """The cycles of the client's living certifications, the latest last."""
    living = Cycle.objects.filter(certification__client_id=contract.client_id, certification__ended_on=None)
    return list(living.select_related("certification").order_by("number"))


def _objections(contract: Contract, times: list[AuditTime], living: list[Cycle], on: date) -> list[Objection]:
    agreed = rules.Agreed(
        standards=[Standard(standard) for standard in contract.standards],
        timed=[Standard(time.standard) for time in times],
        signed_on=contract.signed_on,
        ended_on=contract.ended_on,
        opened=any(cycle.certification.contract_id == contract.pk for cycle in living),
        certified_until={Standard(cycle.certification.standard): cycle.ends_on for cycle in living},
    )
    return rules.objections_to_opening(agreed, on)


def _cycles(contract: Contract, application: Application, times: list[AuditTime], on: date) -> list[Cycle]:
    """A certification and its cycle 0 for each standard, in the order of `times`."""
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
            opened_on=on,
        )
        for time in times
    )
    surveillance = combined_days([t.surveillance_days for t in times], application.integration_percent)
    recertification = combined_days([t.recertification_days for t in times], application.integration_percent)
    return Cycle.objects.bulk_create(
        Cycle(certification=made, number=0, surveillance_days=s, recertification_days=r)
        for made, s, r in zip(certifications, surveillance, recertification, strict=True)
    )


def _parts(
    visits: list[Visit], cycles: list[Cycle], times: list[AuditTime], percent: int
) -> Iterable[VisitPart]:
    for visit in visits:
        days = {
            VisitKind.STAGE1: combined_days([time.stage1_days for time in times], percent),
            VisitKind.STAGE2: combined_days([time.stage2_days for time in times], percent),
            VisitKind.SURVEILLANCE: [cycle.surveillance_days for cycle in cycles],
            VisitKind.RECERTIFICATION: [cycle.recertification_days for cycle in cycles],
        }[VisitKind(visit.kind)]
        yield from (part(visit, cycle, d) for cycle, d in zip(cycles, days, strict=True))
