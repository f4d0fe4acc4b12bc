"""Change how much of a visit that has its dates is held from afar 调整远程比例 (IAF MD 4:2023; ISO/IEC 17021-1:2015 9.2.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import appointments as rules
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.programme import objections_to_changing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import objections_to_remote_share
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import objections_to_being_out
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..appointed import locked_appointment, locked_team
from ..away import WHOLE
from ..members import dossiers_for
from ..models import Appointment, Assignment
from ..queries import remote_allowed


@dataclass(frozen=True)
class RemoteShareChanged(Happened, kind="visit.remote-changed"):
    visit: str
    before: int
    remote_percent: int
    reason: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3")
def change_remote_share(number: str, *, remote_percent: int, reason: str, on: date, by) -> RemoteShareChanged:
    """Of the time on site, in percent; the visit is to be announced, and its plan sent, anew.

    A team that need not travel till now is asked whether it would be out too long.
    """
    _, _, team = locked_team(number)
    visit, appointment = locked_appointment(number)  # anew: it may have been moved meanwhile
    before, appointment.remote_percent = appointment.remote_percent, remote_percent
    refuse_if(
        [
            *objections_to_changing(visit.state),
            *([rules.SAME_SHARE.because(share=before)] if remote_percent == before else []),
            *objections_to_remote_share(remote_percent, remote_allowed([visit]).get(visit.pk, 0)),
            *([] if reason.strip() else [rules.NO_REASON]),
            *(_out_too_long(appointment, team) if before == WHOLE else []),
        ]
    )
    Appointment.objects.filter(pk=appointment.pk).update(
        remote_percent=remote_percent, announced_on=None, plan_sent_on=None
    )
    return RemoteShareChanged(number, before, remote_percent, reason.strip())


def _out_too_long(appointment: Appointment, team: Sequence[Assignment]) -> Iterator[Objection]:
    known = dossiers_for([member.person_id for member in team], appointment.visit, appointment)
    for member in team:
        his = known[member.person_id]
        told = (member.person.name_zh, TeamRole(member.role), map(Standard, member.standards))
        yield from objections_to_being_out(his.facts(*told, his.here, appointment.starts_on.year))
