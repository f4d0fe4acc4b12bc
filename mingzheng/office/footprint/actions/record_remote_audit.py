"""Enter how much of a visit was held from afar 登记远程审核 (IAF MD 4)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.office.schedule.queries import remote_allowed
from mingzheng.rulebook.footprint import Mode, emitted, objections_to_remote
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import objections_to_remote_share
from mingzheng.rulebook.verdict import refuse_if

from ..models import RemoteAudit


@dataclass(frozen=True)
class RemoteRecorded(Happened, kind="remote-audit.recorded", begins=True):
    number: str
    visit: str
    share: int
    saved_km: Decimal
    unapproved: bool = False


@action(Role.PROGRAMME_MANAGER, Role.AUDITOR, clause="IAF MD 4:2023")
def record_remote_audit(
    visit: str,
    *,
    share: int,
    means: str,
    risk: str,
    saved_km: Decimal,
    saved_mode: Mode,
    on: date,
    by: Actor,
) -> RemoteRecorded:
    """`share`: percent of the auditor-days; `saved_km`: what the team would have travelled, all together.

    More than the limit that nobody approved before the visit is kept as what it is, a deviation.
    """
    held = Visit.objects.get(number=visit)
    known = RemoteAudit.objects.filter(visit=held).exists()
    allowed = remote_allowed([held]).get(held.pk, 0)
    refuse_if(objections_to_remote(share, risk, saved_km, held=bool(held.held_on), known=known))
    unapproved = bool(objections_to_remote_share(share, allowed))
    day = held.held_on or on
    row = RemoteAudit.objects.create(
        number=next_number(RemoteAudit, "YC", on.year),
        visit=held,
        share=share,
        unapproved=unapproved,
        means=means.strip(),
        risk=risk.strip(),
        saved_km=saved_km,
        saved_mode=saved_mode,
        saved_co2_kg=emitted(saved_mode, saved_km, day),
        held_on=day,
    )
    return RemoteRecorded(row.number, visit, share, saved_km, unapproved)
