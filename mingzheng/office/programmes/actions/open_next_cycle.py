"""Open the next cycle when a recertification's certificate is issued 再认证周期 (ISO/IEC 17021-1:2015 9.1.3.2)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Cycle, Visit, VisitPart
from ..queries import latest_cycle, open_visits
from ..visits import LATER, days_of, part, plan_visits


@dataclass(frozen=True)
class NextCycleOpened(Happened, kind="certification.next-cycle-opened"):
    certification: str
    standard: str
    number: int
    starts_on: date
    issued_on: date
    ends_on: date
    visits: str


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.1.3.2")
def open_next_cycle(
    uscc: str, standard: str, *, decided_on: date, issued_on: date, expires_on: date, on: date, by
) -> NextCycleOpened:
    """Cycle n + 1 with its two surveillances and recertification; it joins the visits another standard opened."""
    last = latest_cycle(uscc, standard)
    refuse_if([] if last.starts_on else [rules.CYCLE_HAS_NOT_BEGUN])

    cycle = Cycle.objects.create(
        certification=last.certification,
        number=last.number + 1,
        starts_on=decided_on,
        issued_on=issued_on,
        ends_on=expires_on,
        surveillance_days=last.surveillance_days,
        recertification_days=last.recertification_days,
    )
    visits = _shared_visits(cycle) or plan_visits(last.certification.contract, LATER, on)
    VisitPart.objects.bulk_create(part(visit, cycle, days_of(visit, cycle)) for visit in visits)
    return NextCycleOpened(
        last.certification.subject_key,
        standard,
        cycle.number,
        decided_on,
        issued_on,
        expires_on,
        " ".join(visit.number for visit in visits),
    )


def _shared_visits(cycle: Cycle) -> list[Visit]:
    """The three visits that a sister certification of the contract opened for the same cycle, when all are to come."""
    of_sisters = VisitPart.objects.filter(cycle__number=cycle.number).exclude(cycle=cycle)
    to_come = open_visits().filter(
        Exists(of_sisters.filter(visit=OuterRef("pk"))), contract_id=cycle.certification.contract_id
    )
    found = [
        visit
        for visit in to_come.order_by("number")
        if (visit.kind, visit.ordinal) in LATER
        and all(p.certification_id != cycle.certification_id for p in visit.parts.all())
    ]
    return found if len(found) == len(LATER) else []
